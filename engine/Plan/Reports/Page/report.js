"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const $ = id => document.getElementById(id);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  // Every image is carried once; the other places show copies.
  const sources = new Map();
  for (const image of all("img[data-result]")) sources.set("result:" + image.dataset.result, image.src);
  for (const image of all("img[data-input]")) sources.set(image.dataset.input, image.src);
  const fill = (image, key) => { if (sources.has(key)) image.src = sources.get(key); else image.remove(); };
  for (const image of all("img[data-copy-result]")) fill(image, "result:" + image.dataset.copyResult);
  for (const image of all("img[data-copy-input]")) fill(image, image.dataset.copyInput);

  /* Grid: one page at a time, cells as large as the window allows. */
  const pages = all("table.grid");
  const scroller = $("pages");
  const size = $("size");
  let page = 0;

  const cellAt = (p, row, column) => pages[p].querySelector(`.cell[data-row="${row}"][data-column="${column}"]`);

  const showPage = number => {
    page = number;
    pages.forEach((table, index) => { table.hidden = index !== number; });
    $("page").value = String(number);
    $("page-back").disabled = number === 0;
    $("page-on").disabled = number === pages.length - 1;
    pinHeaders();
    setTabStop();
  };

  // Nested row headers stick one beside the other: each as far from the edge as the ones before it are wide.
  const pinHeaders = () => {
    const outer = [...pages[page].tBodies[0].rows[0].querySelectorAll("th")];
    const edges = outer.map((_, level) => outer.slice(0, level).reduce((sum, header) => sum + header.offsetWidth, 0));
    for (const row of pages[page].querySelectorAll("tbody tr, tr.names")) {
      const headers = [...row.querySelectorAll("th")];
      headers.forEach((header, index) => { header.style.left = edges[edges.length - headers.length + index] + "px"; });
    }
  };

  const setTabStop = chosen => {
    const cells = all(".cell", pages[page]);
    const stop = chosen ?? cells.find(cell => cell.tabIndex === 0) ?? cells[0];
    for (const cell of cells) cell.tabIndex = cell === stop ? 0 : -1;
  };

  const applySize = pixels => {
    size.value = String(pixels);
    document.documentElement.style.setProperty("--cell", pixels + "px");
    // A cell too low for a line of its reason shows the reason in the detail view alone.
    const lines = Math.floor((pixels / aspect - 46) / 18);
    document.documentElement.style.setProperty("--lines", String(Math.max(1, lines)));
    scroller.classList.toggle("low", lines < 1);
    pinHeaders();
  };

  let aspect = 1, natural = 256, chosen = false;
  const measure = () => {
    const images = all("img[data-result]").filter(image => image.naturalWidth > 0);
    if (images.length > 0) {
      natural = Math.max(...images.map(image => image.naturalWidth));
      aspect = natural / Math.max(...images.map(image => image.naturalHeight));
    }
    document.documentElement.style.setProperty("--aspect", String(aspect));
  };

  const fitGrid = () => {
    applySize(96);
    const columns = data.pages[page].columns.length;
    const room = scroller.clientWidth - (pages[page].offsetWidth - columns * 96) - 2;
    const height = (window.innerHeight - 190) * aspect;
    const largest = Math.min(Math.max(natural, columns < 3 ? 520 : 300), height, 768);
    applySize(Math.max(72, Math.min(Math.floor(room / columns), Math.floor(largest))));
  };

  $("page").addEventListener("change", event => showPage(Number(event.target.value)));
  $("page-back").addEventListener("click", () => showPage(page - 1));
  $("page-on").addEventListener("click", () => showPage(page + 1));
  size.addEventListener("input", () => { chosen = true; applySize(Number(size.value)); });
  document.querySelector(".pager").hidden = pages.length < 2;
  document.querySelector(".tools").hidden = false;

  // The nearest cell in a direction that holds a trial.
  const neighbor = (place, rows, columns) => {
    const grid = data.pages[place.page].trials;
    let { row, column } = place;
    do { row += rows; column += columns; }
    while (grid[row] && column >= 0 && column < grid[row].length && !grid[row][column]);
    return grid[row]?.[column] ? { page: place.page, row, column } : null;
  };
  const arrows = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
  const placeOf = cell => ({ page: +cell.dataset.page, row: +cell.dataset.row, column: +cell.dataset.column });

  scroller.addEventListener("keydown", event => {
    const cell = event.target.closest(".cell");
    if (!cell || !arrows[event.key]) return;
    event.preventDefault();
    const next = neighbor(placeOf(cell), ...arrows[event.key]);
    if (!next) return;
    const target = cellAt(next.page, next.row, next.column);
    setTabStop(target);
    target.focus();
  });
  scroller.addEventListener("click", event => {
    const cell = event.target.closest(".cell");
    if (cell) open(placeOf(cell));
  });

  /* Detail: one trial, large, with its numbers. */
  const dialog = $("detail"), stage = $("stage"), view = $("view"), blank = $("blank");
  let place = null, shown = "result", zoom = "fit", scale = 1, x = 0, y = 0;

  const trialAt = where => data.pages[where.page].trials[where.row][where.column];
  const labelsAt = where => {
    const from = data.pages[where.page];
    return [...from.labels, ...from.rows[where.row], ...from.columns[where.column]];
  };
  const element = (tag, text, className) => {
    const made = document.createElement(tag);
    made.textContent = text;
    if (className) made.className = className;
    return made;
  };

  const open = where => {
    place = where;
    const id = trialAt(where);
    const labels = labelsAt(where).map(label => {
      const made = element("span", label.value);
      made.prepend(element("span", label.axis, "kind"));
      return made;
    });
    $("detail-title").replaceChildren(...(labels.length ? labels : [element("span", data.sweep)]));
    const facts = $("facts"), top = facts.scrollTop;
    facts.replaceChildren(document.getElementById("trial-" + id).content.cloneNode(true));
    if (!dialog.open) dialog.showModal();
    facts.scrollTop = top;
    $("back").disabled = !beside(-1);
    $("on").disabled = !beside(1);
    showImage(shown);
  };

  // The cell before or after this one, in reading order.
  const beside = step => {
    const rows = data.pages[place.page].trials, columns = rows[0].length;
    for (let at = place.row * columns + place.column + step; at >= 0 && at < rows.length * columns; at += step) {
      const next = { page: place.page, row: Math.floor(at / columns), column: at % columns };
      if (trialAt(next)) return next;
    }
    return null;
  };

  const showImage = kind => {
    const id = trialAt(place), trial = data.trials[id];
    const keys = { result: "result:" + id, content: trial.content, style: trial.style };
    for (const button of all("[data-show]")) {
      button.disabled = button.dataset.show !== "result" && !sources.has(keys[button.dataset.show]);
      button.setAttribute("aria-pressed", String(button.dataset.show === kind));
    }
    const source = sources.get(keys[kind]);
    shown = kind;
    view.hidden = !source;
    blank.hidden = Boolean(source);
    const save = $("save");
    save.hidden = $("fit").disabled = $("full").disabled = !source;
    if (!source) {
      blank.replaceChildren(...[...$("facts").querySelectorAll(".notice > *")].map(part => part.cloneNode(true)));
      return;
    }
    view.alt = kind === "result" ? "Result of trial " + id : `The ${kind} image`;
    view.src = source;
    save.href = source;
    save.download = kind === "result" ? `${data.sweep}-${id}.${source.slice(11, source.indexOf(";"))}` : trial[kind].slice(kind.length + 1);
    view.decode().then(() => { if (zoom === "fit") fit(); else draw(); }, () => {});
  };

  const draw = () => {
    view.style.transform = `translate(${x}px, ${y}px) scale(${scale})`;
    view.classList.toggle("large", zoom !== "fit" && scale >= 2);
    $("scale").textContent = Math.round(scale * 100) + "%";
    $("fit").setAttribute("aria-pressed", String(zoom === "fit"));
    $("full").setAttribute("aria-pressed", String(zoom !== "fit" && scale === 1));
  };
  const center = () => {
    x = Math.round((stage.clientWidth - view.naturalWidth * scale) / 2);
    y = Math.round((stage.clientHeight - view.naturalHeight * scale) / 2);
  };
  const fit = () => {
    zoom = "fit";
    scale = Math.min((stage.clientWidth - 32) / view.naturalWidth, (stage.clientHeight - 32) / view.naturalHeight, 8);
    center();
    draw();
  };
  const zoomTo = (target, atX = stage.clientWidth / 2, atY = stage.clientHeight / 2) => {
    const next = Math.min(32, Math.max(.05, target));
    x = atX - (atX - x) * next / scale;
    y = atY - (atY - y) * next / scale;
    scale = next;
    zoom = "free";
    draw();
  };

  stage.addEventListener("wheel", event => {
    event.preventDefault();
    const box = stage.getBoundingClientRect();
    zoomTo(scale * Math.exp(-event.deltaY * .0015), event.clientX - box.left, event.clientY - box.top);
  }, { passive: false });
  stage.addEventListener("dblclick", event => {
    const box = stage.getBoundingClientRect();
    if (zoom === "fit") zoomTo(1, event.clientX - box.left, event.clientY - box.top); else fit();
  });
  stage.addEventListener("pointerdown", event => {
    stage.setPointerCapture(event.pointerId);
    stage.classList.add("dragging");
  });
  stage.addEventListener("pointermove", event => {
    if (!stage.hasPointerCapture(event.pointerId)) return;
    x += event.movementX;
    y += event.movementY;
    zoom = "free";
    draw();
  });
  for (const end of ["pointerup", "pointercancel"]) stage.addEventListener(end, () => stage.classList.remove("dragging"));

  const close = () => dialog.close();
  $("close").addEventListener("click", close);
  $("back").addEventListener("click", () => open(beside(-1)));
  $("on").addEventListener("click", () => open(beside(1)));
  $("fit").addEventListener("click", fit);
  $("full").addEventListener("click", () => zoomTo(1));
  for (const button of all("[data-show]")) button.addEventListener("click", () => showImage(button.dataset.show));
  dialog.addEventListener("close", () => {
    if (place.page !== page) showPage(place.page);
    const cell = cellAt(place.page, place.row, place.column);
    setTabStop(cell);
    cell.focus();
    cell.scrollIntoView({ block: "nearest", inline: "nearest" });
  });
  // On the document: a button that is disabled while it has the focus no longer hears keys.
  document.addEventListener("keydown", event => {
    if (!dialog.open || event.altKey || event.ctrlKey || event.metaKey) return;
    const turn = { PageUp: -1, PageDown: 1 }[event.key];
    if (arrows[event.key]) {
      const next = neighbor(place, ...arrows[event.key]);
      if (next) open(next);
    } else if (turn) {
      const next = { ...place, page: place.page + turn };
      if (data.pages[next.page]?.trials[next.row]?.[next.column]) open(next);
    } else if (event.key === "0") fit();
    else if (event.key === "1") zoomTo(1);
    else if (event.key === "+" || event.key === "=") zoomTo(scale * 1.25);
    else if (event.key === "-") zoomTo(scale / 1.25);
    else return;
    event.preventDefault();
  });

  /* Table: a click on a column's name sorts, a click on a row opens its first cell. */
  const table = $("trials"), body = table.tBodies[0];
  const sortBy = (header, column) => {
    const ascending = header.getAttribute("aria-sort") !== "ascending";
    for (const other of all("th[aria-sort]", table)) other.setAttribute("aria-sort", "none");
    header.setAttribute("aria-sort", ascending ? "ascending" : "descending");
    const sign = ascending ? 1 : -1;
    const numeric = all(`td:nth-child(${column + 1})`, body).some(cell => cell.dataset.value !== undefined);
    const keyed = [...body.rows].map(row => {
      const cell = row.cells[column];
      return { row, key: numeric ? (cell.dataset.value === undefined ? null : Number(cell.dataset.value)) : cell.textContent };
    });
    // Rows without a number stay last, whichever way the others go.
    keyed.sort((a, b) => a.key === null || b.key === null
      ? (a.key === null) - (b.key === null)
      : sign * (numeric ? a.key - b.key : a.key.localeCompare(b.key, "en", { numeric: true })));
    body.append(...keyed.map(item => item.row));
  };
  for (const header of all("th[aria-sort]", table)) {
    if (body.rows[0].cells[header.cellIndex].classList.contains("number")) header.classList.add("number");
    header.querySelector("button").addEventListener("click", () => sortBy(header, header.cellIndex));
  }
  body.addEventListener("click", event => {
    const row = event.target.closest("tr");
    for (let p = 0; p < data.pages.length; p++)
      for (let r = 0; r < data.pages[p].trials.length; r++) {
        const column = data.pages[p].trials[r].indexOf(row.dataset.trial);
        if (column >= 0) return open({ page: p, row: r, column });
      }
  });

  showPage(0);
  const begin = () => { measure(); fitGrid(); };
  begin();
  Promise.allSettled(all("img[data-result]").slice(0, 64).map(image => image.decode())).then(begin);
  window.addEventListener("resize", () => { if (!chosen) fitGrid(); if (dialog.open && zoom === "fit" && !view.hidden) fit(); });
})();
