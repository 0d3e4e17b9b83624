/* Lays the cells on pages, rows and columns by the axes that are chosen for each, the first of several outermost. */
const layout = (() => {
  const now = state.now;
  const shownOf = axis => sweep.axes[axis].labels.map((_, index) => index).filter(index => !now.hidden[axis].has(index));

  // Every combination of the shown values of some axes, the last fastest; one empty position where there are no axes.
  const positions = axes => axes.reduce(
    (all, axis) => all.flatMap(position => shownOf(axis).map(value => [...position, value])), [[]]);

  // A combination of several axes that was skipped wherever it could be would be a row of nothing but holes.
  const withCells = (axes, all) => {
    if (axes.length < 2) return all;
    const taken = new Set(sweep.cells.map(cell => axes.map(axis => cell.at[axis]).join()));
    const found = all.filter(values => taken.has(values.join()));
    return found.length > 0 ? found : all;
  };

  const headersOf = axes => withCells(axes, positions(axes)).map(values => ({
    values,
    labels: values.map((value, level) => ({ axis: sweep.axes[axes[level]].name, value: sweep.axes[axes[level]].labels[value] })),
  }));

  // Neighbors that share their values down to a level: [{ start, length, label }].
  const spans = (headers, level) => {
    const found = [];
    headers.forEach((header, index) => {
      const isSame = index > 0 && header.values.slice(0, level + 1).every((value, at) => value === headers[index - 1].values[at]);
      if (isSame) found.at(-1).length++;
      else found.push({ start: index, length: 1, label: header.labels[level] });
    });
    return found;
  };

  const place = (page, row, column) => {
    const at = new Array(sweep.axes.length);
    [[now.pages, page], [now.rows, row], [now.columns, column]].forEach(([axes, header]) => axes.forEach((axis, level) => { at[axis] = header.values[level]; }));
    return at;
  };

  return {
    spans,
    of: () => {
      const [pages, rows, columns] = [now.pages, now.rows, now.columns].map(headersOf);
      return { pages, rows, columns, page: Math.min(now.page, pages.length - 1) };
    },
    // Coordinates of a place of the grid; the cell there may be missing.
    at: (grid, row, column, page = grid.page) => place(grid.pages[page], grid.rows[row], grid.columns[column]),
    // Whether another value of the outermost of several nested axes begins here.
    beginsGroup: (headers, index) => index > 0 && headers[index].values.length > 1 && headers[index].values[0] !== headers[index - 1].values[0],
    // Where a cell lies now: page, row and column; null where one of its values is hidden.
    find: (grid, at) => {
      const [page, row, column] = [[now.pages, grid.pages], [now.rows, grid.rows], [now.columns, grid.columns]]
        .map(([axes, headers]) => headers.findIndex(header => axes.every((axis, level) => header.values[level] === at[axis])));
      return page < 0 || row < 0 || column < 0 ? null : { page, row, column };
    },
  };
})();
