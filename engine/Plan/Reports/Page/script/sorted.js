/* All trials that pass the filter, side by side, in the order of a measure. */
const sorted = (() => {
  const now = state.now, root = $("sorted");

  const item = trial => {
    const column = sweep.columns.get(now.measure), value = sweep.numberOf(trial, now.measure);
    return make("li", {},
      cells.box(trial.cells[0], null, -1),
      make("p", { class: "measured" }, make("span", { class: "figure" }, value ? value[1] : "–"), make("span", { class: "kind" }, ` ${filter.nameOf(column)}`)),
      make("p", { class: "named" }, sweep.nameOf(trial)));
  };

  const draw = () => {
    cells.forget(null);
    const trials = filter.ordered(sweep.trials.filter(filter.passes), now.measure, now.down);
    root.replaceChildren(...trials.map(item));
    if (trials.length === 0) root.append(make("li", { class: "nothing" }, "No trial passes the filter."));
    $("main").style.setProperty("--sorted", `${Math.max(120, Math.min(240, sweep.largest[0] || 200))}px`);
    const first = root.querySelector(".cell");
    if (first) first.tabIndex = 0;
  };

  const focusBeside = (button, step) => {
    const every = all(".cell", root), next = every[every.indexOf(button) + step];
    if (!next) return;
    button.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  };
  // As many as stand in one line.
  const perLine = () => {
    const tops = [...root.children].map(child => child.offsetTop);
    return Math.max(1, tops.filter(top => top === tops[0]).length);
  };

  return { draw, focusBeside, perLine };
})();
