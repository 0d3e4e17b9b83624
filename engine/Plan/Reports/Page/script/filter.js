/* Which trials count at the moment, and in which order: one measure, its bounds, a state, stars. */
const filter = (() => {
  const now = state.now;
  const measures = [...sweep.columns.values()].filter(column => column.kind === "measure" || column.kind === "result");

  const passes = trial => {
    if (now.state && trial.state !== now.state) return false;
    if (now.starred && !stars.has(trial.id)) return false;
    if (now.least === null && now.most === null) return true;
    const value = sweep.numberOf(trial, now.measure)?.[0];
    return value !== undefined && (now.least === null || value >= now.least) && (now.most === null || value <= now.most);
  };

  // Trials without the number come last, whichever way the others go.
  const ordered = (trials, key, down) => {
    const sign = down ? -1 : 1;
    const keyed = trials.map(trial => {
      const value = trial.values[sweep.columns.get(key)?.index];
      return { trial, value: Array.isArray(value) ? value[0] : value };
    });
    const isNone = value => value === null || value === undefined || value === "";
    keyed.sort((a, b) => isNone(a.value) || isNone(b.value)
      ? isNone(a.value) - isNone(b.value)
      : sign * (typeof a.value === "number" && typeof b.value === "number" ? a.value - b.value : String(a.value).localeCompare(String(b.value), "en", { numeric: true })));
    return keyed.map(item => item.trial);
  };

  const nameOf = column => column.proxy ? `${column.label} (proxy)` : column.label;

  const show = () => {
    const passing = sweep.trials.filter(passes).length;
    $("measure").value = now.measure;
    $("direction").textContent = now.down ? "↓ high first" : "↑ low first";
    $("direction").setAttribute("aria-pressed", String(now.down));
    for (const [id, value] of [["least", now.least], ["most", now.most]])
      if (document.activeElement !== $(id)) $(id).value = value ?? "";
    $("state").value = now.state;
    $("starred").checked = now.starred;
    $("shown").textContent = passing === sweep.trials.length ? "" : `${passing} of ${sweep.trials.length} trials`;
    $("unfilter").hidden = passing === sweep.trials.length && !now.state && !now.starred && now.least === null && now.most === null;
    const column = sweep.columns.get(now.measure);
    $("proxy-note").hidden = !column?.proxy || now.view === "scatter" || (now.view === "grid" && now.least === null && now.most === null);
    $("proxy-note").textContent = column?.proxy ? `${column.label} is a proxy: ${column.hint}` : "";
    $("filter-fold").hidden = now.view === "effects" || now.view === "vote";
  };

  const bound = id => {
    const text = $(id).value.trim().replace(",", ".");
    const isNumber = text === "" || Number.isFinite(Number(text));
    $(id).setAttribute("aria-invalid", String(!isNumber));
    if (isNumber) state.update({ [id]: text === "" ? null : Number(text) });
  };

  const start = () => {
    $("measure").append(...measures.map(column => option(column.key, nameOf(column))));
    const states = new Map(sweep.trials.map(trial => [trial.state, trial.stateText]));
    $("state").append(option("", "any"), ...[...states].map(([key, text]) => option(key, text)));
    $("measure").addEventListener("change", event => state.update({ measure: event.target.value, least: null, most: null }));
    $("direction").addEventListener("click", () => state.update({ down: !now.down }));
    for (const id of ["least", "most"]) $(id).addEventListener("input", () => bound(id));
    $("state").addEventListener("change", event => state.update({ state: event.target.value }));
    $("starred").addEventListener("change", event => state.update({ starred: event.target.checked }));
    $("unfilter").addEventListener("click", () => state.update({ least: null, most: null, state: "", starred: false }));
    stars.onChange(show);
    state.onChange(show);
    show();
  };

  return { start, passes, ordered, nameOf, measures };
})();
