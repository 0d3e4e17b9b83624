/* A picture, large: zoomed by wheel, keys and buttons, moved by dragging; a second one may lie over it, up to a line that is moved. */
const stage = (() => {
  const root = $("stage"), view = $("view"), other = $("other"), over = $("over");
  let mode = "fit", scale = 1, x = 0, y = 0, split = .5, width = 0, height = 0;

  const draw = () => {
    for (const image of [view, other]) {
      image.style.transform = `translate(${x}px, ${y}px) scale(${scale})`;
      image.classList.toggle("large", mode !== "fit" && scale >= 2);
    }
    $("scale").textContent = Math.round(scale * 100) + "%";
    $("fit").setAttribute("aria-pressed", String(mode === "fit"));
    $("full").setAttribute("aria-pressed", String(mode !== "fit" && scale === 1));
  };
  const center = () => {
    x = Math.round((root.clientWidth - width * scale) / 2);
    y = Math.round((root.clientHeight - height * scale) / 2);
  };
  const fit = () => {
    mode = "fit";
    scale = Math.min((root.clientWidth - 32) / width, (root.clientHeight - 32) / height, 8);
    center();
    draw();
  };
  const zoomTo = (target, atX = root.clientWidth / 2, atY = root.clientHeight / 2) => {
    const next = Math.min(32, Math.max(.05, target));
    x = atX - (atX - x) * next / scale;
    y = atY - (atY - y) * next / scale;
    scale = next;
    mode = "free";
    draw();
  };

  const wipeTo = part => {
    split = Math.max(0, Math.min(1, part));
    over.style.clipPath = `inset(0 0 0 ${split * 100}%)`;
    $("divider").style.left = `${split * 100}%`;
    $("wipe").value = String(Math.round(split * 1000));
  };

  // Both pictures take the place of a picture of this size, so that what lies above each other belongs together.
  const sizeTo = (naturalWidth, naturalHeight) => {
    const isSame = naturalWidth === width && naturalHeight === height;
    [width, height] = [naturalWidth, naturalHeight];
    for (const image of [view, other]) Object.assign(image.style, { width: width + "px", height: height + "px" });
    if (mode === "fit" || !isSame) fit(); else draw();
  };

  const start = () => {
    root.addEventListener("wheel", event => {
      event.preventDefault();
      const edges = root.getBoundingClientRect();
      zoomTo(scale * Math.exp(-event.deltaY * .0015), event.clientX - edges.left, event.clientY - edges.top);
    }, { passive: false });
    root.addEventListener("dblclick", event => {
      if (event.target === $("wipe")) return;
      const edges = root.getBoundingClientRect();
      if (mode === "fit") zoomTo(1, event.clientX - edges.left, event.clientY - edges.top); else fit();
    });
    let grabbed = null;
    root.addEventListener("pointerdown", event => {
      if (event.target === $("wipe")) return;
      root.setPointerCapture(event.pointerId);
      // A press near the line takes the line.
      const onLine = !over.hidden && Math.abs(event.clientX - root.getBoundingClientRect().left - split * root.clientWidth) < 14;
      grabbed = onLine ? "line" : "picture";
      root.classList.add("dragging");
    });
    root.addEventListener("pointermove", event => {
      if (!grabbed || !root.hasPointerCapture(event.pointerId)) return;
      if (grabbed === "line") return wipeTo((event.clientX - root.getBoundingClientRect().left) / root.clientWidth);
      x += event.movementX;
      y += event.movementY;
      mode = "free";
      draw();
    });
    for (const end of ["pointerup", "pointercancel"]) root.addEventListener(end, () => { grabbed = null; root.classList.remove("dragging"); });
    $("wipe").addEventListener("input", event => wipeTo(Number(event.target.value) / 1000));
    $("fit").addEventListener("click", fit);
    $("full").addEventListener("click", () => zoomTo(1));
    window.addEventListener("resize", () => { if (root.checkVisibility() && mode === "fit" && width) fit(); });
    wipeTo(.5);
  };

  return {
    start, fit, sizeTo,
    scaleBy: factor => zoomTo(scale * factor),
    full: () => zoomTo(1),
    wipeBy: step => wipeTo(split + step),
    // Shows or takes away the second picture.
    cover: url => {
      over.hidden = $("divider").hidden = $("wipe").hidden = !url;
      if (url) other.src = url; else other.removeAttribute("src");
    },
  };
})();
