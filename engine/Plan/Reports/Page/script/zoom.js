/* Zoom and pan of all cells at once: the same part of every picture, by style variables that the cells share. */
const zoom = (() => {
  const Most = 16;
  let scale = 1, x = 0, y = 0, settle = 0;

  // x and y are the middle's offset in parts of a cell; a picture never leaves its cell.
  const draw = () => {
    const room = (scale - 1) / 2;
    x = Math.max(-room, Math.min(room, x));
    y = Math.max(-room, Math.min(room, y));
    const style = $("main").style;
    style.setProperty("--zoom", scale);
    style.setProperty("--pan-x", `${x * 100}%`);
    style.setProperty("--pan-y", `${y * 100}%`);
    $("main").classList.toggle("zoomed", scale > 1);
    $("zoom").value = String(Math.round(100 * Math.log(scale) / Math.log(Most)));
    $("zoomed").textContent = `${scale < 10 ? Math.round(scale * 10) / 10 : Math.round(scale)}×`;
    clearTimeout(settle);
    settle = setTimeout(cells.sharpenAll, 160);
  };

  // Keeps the point (atX, atY), in parts of a cell from its middle, where it is.
  const to = (target, atX = 0, atY = 0) => {
    const next = Math.max(1, Math.min(Most, target));
    x = atX - (atX - x) * next / scale;
    y = atY - (atY - y) * next / scale;
    scale = next;
    draw();
  };
  const pan = (byX, byY) => {
    x += byX;
    y += byY;
    draw();
  };

  const cellUnder = event => event.target.closest?.(".cell:not(.bare)");
  let dragged = null, moved = false;

  const start = () => {
    for (const root of [$("scroller"), $("sorted")]) {
      root.addEventListener("wheel", event => {
        const cell = cellUnder(event);
        if (!cell || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        const edges = cell.getBoundingClientRect();
        to(scale * Math.exp(-event.deltaY * .004), (event.clientX - edges.left) / edges.width - .5, (event.clientY - edges.top) / edges.height - .5);
      }, { passive: false });
      root.addEventListener("pointerdown", event => {
        const cell = cellUnder(event);
        moved = false;
        if (cell && scale > 1 && event.button === 0) dragged = { cell, pointer: event.pointerId, x: event.clientX, y: event.clientY };
      });
      root.addEventListener("pointermove", event => {
        if (!dragged || event.pointerId !== dragged.pointer) return;
        const [byX, byY] = [event.clientX - dragged.x, event.clientY - dragged.y];
        if (!moved && Math.hypot(byX, byY) < 4) return;
        if (!moved) dragged.cell.setPointerCapture(event.pointerId);
        moved = true;
        pan(byX / dragged.cell.clientWidth, byY / dragged.cell.clientHeight);
        Object.assign(dragged, { x: event.clientX, y: event.clientY });
      });
      for (const end of ["pointerup", "pointercancel"]) root.addEventListener(end, () => { dragged = null; });
      // A drag is no click.
      root.addEventListener("click", event => { if (moved) { event.stopPropagation(); moved = false; } }, true);
    }
    $("zoom").addEventListener("input", event => to(Most ** (Number(event.target.value) / 100)));
    draw();
  };

  return { start, to, pan, scale: () => scale, reset: () => { x = y = 0; to(1); } };
})();
