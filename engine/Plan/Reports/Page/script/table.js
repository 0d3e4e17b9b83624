/* The table of all trials; a click on a column's name sorts by it, a click on a row opens its trial. */
const table = (() => {
  const now = state.now, root = $("trials");
  let order = { key: null, down: false };

  const head = column => {
    const isSorted = order.key === column.key;
    return make("th", { scope: "col", class: column.numeric ? "number" : null, "aria-sort": isSorted ? (order.down ? "descending" : "ascending") : "none" },
      make("button", { type: "button", title: column.hint, onclick: () => sortBy(column.key) }, column.label, column.proxy ? make("span", { class: "proxy" }, " proxy") : null));
  };

  const show = value => Array.isArray(value) ? value[1] : value ?? "–";

  const row = trial => {
    const picture = trial.hasImage ? make("img", { alt: "", "data-picture": trial.id, decoding: "async" }) : null;
    const made = make("tr", { "data-trial": trial.id, class: picture ? null : `bare ${trial.state}` },
      make("td", { class: "thumb" }, make("button", { type: "button", class: "open", "aria-label": `Show ${sweep.nameOf(trial)}`, onclick: () => detail.open(trial.cells[0]) }, picture)),
      make("td", { class: "star-place" }, stars.button(trial, 0)),
      ...[...sweep.columns.values()].map(column => make("td", { class: column.key === "trial" ? "hash" : column.numeric ? "number" : null, title: column.key === "state" ? trial.reason : null }, show(trial.values[column.index]))));
    if (picture) cells.watch(null, picture);
    return made;
  };

  const sortBy = key => {
    order = { key, down: order.key === key && !order.down };
    draw();
    all("th button", root)[[...sweep.columns.keys()].indexOf(key)].focus();
  };

  const draw = () => {
    cells.forget(null);
    const passing = sweep.trials.filter(filter.passes);
    const trials = order.key ? filter.ordered(passing, order.key, order.down) : filter.ordered(passing, now.measure, now.down);
    root.replaceChildren(
      make("thead", {}, make("tr", {}, make("th", {}, make("span", { class: "unseen" }, "Result")), make("th", {}, make("span", { class: "unseen" }, "Star")), ...[...sweep.columns.values()].map(head))),
      make("tbody", {}, ...trials.map(row)));
  };

  const start = () => {
    root.addEventListener("click", event => {
      const trial = event.target.closest("tbody tr")?.dataset.trial;
      if (trial && !event.target.closest("button")) detail.open(sweep.trial(trial).cells[0]);
    });
    // The bar above the views sorts too.
    state.onChange(changes => { if (changes?.includes("measure") || changes?.includes("down")) order = { key: now.measure, down: now.down }; });
  };

  return { start, draw };
})();
