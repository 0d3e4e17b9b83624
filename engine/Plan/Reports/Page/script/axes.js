/* The layout of the axes: a chip each, dragged between rows, columns and pages, or moved by the menu behind it, which also hides values. */
const axes = (() => {
  const now = state.now, menu = $("axis-menu");
  const titles = { rows: "Rows", columns: "Columns", pages: "Pages" };
  let dragged = null, opened = null;

  const directionOf = axis => state.directions.find(direction => now[direction].includes(axis));

  // Puts an axis before another of a direction, or last.
  const move = (axis, direction, before = null) => {
    const changes = Object.fromEntries(state.directions.map(name => [name, now[name].filter(other => other !== axis)]));
    const at = before === null || before === axis ? changes[direction].length : changes[direction].indexOf(before);
    changes[direction].splice(at < 0 ? changes[direction].length : at, 0, axis);
    state.update({ ...changes, page: 0, size: null });
    announce(`${sweep.axes[axis].name} is laid over the ${direction}`);
  };

  const countOf = axis => {
    const { length } = sweep.axes[axis].labels, shown = length - now.hidden[axis].size;
    return shown === length ? `${length}` : `${shown} of ${length}`;
  };

  const chip = axis => make("button", {
    type: "button", class: "chip", draggable: "true", "data-axis": sweep.axes[axis].name, "aria-haspopup": "dialog",
    "aria-label": `${sweep.axes[axis].name}, ${countOf(axis)} values, ${titles[directionOf(axis)].toLowerCase()}: move or filter`,
    onclick: event => open(axis, event.currentTarget),
    ondragstart: event => {
      dragged = axis;
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", sweep.axes[axis].name);
    },
    ondragend: () => { dragged = null; },
    ondragover: event => event.preventDefault(),
    ondrop: event => {
      event.preventDefault();
      event.stopPropagation();
      if (dragged !== null && dragged !== axis) move(dragged, directionOf(axis), axis);
    },
  }, make("span", { class: "chip-name" }, sweep.axes[axis].name), make("span", { class: "chip-count" }, countOf(axis)));

  const zone = direction => make("div", {
    class: "zone", "data-zone": direction,
    ondragover: event => event.preventDefault(),
    ondrop: event => {
      event.preventDefault();
      if (dragged !== null) move(dragged, direction);
    },
  }, make("span", { class: "zone-name" }, titles[direction]), ...now[direction].map(chip), now[direction].length ? null : make("span", { class: "zone-empty" }, "none"));

  const draw = () => $("zones").replaceChildren(...state.directions.map(zone));

  const toggle = (axis, change) => {
    const hidden = now.hidden.map((values, index) => index === axis ? change(new Set(values)) : values);
    // At least one value stays, or there would be no grid.
    if (hidden[axis].size < sweep.axes[axis].labels.length) state.update({ hidden, page: 0, size: null });
    fill(axis);
  };

  const value = (axis, label, index) => make("li", {},
    make("label", { class: "check" },
      make("input", {
        type: "checkbox", "data-value": index, ...!now.hidden[axis].has(index) && { checked: true },
        onchange: event => toggle(axis, values => { if (event.target.checked) values.delete(index); else values.add(index); return values; }),
      }), make("span", {}, label)),
    make("button", { type: "button", class: "only", "aria-label": `Only ${label}`, onclick: () => toggle(axis, () => new Set([...sweep.axes[axis].labels.keys()].filter(other => other !== index))) }, "only"));

  const fill = axis => {
    const direction = directionOf(axis), order = now[direction];
    const focused = document.activeElement?.dataset?.value;
    const along = make("select", { "data-menu": "direction", onchange: event => { move(axis, event.target.value); fill(axis); } },
      ...state.directions.map(name => option(name, titles[name], name === direction)));
    const level = make("select", { "data-menu": "level", onchange: event => {
      const others = order.filter(other => other !== axis);
      move(axis, direction, others[Number(event.target.value)] ?? null);
      fill(axis);
    } }, ...order.map((_, index) => option(index, index === 0 ? "outermost" : index === order.length - 1 ? "innermost" : `level ${index + 1}`, order[index] === axis)));
    level.disabled = order.length < 2;
    menu.setAttribute("aria-label", `Axis ${sweep.axes[axis].name}`);
    menu.replaceChildren(
      make("strong", {}, sweep.axes[axis].name),
      make("label", {}, "Laid over ", along), make("label", {}, "Nested ", level),
      make("div", { class: "tools" },
        make("span", { class: "kind" }, "Values shown"),
        make("button", { type: "button", class: "only", "data-menu": "all", onclick: () => toggle(axis, () => new Set()) }, "all")),
      make("ul", { class: "values" }, ...sweep.axes[axis].labels.map((label, index) => value(axis, label, index))));
    if (focused !== undefined) menu.querySelector(`[data-value="${focused}"]`)?.focus();
  };

  const open = (axis, button) => {
    opened = axis;
    fill(axis);
    menu.showPopover();
    const edges = button.getBoundingClientRect();
    menu.style.left = Math.max(8, Math.min(edges.left, innerWidth - menu.offsetWidth - 8)) + "px";
    menu.style.top = Math.max(8, Math.min(edges.bottom + 6, innerHeight - menu.offsetHeight - 8)) + "px";
    menu.querySelector("select").focus();
  };

  const start = () => {
    draw();
    menu.addEventListener("toggle", event => {
      if (event.newState === "closed") all(".chip").find(made => made.dataset.axis === sweep.axes[opened]?.name)?.focus();
    });
    $("swap").addEventListener("click", () => {
      state.update({ rows: now.columns, columns: now.rows, size: null });
      announce("Rows and columns are swapped");
    });
    $("reset").addEventListener("click", state.resetLayout);
    $("zones").hidden = $("swap").hidden = $("reset").hidden = sweep.axes.length === 0;
  };

  return { start, draw };
})();
