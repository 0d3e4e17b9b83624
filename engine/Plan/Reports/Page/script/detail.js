/* One trial, large, with all its parameters and numbers; beside it another, if it is to be compared. */
const detail = (() => {
  const dialog = $("detail"), facts = $("facts"), view = $("view"), blank = $("blank");
  let cell = null, shown = "result", against = "", pinned = null, turn = 0;

  const sourceOf = kind => kind === "result" ? null : kind === "content" ? cell.trial.content : cell.trial.styles[0];
  const pictureOf = async kind => {
    if (kind === "content" || kind === "style") return { url: images.carried(sourceOf(kind)), isWhole: true };
    const trial = kind === "result" ? cell.trial : sweep.trial(kind);
    if (!trial.hasImage) return { url: null, isWhole: true };
    const url = await images.full(trial);
    return { url: url ?? images.preview(trial), isWhole: Boolean(url), trial };
  };
  const nameOf = kind => kind === "result" ? sweep.textOf(cell.at) : kind === "content" ? "content" : kind === "style" ? "style" : sweep.nameOf(sweep.trial(kind));
  const canShow = kind => kind === "result" || (kind === "content" || kind === "style" ? images.has(sourceOf(kind)) : sweep.trial(kind)?.hasImage);

  const title = () => {
    const labels = sweep.labelsOf(cell.at).map(label => make("span", {}, make("span", { class: "kind" }, label.axis), label.value));
    $("detail-title").replaceChildren(...(labels.length ? labels : [make("span", {}, sweep.sweep)]));
  };

  // The markup is this page's own: every text in it was encoded when it was written.
  const fillFacts = () => {
    const top = facts.scrollTop, holder = document.createElement("template");
    holder.innerHTML = $("detail-" + cell.trial.id).textContent;
    const first = sweep.firstOf(cell);
    facts.replaceChildren(
      ...first ? [make("p", { class: "notice idle" }, `Same trial as ${sweep.textOf(first.at)}: the settings are equal, so it ran once.`)] : [],
      holder.content);
    for (const image of all("img[data-strip]", facts)) image.src = images.carried("strip:" + image.dataset.strip);
    facts.scrollTop = top;
  };

  const open = at => {
    cell = at;
    title();
    fillFacts();
    if (!dialog.open) dialog.showModal();
    $("back").disabled = !beside(-1);
    $("on").disabled = !beside(1);
    const isStarred = stars.has(cell.trial.id);
    $("star").setAttribute("aria-pressed", String(isStarred));
    $("star").textContent = isStarred ? "★ Starred" : "☆ Star";
    showPinned();
    fillAgainst();
    show(shown);
  };

  const showPinned = () => {
    $("pin").setAttribute("aria-pressed", String(pinned === cell.trial.id));
    $("pin").textContent = pinned === cell.trial.id ? "Pinned" : "Pin";
    $("pin").disabled = !cell.trial.hasImage;
  };

  const fillAgainst = () => {
    if (against && (!canShow(against) || against === cell.trial.id)) against = "";
    const trials = sweep.trials.filter(trial => trial.hasImage && trial !== cell.trial);
    $("against").replaceChildren(
      option("", "nothing"), ...["content", "style"].filter(canShow).map(kind => option(kind, kind)),
      ...trials.map(trial => option(trial.id, `${trial.id === pinned ? "pinned: " : ""}${sweep.nameOf(trial)}`)));
    $("against").value = against;
    $("against").disabled = !cell.trial.hasImage;
  };

  const show = async kind => {
    shown = canShow(kind) ? kind : "result";
    const mine = ++turn, wanted = shown;
    for (const button of all("[data-show]")) {
      button.disabled = !canShow(button.dataset.show);
      button.setAttribute("aria-pressed", String(button.dataset.show === wanted));
    }
    const [first, second] = await Promise.all([pictureOf(wanted), against && cell.trial.hasImage ? pictureOf(against) : null]);
    // Another picture was asked for meanwhile.
    if (mine !== turn) return;
    view.hidden = !first.url;
    blank.hidden = Boolean(first.url);
    $("fit").disabled = $("full").disabled = !first.url;
    legends(second?.url ? against : "");
    stage.cover(first.url ? second?.url : null);
    saveLink(wanted, first);
    note([first, second]);
    if (!first.url) {
      view.removeAttribute("src");
      blank.replaceChildren(...all(".notice > *", facts).map(part => part.cloneNode(true)));
      return;
    }
    view.alt = wanted === "result" ? `Result of ${sweep.textOf(cell.at)}` : `The ${wanted} image`;
    view.src = first.url;
    await view.decode().catch(() => {});
    if (mine !== turn) return;
    // A preview takes the place of the file that it stands for.
    const whole = wanted === "result" ? cell.trial.size : null;
    stage.sizeTo(whole?.[0] || view.naturalWidth, whole?.[1] || view.naturalHeight);
  };

  const legends = other => {
    $("legend-a").hidden = $("legend-b").hidden = !other;
    if (other) {
      $("legend-a").textContent = nameOf(shown);
      $("legend-b").textContent = nameOf(other);
    }
  };

  const saveLink = (kind, picture) => {
    const save = $("save");
    save.hidden = !picture.url;
    if (!picture.url) return;
    save.href = picture.url;
    save.textContent = picture.isWhole ? "Save" : "Save preview";
    const type = images.typeOf(kind === "result" ? `${picture.isWhole ? "full" : "thumb"}:${cell.trial.id}` : sourceOf(kind)) ?? "image/png";
    save.download = kind === "result" ? `${sweep.sweep}-${cell.trial.id}${picture.isWhole ? "" : "-preview"}.${type.slice(6)}` : `${sourceOf(kind).slice(kind.length + 1)}`;
  };

  const note = pictures => {
    const isPreview = pictures.some(picture => picture?.url && !picture.isWhole);
    $("preview-note").hidden = !isPreview;
    $("preview-note").textContent = isPreview
      ? `This is a preview: the image itself is too large for this page, and trials/${cell.trial.id}/image.png is not in the folder beside it.` : "";
  };

  // The cell before or after this one that holds a trial, in reading order of the page that is shown.
  const beside = step => {
    const shape = grid.shape(), place = layout.find(shape, cell.at);
    if (!place) return null;
    const columns = shape.columns.length;
    for (let at = place.row * columns + place.column + step; at >= 0 && at < shape.rows.length * columns; at += step) {
      const next = sweep.cellAt(layout.at(shape, Math.floor(at / columns), at % columns, place.page));
      if (next) return next;
    }
    return null;
  };
  const go = (rows, columns, pages = 0) => {
    const place = layout.find(grid.shape(), cell.at), next = place && grid.neighbor(place, rows, columns, pages);
    if (next) open(next.cell);
  };

  const setAgainst = kind => {
    against = kind;
    $("against").value = kind;
    show(shown);
  };
  const pin = () => {
    pinned = pinned === cell.trial.id ? null : cell.trial.id;
    showPinned();
    fillAgainst();
    announce(pinned ? "This trial is pinned: open another to compare them" : "No trial is pinned");
  };

  const start = () => {
    stage.start();
    $("close").addEventListener("click", () => dialog.close());
    $("back").addEventListener("click", () => open(beside(-1)));
    $("on").addEventListener("click", () => open(beside(1)));
    for (const button of all("[data-show]")) button.addEventListener("click", () => show(button.dataset.show));
    $("star").addEventListener("click", () => { stars.toggle(cell.trial.id); open(cell); });
    $("manifest").addEventListener("click", () => selection.open([cell.trial]));
    $("pin").addEventListener("click", pin);
    $("against").addEventListener("change", event => setAgainst(event.target.value));
    dialog.addEventListener("close", () => {
      turn++;
      const place = state.now.view === "grid" && layout.find(grid.shape(), cell.at);
      if (place) grid.focus(place);
    });
  };

  return {
    start, open, go, pin,
    isOpen: () => dialog.open,
    star: () => { stars.toggle(cell.trial.id); open(cell); },
    // Opens a cell against another one.
    compare: (first, second) => {
      against = second.trial.id;
      shown = "result";
      open(first);
    },
    compareNext: () => {
      const values = [...$("against").options].map(item => item.value).filter(kind => ["", "content", "style", pinned].includes(kind));
      setAgainst(values[(values.indexOf(against) + 1) % values.length]);
    },
    isComparing: () => !$("over").hidden,
  };
})();
