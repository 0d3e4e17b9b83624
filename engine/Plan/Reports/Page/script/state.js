/* What is shown: view, layout of the axes, hidden values, filters. All of it is in the address, so that it can be shared. */
const state = (() => {
  const names = sweep.axes.map(axis => axis.name);
  const views = ["grid", "sorted", "table", "scatter", "effects", "vote"];
  const directions = ["rows", "columns", "pages"];
  const listeners = [];
  const fresh = () => ({
    view: "grid",
    rows: [...sweep.grid.rows], columns: [...sweep.grid.columns], pages: [...sweep.grid.pages],
    hidden: sweep.axes.map(() => new Set()),
    page: 0, size: null,
    measure: sweep.defaultMeasure, down: false, least: null, most: null, state: "", starred: false,
    across: null, up: null, color: null,
  });
  const now = fresh();

  const write = () => {
    const start = fresh(), words = new URLSearchParams();
    if (now.view !== start.view) words.set("view", now.view);
    if (directions.some(direction => now[direction].join() !== start[direction].join()))
      for (const direction of directions) words.set(direction, now[direction].map(index => names[index]).join("~"));
    now.hidden.forEach((values, axis) => { if (values.size) words.set("hide." + names[axis], [...values].sort((a, b) => a - b).join(".")); });
    if (now.page) words.set("page", now.page + 1);
    for (const key of ["size", "least", "most", "state", "across", "up", "color"]) if (now[key] !== null && now[key] !== "") words.set(key, now[key]);
    if (now.measure !== start.measure) words.set("measure", now.measure);
    for (const key of ["down", "starred"]) if (now[key]) words.set(key, "yes");
    const text = words.toString();
    if (location.hash.slice(1) !== text) history.replaceState(null, "", text ? "#" + text : "#");
  };

  const numberIn = (words, key) => words.has(key) && words.get(key).trim() !== "" && Number.isFinite(Number(words.get(key))) ? Number(words.get(key)) : null;
  const columnIn = (words, key) => sweep.columns.has(words.get(key)) ? words.get(key) : null;

  // An address may come from another version of the sweep: what it doesn't know is left as it is.
  const read = () => {
    const words = new URLSearchParams(location.hash.slice(1));
    Object.assign(now, fresh());
    if (views.includes(words.get("view"))) now.view = words.get("view");
    if (directions.some(direction => words.has(direction))) {
      const said = directions.map(direction => (words.get(direction) ?? "").split("~").map(name => names.indexOf(name)).filter(index => index >= 0));
      const known = said.flat();
      if (new Set(known).size === known.length) {
        directions.forEach((direction, index) => { now[direction] = said[index]; });
        now.pages.push(...names.map((_, index) => index).filter(index => !known.includes(index)));
      }
    }
    sweep.axes.forEach((axis, index) => {
      const values = (words.get("hide." + axis.name) ?? "").split(".").filter(Boolean).map(Number).filter(value => value in axis.labels);
      if (values.length < axis.labels.length) now.hidden[index] = new Set(values);
    });
    now.page = Math.max(0, Math.trunc((numberIn(words, "page") ?? 1) - 1));
    now.size = numberIn(words, "size");
    now.least = numberIn(words, "least");
    now.most = numberIn(words, "most");
    now.measure = columnIn(words, "measure") ?? now.measure;
    for (const key of ["across", "up", "color"]) now[key] = columnIn(words, key);
    now.state = words.get("state") ?? "";
    for (const key of ["down", "starred"]) now[key] = words.get(key) === "yes";
  };

  const tell = changes => { for (const listener of listeners) listener(changes); };
  window.addEventListener("hashchange", () => { read(); tell(null); });
  read();

  return {
    now, directions, views,
    // Listeners get the names of what changed; null when it may be everything.
    onChange: listener => listeners.push(listener),
    update: changes => {
      Object.assign(now, changes);
      write();
      tell(Object.keys(changes));
    },
    resetLayout: () => {
      const { rows, columns, pages, hidden } = fresh();
      state.update({ rows, columns, pages, hidden, page: 0, size: null });
    },
  };
})();
