/* The grid of one page: headers of nested axes that stay in sight, a box for each cell, holes where no combination was asked for. */
const grid = (() => {
  const now = state.now, root = $("grid"), scroller = $("scroller");
  let shape = null;

  const labelOf = (label, level, levels) => make("div", { class: level === levels - 1 ? "label" : "label outer" },
    images.has(`${label.axis}:${label.value}`) ? make("img", { alt: "", src: images.carried(`${label.axis}:${label.value}`) }) : null,
    make("span", { class: "value", title: label.value }, label.value));

  const header = (role, place, span, level, levels, axes) => {
    const made = make("div", { role, class: `head ${role === "columnheader" ? "across" : "down"}`, ...span.length > 1 && { [role === "columnheader" ? "aria-colspan" : "aria-rowspan"]: span.length } },
      labelOf(span.label, level, levels));
    made.setAttribute("aria-label", `${axes} ${span.label.value}`);
    Object.assign(made.style, place);
    return made;
  };

  const columnHeads = (rowLevels, columnLevels) => {
    const block = make("div", { class: "heads", role: "rowgroup" });
    for (let level = 0; level < columnLevels; level++) {
      const row = make("div", { class: "contents", role: "row" });
      const name = sweep.axes[now.columns[level]].name;
      if (rowLevels > 0) {
        const corner = make("div", { class: "corner", role: "presentation" }, make("span", {}, `${name} →`));
        Object.assign(corner.style, { gridRow: level + 1, gridColumn: `1 / span ${rowLevels}` });
        row.append(corner);
      }
      for (const span of layout.spans(shape.columns, level)) {
        const head = header("columnheader", { gridRow: level + 1, gridColumn: `${rowLevels + span.start + 1} / span ${span.length}` }, span, level, columnLevels, name);
        if (rowLevels === 0) head.prepend(make("span", { class: "kind" }, name));
        if (layout.beginsGroup(shape.columns, span.start)) head.classList.add("group");
        row.append(head);
      }
      block.append(row);
    }
    const names = make("div", { class: "contents", role: "row" });
    now.rows.forEach((axis, level) => {
      const corner = make("div", { class: "corner down-name", role: "columnheader" }, make("span", {}, `${sweep.axes[axis].name} ↓`));
      Object.assign(corner.style, { gridRow: columnLevels + 1, gridColumn: level + 1 });
      names.append(corner);
    });
    if (rowLevels > 0) block.append(names);
    return block;
  };

  const skipped = () => make("div", { class: "slot hole" }, make("span", {}, "skipped"));

  const rowOf = (row, rowSpans, rowLevels) => {
    const made = make("div", { class: "contents", role: "row", "aria-rowindex": row + 1 });
    rowSpans.forEach((spans, level) => {
      const span = spans.get(row);
      if (!span) return;
      const head = header("rowheader", { gridRow: `${row + 2} / span ${span.length}`, gridColumn: level + 1 }, span, level, rowLevels, sweep.axes[now.rows[level]].name);
      if (layout.beginsGroup(shape.rows, row)) head.classList.add("group");
      made.append(head);
    });
    shape.columns.forEach((_, column) => {
      const cell = sweep.cellAt(layout.at(shape, row, column));
      const held = make("div", { role: "gridcell", class: "holder", "data-row": row, "data-column": column, "aria-colindex": column + 1 },
        cell ? cells.box(cell, scroller, -1) : skipped());
      if (layout.beginsGroup(shape.rows, row)) held.classList.add("group-row");
      if (layout.beginsGroup(shape.columns, column)) held.classList.add("group-column");
      Object.assign(held.style, { gridRow: row + 2, gridColumn: rowLevels + column + 1 });
      made.append(held);
    });
    return made;
  };

  const draw = () => {
    shape = layout.of();
    cells.forget(scroller);
    const [rowLevels, columnLevels] = [now.rows.length, now.columns.length];
    root.style.gridTemplateColumns = [...now.rows.map(() => "max-content"), ...shape.columns.map(() => "max-content")].join(" ");
    const rowSpans = now.rows.map((_, level) => new Map(layout.spans(shape.rows, level).map(span => [span.start, span])));
    const body = make("div", { class: "contents", role: "rowgroup" }, ...shape.rows.map((_, row) => rowOf(row, rowSpans, rowLevels)));
    root.replaceChildren(columnHeads(rowLevels, columnLevels), body);
    root.setAttribute("aria-rowcount", shape.rows.length);
    root.setAttribute("aria-colcount", shape.columns.length);
    root.classList.toggle("plain-rows", rowLevels === 0);
    size();
    stopAt(root.querySelector(".cell"));
    pager();
  };

  const pinHeads = () => {
    const corners = all(".down-name", root);
    const edges = corners.map((_, level) => corners.slice(0, level).reduce((sum, corner) => sum + corner.offsetWidth, 0));
    corners.forEach((corner, level) => { corner.style.left = edges[level] + "px"; });
    for (const head of all(".head.down", root)) head.style.left = edges[head.style.gridColumnStart - 1] + "px";
    root.style.setProperty("--heads", (root.querySelector(".heads")?.offsetHeight ?? 0) + "px");
  };

  const [widest, highest] = sweep.largest;
  const aspect = widest && highest ? widest / highest : 4 / 3;
  $("main").style.setProperty("--aspect", aspect);

  // As many columns as there are fit the window, within reason: nothing larger than its own pixels, nothing too small to be seen.
  const fitting = () => {
    apply(72);
    const columns = shape.columns.length;
    const room = scroller.clientWidth - (root.scrollWidth - columns * 72) - 24;
    const height = (window.innerHeight - 240) * aspect;
    const largest = Math.min(Math.max(widest || 256, columns < 3 && shape.rows.length < 5 ? 520 : 300), height, 768);
    return Math.max(72, Math.min(Math.floor(room / columns), Math.floor(largest)));
  };
  const apply = pixels => {
    $("size").value = String(pixels);
    $("main").style.setProperty("--cell", pixels + "px");
    // A cell too low for a line of its reason gives it in the detail view alone.
    const lines = Math.floor((pixels / aspect - 46) / 18);
    $("main").style.setProperty("--lines", Math.max(1, lines));
    $("main").classList.toggle("low", lines < 1);
    $("main").classList.toggle("tiny", pixels < 96);
  };
  const size = () => {
    if (now.view !== "grid") return;
    apply(now.size ?? fitting());
    pinHeads();
    cells.sharpenAll();
  };

  const pager = () => {
    $("pager").hidden = shape.pages.length < 2;
    $("page").replaceChildren(...shape.pages.map((page, index) =>
      option(index, page.labels.map(label => `${label.axis} ${label.value}`).join(", "), index === shape.page)));
    $("page-back").disabled = shape.page === 0;
    $("page-on").disabled = shape.page === shape.pages.length - 1;
  };

  const stopAt = cell => {
    for (const other of all(".cell[tabindex='0']", root)) other.tabIndex = -1;
    if (cell) cell.tabIndex = 0;
  };
  const boxAt = (row, column) => root.querySelector(`.holder[data-row="${row}"][data-column="${column}"] .cell`);
  const placeOf = button => {
    const { row, column } = button.closest(".holder").dataset;
    return { page: shape.page, row: Number(row), column: Number(column) };
  };

  return {
    draw, size,
    shape: () => shape ?? (shape = layout.of()),
    placeOf,
    // The nearest cell in a direction that holds a trial; null at the edge.
    neighbor: (place, rows, columns, pages = 0) => {
      const next = { ...place };
      for (;;) {
        next.row += rows;
        next.column += columns;
        next.page += pages;
        if (!shape.rows[next.row] || !shape.columns[next.column] || !shape.pages[next.page]) return null;
        const cell = sweep.cellAt(layout.at(shape, next.row, next.column, next.page));
        if (cell) return { ...next, cell };
      }
    },
    focus: place => {
      if (place.page !== shape.page) state.update({ page: place.page });
      const cell = boxAt(place.row, place.column);
      if (!cell) return;
      stopAt(cell);
      cell.focus({ preventScroll: true });
      cell.scrollIntoView({ block: "nearest", inline: "nearest" });
    },
    turn: step => {
      const page = shape.page + step;
      if (shape.pages[page]) state.update({ page });
    },
    // Only what passes the filter stands out.
    mark: () => { for (const cell of all(".cell", root)) cell.parentElement.classList.toggle("out", !filter.passes(sweep.trial(cell.dataset.trial))); },
  };
})();
