/* The views behind the tabs: only the one that is shown is drawn, and again when what it shows has changed. */
const views = (() => {
  const now = state.now;
  const drawers = { grid: () => grid.draw(), sorted: () => sorted.draw(), table: () => table.draw(), scatter: () => scatter.draw(), effects: () => {}, vote: () => vote.draw() };
  // What each view depends on beside the data.
  const needs = {
    grid: ["rows", "columns", "pages", "hidden", "page", "view"],
    sorted: ["measure", "down", "least", "most", "state", "starred", "view"],
    table: ["measure", "down", "least", "most", "state", "starred", "view"],
    scatter: ["across", "up", "color", "least", "most", "state", "starred", "view"],
    effects: [], vote: ["view"],
  };

  const show = changes => {
    for (const name of state.views) {
      $("view-" + name).hidden = name !== now.view;
      const tab = $("tab-" + name);
      tab.setAttribute("aria-selected", String(name === now.view));
      tab.tabIndex = name === now.view ? 0 : -1;
    }
    if (!changes || changes.some(change => needs[now.view].includes(change))) drawers[now.view]();
    else if (now.view === "grid") {
      if (changes.includes("size")) grid.size();
      grid.mark();
    }
    if (!changes || changes.some(change => ["rows", "columns", "pages", "hidden"].includes(change))) axes.draw();
  };

  const go = view => state.update({ view });

  // Where the window is narrow, the bars above the grid would leave no room for it.
  const narrow = matchMedia("(max-width: 860px)");
  const fold = () => { for (const bar of all(".fold")) bar.open = !narrow.matches; };

  const start = () => {
    const tabs = all("#tabs [role=tab]");
    for (const tab of tabs) tab.addEventListener("click", () => go(tab.id.slice(4)));
    $("tabs").addEventListener("keydown", event => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      const next = tabs[(tabs.indexOf(event.target) + step + tabs.length) % tabs.length];
      next.focus();
      go(next.id.slice(4));
    });
    $("page").addEventListener("change", event => state.update({ page: Number(event.target.value) }));
    $("page-back").addEventListener("click", () => grid.turn(-1));
    $("page-on").addEventListener("click", () => grid.turn(1));
    $("size").addEventListener("input", event => state.update({ size: Number(event.target.value) }));
    narrow.addEventListener("change", fold);
    fold();
    state.onChange(show);
    stars.onChange(() => { if (now.starred) show(["starred"]); else if (now.view === "grid") grid.mark(); });
    window.addEventListener("resize", () => {
      if (now.size === null) grid.size();
      if (now.view === "scatter") scatter.draw();
    });
    show(null);
  };

  return { start, go };
})();
