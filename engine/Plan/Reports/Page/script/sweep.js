/* The sweep as the page carries it: axes, cells with their coordinates, trials with their values. */
const sweep = (() => {
  const data = JSON.parse($("data").textContent);
  const byId = new Map(), byPlace = new Map();
  data.trials.forEach((trial, index) => {
    trial.index = index;
    trial.cells = [];
    byId.set(trial.id, trial);
  });
  const cells = data.cells.map(numbers => {
    const cell = { at: numbers.slice(0, -1), trial: data.trials[numbers.at(-1)] };
    cell.trial.cells.push(cell);
    byPlace.set(cell.at.join(), cell);
    return cell;
  });

  const labelsOf = at => data.axes.map((axis, index) => ({ axis: axis.name, value: axis.labels[at[index]] }));
  const textOf = at => labelsOf(at).map(label => `${label.axis} ${label.value}`).join(", ") || "the only trial";
  const columns = new Map(data.columns.map((column, index) => [column.key, { ...column, index }]));

  return {
    ...data, cells, columns,
    trial: id => byId.get(id),
    cellAt: at => byPlace.get(at.join()),
    labelsOf,
    // What a place is called: the values of all its axes.
    textOf,
    nameOf: trial => textOf(trial.cells[0].at),
    // The cell that a cell repeats, where equal settings are one trial; null for the first of them.
    firstOf: cell => cell.trial.cells[0] === cell ? null : cell.trial.cells[0],
    // [exact number, text] of a column; null where the trial has none.
    numberOf: (trial, key) => {
      const value = trial.values[columns.get(key)?.index];
      return Array.isArray(value) ? value : null;
    },
  };
})();
