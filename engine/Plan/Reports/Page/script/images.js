/*
 * Every image is carried once, as the text of an inert element, and becomes a blob when it is first shown. Results come as previews; their
 * files are carried too where they fit the page's budget, and otherwise lie beside it, in the folder that the sweep was fetched to.
 */
const images = (() => {
  const blocks = new Map(all("script[data-image]").map(block => [block.dataset.image, block]));
  const urls = new Map(), types = new Map();

  const bytesOf = text => {
    if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
    const binary = atob(text), bytes = new Uint8Array(binary.length);
    for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
    return bytes;
  };

  const carried = key => {
    if (urls.has(key)) return urls.get(key);
    const block = blocks.get(key);
    if (!block) return null;
    types.set(key, block.dataset.media);
    const url = URL.createObjectURL(new Blob([bytesOf(block.textContent)], { type: block.dataset.media }));
    // The text is not needed any more; of a large sweep it is most of the page.
    block.textContent = "";
    urls.set(key, url);
    return url;
  };

  /* Files beside the page: where they are is found out with the first one that is asked for. */
  let folder = null, isAbsent = false;
  const load = url => new Promise(resolve => {
    const probe = new Image();
    probe.onload = () => resolve(true);
    probe.onerror = () => resolve(false);
    probe.src = url;
  });
  const besideUrl = (place, trial) => `${place}trials/${encodeURIComponent(trial.id)}/image.png`;
  const beside = async trial => {
    if (folder !== null) return await load(besideUrl(folder, trial)) ? besideUrl(folder, trial) : null;
    if (isAbsent) return null;
    for (const place of ["../../", ""]) {
      if (await load(besideUrl(place, trial))) {
        folder = place;
        return besideUrl(place, trial);
      }
    }
    isAbsent = true;
    return null;
  };

  return {
    has: key => blocks.has(key),
    carried,
    typeOf: key => types.get(key),
    preview: trial => carried("thumb:" + trial.id) ?? carried("full:" + trial.id),
    // The result's own file; null where it is neither in the page nor beside it.
    full: async trial => carried("full:" + trial.id) ?? (trial.hasImage ? await beside(trial) : null),
    isWhole: trial => blocks.has("full:" + trial.id),
  };
})();
