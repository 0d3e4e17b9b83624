/* Two numbers of every trial against each other; a point opens its trial. */
const scatter = (() => {
  const now = state.now, root = $("plot");
  // One unit of the drawing is about a pixel of the window, so that its words are as large on a telephone as elsewhere.
  const Left = 76, Top = 20;
  let Width, Height, Right, Bottom;
  const fit = () => {
    Width = Math.max(340, Math.min(960, root.clientWidth));
    Height = Math.round(Math.max(300, Width * 0.5625));
    [Right, Bottom] = [Width - 20, Height - 60];
  };
  const numeric = [...sweep.columns.values()].filter(column => column.numeric);
  const textual = [...sweep.columns.values()].filter(column => column.varies);
  const measureAt = index => (filter.measures[index] ?? numeric[index] ?? numeric[0])?.key;

  // Round ticks that cover the values; a logarithmic scale where they span more than two powers of ten.
  const scaleOf = values => {
    const [low, high] = [Math.min(...values), Math.max(...values)];
    if (low > 0 && high / low > 100) {
      const from = Math.floor(Math.log10(low)), to = Math.ceil(Math.log10(high));
      const step = Math.ceil((to - from) / 8);
      return { at: value => (Math.log10(value) - from) / (to - from), ticks: Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => 10 ** (from + index * step)), isLog: true };
    }
    const spread = high - low || Math.abs(high) || 1, rough = spread / 5, power = 10 ** Math.floor(Math.log10(rough));
    const step = [1, 2, 5, 10].map(times => times * power).find(size => size >= rough);
    const from = Math.floor(low / step) * step, to = Math.max(from + step, Math.ceil(high / step) * step);
    return { at: value => (value - from) / (to - from), ticks: Array.from({ length: Math.round((to - from) / step) + 1 }, (_, index) => from + index * step) };
  };
  const textOf = (value, scale) => scale.isLog ? `1e${Math.round(Math.log10(value))}` : String(Number(value.toPrecision(6)));

  const frame = (x, y, across, up) => {
    const parts = [];
    for (const tick of x.ticks) {
      const at = Left + x.at(tick) * (Right - Left);
      parts.push(drawing("line", { class: "rule", x1: at, x2: at, y1: Top, y2: Bottom }), drawing("text", { x: at, y: Bottom + 20, "text-anchor": "middle" }, textOf(tick, x)));
    }
    for (const tick of y.ticks) {
      const at = Bottom - y.at(tick) * (Bottom - Top);
      parts.push(drawing("line", { class: "rule", x1: Left, x2: Right, y1: at, y2: at }), drawing("text", { x: Left - 8, y: at + 4, "text-anchor": "end" }, textOf(tick, y)));
    }
    parts.push(
      drawing("text", { class: "axis-name", x: (Left + Right) / 2, y: Height - 14, "text-anchor": "middle" }, filter.nameOf(across) + (x.isLog ? ", log" : "")),
      drawing("text", { class: "axis-name", x: -(Top + Bottom) / 2, y: 18, transform: "rotate(-90)", "text-anchor": "middle" }, filter.nameOf(up) + (y.isLog ? ", log" : "")));
    return parts;
  };

  const valueOf = (trial, column) => {
    const value = trial.values[column.index];
    return Array.isArray(value) ? value[1] : value ?? "–";
  };

  const draw = () => {
    fit();
    const [across, up] = [sweep.columns.get(now.across ?? measureAt(0)), sweep.columns.get(now.up ?? measureAt(1))];
    const color = sweep.columns.get(now.color) ?? textual[0];
    $("across").value = across?.key;
    $("up").value = up?.key;
    $("color").value = color?.key ?? "";
    const trials = sweep.trials.filter(trial => across && up && filter.passes(trial) && sweep.numberOf(trial, across.key) && sweep.numberOf(trial, up.key));
    if (trials.length === 0) return root.replaceChildren(make("p", { class: "nothing" }, "No trial that passes the filter has both numbers."));
    const place = (trial, column) => sweep.numberOf(trial, column.key)[0];
    const x = scaleOf(trials.map(trial => place(trial, across))), y = scaleOf(trials.map(trial => place(trial, up)));
    const groups = color ? [...new Set(sweep.trials.map(trial => valueOf(trial, color)))] : [];
    const classOf = trial => `point hue${color ? groups.indexOf(valueOf(trial, color)) % 8 : 0}`;
    $("color-key").replaceChildren(...groups.slice(0, 8).map((group, index) => make("span", { class: `swatch hue${index}` }, group)), groups.length > 8 ? "…" : "");
    const svg = drawing("svg", { viewBox: `0 0 ${Width} ${Height}`, role: "group", "aria-label": `${trials.length} trials by ${filter.nameOf(across)} and ${filter.nameOf(up)}` }, ...frame(x, y, across, up));
    for (const trial of trials) {
      const point = drawing("circle", {
        class: classOf(trial), cx: Left + x.at(place(trial, across)) * (Right - Left), cy: Bottom - y.at(place(trial, up)) * (Bottom - Top), r: 6,
        tabindex: 0, role: "button", "data-trial": trial.id,
        "aria-label": `${sweep.nameOf(trial)}: ${across.label} ${valueOf(trial, across)}, ${up.label} ${valueOf(trial, up)}`,
      });
      const title = drawing("title");
      title.textContent = point.getAttribute("aria-label");
      point.append(title);
      svg.append(point);
    }
    const peek = make("div", { class: "peek", "aria-hidden": "true" }, make("img", { alt: "" }), make("p", {}));
    peek.hidden = true;
    root.replaceChildren(svg, peek);
  };

  const show = event => {
    const point = event.target.closest?.(".point"), peek = root.querySelector(".peek");
    if (!peek) return;
    peek.hidden = !point;
    if (!point) return;
    const trial = sweep.trial(point.dataset.trial), edges = point.getBoundingClientRect(), outer = root.getBoundingClientRect();
    peek.querySelector("img").hidden = !trial.hasImage;
    if (trial.hasImage) peek.querySelector("img").src = images.preview(trial);
    peek.querySelector("p").textContent = sweep.nameOf(trial);
    peek.style.left = Math.max(0, Math.min(edges.left - outer.left + 16, outer.width - 200)) + "px";
    peek.style.top = Math.max(0, edges.top - outer.top - 60) + "px";
  };

  const start = () => {
    for (const id of ["across", "up"]) {
      $(id).append(...numeric.map(column => option(column.key, filter.nameOf(column))));
      $(id).addEventListener("change", event => state.update({ [id]: event.target.value }));
    }
    $("color").append(...textual.map(column => option(column.key, column.label)));
    $("color").closest("label").hidden = textual.length === 0;
    $("color").addEventListener("change", event => state.update({ color: event.target.value }));
    for (const type of ["pointerover", "focusin"]) root.addEventListener(type, show);
    root.addEventListener("pointerleave", show);
    const open = event => {
      const id = event.target.closest(".point")?.dataset.trial;
      if (id) detail.open(sweep.trial(id).cells[0]);
    };
    root.addEventListener("click", open);
    root.addEventListener("keydown", event => { if (event.key === "Enter" || event.key === " ") open(event); });
  };

  return { start, draw };
})();
