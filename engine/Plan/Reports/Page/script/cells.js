/* One trial in a small box: its picture, or why there is none. Pictures are taken up as boxes come near the window, and let go again. */
const cells = (() => {
  const near = new Set();
  const trialOf = image => sweep.trial(image.dataset.picture);

  const take = image => {
    near.add(image);
    if (!image.getAttribute("src")) image.src = images.preview(trialOf(image));
    sharpen(image);
  };
  const leave = image => {
    near.delete(image);
    image.removeAttribute("src");
    image.classList.remove("whole");
  };

  // A preview that is shown larger than it is gives way to the file itself, where that is at hand.
  const sharpen = image => {
    const trial = trialOf(image);
    if (!trial.preview || image.classList.contains("whole")) return;
    if (image.clientWidth * devicePixelRatio * zoom.scale() <= trial.preview[0] * 1.15) return;
    images.full(trial).then(url => {
      if (!url || !near.has(image)) return;
      image.src = url;
      image.classList.add("whole");
    });
  };

  const watcher = root => new IntersectionObserver(entries => {
    for (const entry of entries) (entry.isIntersecting ? take : leave)(entry.target);
  }, { root, rootMargin: "400px" });
  const watchers = new Map();
  const watch = (root, image) => {
    if (!watchers.has(root)) watchers.set(root, watcher(root));
    watchers.get(root).observe(image);
  };
  const forget = root => {
    watchers.get(root)?.disconnect();
    watchers.delete(root);
    near.clear();
  };

  const progressOf = trial => {
    const [done, all] = trial.progress;
    return make("span", { class: "progress" },
      make("progress", { max: all, value: done, "aria-label": "Evaluations done" }), make("span", { class: "why" }, trial.progressText));
  };

  // What stands in the place of a picture.
  const notice = trial => [
    make("strong", {}, trial.stateText),
    trial.progress ? progressOf(trial) : null,
    trial.reason ? make("span", { class: "why" }, trial.reason) : null,
  ];

  const badges = cell => {
    const first = sweep.firstOf(cell);
    const found = [];
    if (cell.trial.hasImage && cell.trial.state !== "completed") found.push(make("span", { class: "badge-over", title: cell.trial.reason }, [cell.trial.stateText, cell.trial.reason].filter(Boolean).join(": ")));
    if (first) found.push(make("span", { class: "badge-over same", title: `Same trial as ${sweep.textOf(first.at)}` }, "= same trial"));
    return found;
  };

  const describe = cell => {
    const first = sweep.firstOf(cell);
    return [`${sweep.textOf(cell.at)}: ${cell.trial.stateText}`, cell.trial.progressText, first && `same trial as ${sweep.textOf(first.at)}`].filter(Boolean).join(", ");
  };

  // A box for a cell. root is what it scrolls in; null for the window.
  const box = (cell, root, tabIndex) => {
    const { trial } = cell;
    const picture = trial.hasImage ? make("img", { alt: "", "data-picture": trial.id, decoding: "async", draggable: "false" }) : null;
    const button = make(
      "button",
      { type: "button", class: picture ? "cell" : `cell bare ${trial.state}`, "data-trial": trial.id, "data-at": cell.at.join(), tabindex: tabIndex, "aria-label": describe(cell) },
      ...(picture ? [picture] : notice(trial)), ...badges(cell));
    if (picture) watch(root, picture);
    return make("div", { class: filter.passes(trial) ? "slot" : "slot out" }, button, stars.button(trial, -1));
  };

  return {
    box,
    watch, forget,
    sharpenAll: () => near.forEach(sharpen),
    cellOf: button => sweep.cellAt(button.dataset.at.split(",").filter(Boolean).map(Number)),
  };
})();
