/* The keyboard, and the list of what it does. */
const keys = (() => {
  const arrows = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
  const list = [
    ["← → ↑ ↓", "other cells, in the grid and in a trial"],
    ["PgUp PgDn", "other pages of the grid, also in a trial"],
    ["Enter", "open the cell"],
    ["F", "star or unstar the trial"],
    ["P", "pin the trial; opened with Shift+Enter, others are compared with it"],
    ["C", "in a trial: compare with content, style, the pinned trial, nothing"],
    ["[ ]", "move the line between two compared images"],
    ["+ −", "zoom: all cells, or the open trial"],
    ["0", "fit; 1 shows a trial at its own pixels"],
    ["Shift+arrows", "move the zoomed cells"],
    ["G S T X E V", "grid, sorted, table, scatter, effects, A or B?"],
    ["← ↓ →", "in A or B?: A is better, no difference, B is better; N another pair, U undo"],
    ["Escape", "close"],
    ["?", "this help"],
  ];
  const viewKeys = { g: "grid", s: "sorted", t: "table", x: "scatter", e: "effects", v: "vote" };
  let anchor = null;

  const isTyping = target => target.closest("textarea, select, input:not([type=checkbox], [type=range])") !== null;

  const inDetail = event => {
    if (arrows[event.key] && !event.shiftKey) detail.go(...arrows[event.key]);
    else if (event.key === "PageUp") detail.go(0, 0, -1);
    else if (event.key === "PageDown") detail.go(0, 0, 1);
    else if (event.key === "0") stage.fit();
    else if (event.key === "1") stage.full();
    else if (event.key === "+" || event.key === "=") stage.scaleBy(1.25);
    else if (event.key === "-") stage.scaleBy(.8);
    else if (event.key === "[") stage.wipeBy(-.05);
    else if (event.key === "]") stage.wipeBy(.05);
    else if (event.key === "f") detail.star();
    else if (event.key === "p") detail.pin();
    else if (event.key === "c") detail.compareNext();
    else return false;
    return true;
  };

  const onCell = (event, button) => {
    const inGrid = state.now.view === "grid";
    if (arrows[event.key] && !event.shiftKey) {
      const [rows, columns] = arrows[event.key];
      if (!inGrid) sorted.focusBeside(button, columns + rows * sorted.perLine());
      else {
        const next = grid.neighbor(grid.placeOf(button), rows, columns);
        if (next) grid.focus(next);
      }
    } else if (event.key === "Enter" && event.shiftKey) choose(cells.cellOf(button));
    else if (event.key === "f") stars.toggle(button.dataset.trial);
    else if (event.key === "p") pin(cells.cellOf(button));
    else return false;
    return true;
  };

  const onPage = event => {
    const view = state.now.view;
    if (view === "vote" && vote.key(event.key)) return true;
    if (arrows[event.key] && event.shiftKey) zoom.pan(-arrows[event.key][1] * .1, -arrows[event.key][0] * .1);
    else if (event.key === "PageUp" && view === "grid" && event.target.closest(".cell")) grid.turn(-1);
    else if (event.key === "PageDown" && view === "grid" && event.target.closest(".cell")) grid.turn(1);
    else if (event.key === "+" || event.key === "=") zoom.to(zoom.scale() * 1.25);
    else if (event.key === "-") zoom.to(zoom.scale() / 1.25);
    else if (event.key === "0") zoom.reset();
    else if (viewKeys[event.key]) views.go(viewKeys[event.key]);
    else return false;
    return true;
  };

  // With Shift: the first cell is kept in mind, the second is compared with it.
  const pin = cell => {
    if (!cell.trial.hasImage) return;
    for (const other of all(".cell.kept")) other.classList.remove("kept");
    anchor = cell;
    for (const button of all(`.cell[data-at="${cell.at.join()}"]`)) button.classList.add("kept");
    announce(`${sweep.textOf(cell.at)} is kept to be compared`);
  };
  const choose = cell => {
    if (!anchor || anchor.trial === cell.trial || !cell.trial.hasImage) return pin(cell);
    const first = anchor;
    anchor = null;
    for (const other of all(".cell.kept")) other.classList.remove("kept");
    detail.compare(first, cell);
  };

  const start = () => {
    $("keys").replaceChildren(...list.map(([key, text]) => make("div", {}, make("dt", {}, ...key.split(" ").map(one => make("kbd", {}, one))), make("dd", {}, text))));
    $("help").addEventListener("click", () => $("help-box").showModal());
    for (const button of all("[data-close]")) button.addEventListener("click", () => button.closest("dialog").close());
    document.addEventListener("click", event => {
      const button = event.target.closest(".slot .cell");
      if (!button) return;
      if (event.shiftKey) choose(cells.cellOf(button)); else detail.open(cells.cellOf(button));
    });
    // On the document: a button that is disabled while it has the focus no longer hears keys.
    document.addEventListener("keydown", event => {
      if (event.altKey || event.ctrlKey || event.metaKey || isTyping(event.target)) return;
      if (event.target.type === "range" && event.key.startsWith("Arrow")) return;
      if (event.target.closest("[role=tab]") && event.key.startsWith("Arrow")) return;
      const inBox = $("manifest-box").open || $("help-box").open || $("axis-menu").matches(":popover-open");
      const button = event.target.closest(".slot .cell");
      const isDone = inBox ? false
        : event.key === "?" ? ($("help-box").showModal(), true)
          : detail.isOpen() ? inDetail(event)
            : (button && onCell(event, button)) || onPage(event);
      if (isDone) event.preventDefault();
    });
  };

  return { start };
})();
