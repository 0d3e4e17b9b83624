/* The manifest that gives chosen trials again: every parameter, and an experiment for each trial with what differs. */
const selection = (() => {
  const dialog = $("manifest-box");
  let groups = [];

  const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

  // An experiment can have an image of its own, but no blend of several, and no snapshots: those need a manifest of their own.
  const groupOf = trials => {
    const found = new Map();
    for (const trial of trials) {
      const { style, snapshots } = trial.manifest;
      const key = JSON.stringify([style.length > 1 ? style : [], snapshots]);
      found.set(key, [...found.get(key) ?? [], trial]);
    }
    return [...found.values()];
  };

  const imagesOf = (trials, kind) => trials.map(trial => trial.manifest[kind]).find(names => names.length) ?? [];

  const manifestOf = trials => {
    const settings = trials.map(trial => ({ ...sweep.commonParameters, ...trial.manifest.parameters }));
    const shared = Object.keys(settings[0]).filter(name => settings.every(setting => same(setting[name], settings[0][name])));
    const varied = Object.keys(settings[0]).filter(name => !shared.includes(name));
    const only = (setting, names) => Object.fromEntries(names.map(name => [name, setting[name]]));
    const content = imagesOf(trials, "content"), style = imagesOf(trials, "style");
    const experiment = (trial, index) => ({
      name: trial.id,
      ...trial.manifest.content.length && !same(trial.manifest.content, content) && { content: trial.manifest.content[0] },
      ...trial.manifest.style.length && !same(trial.manifest.style, style) && { style: trial.manifest.style[0] },
      parameters: only(settings[index], varied),
    });
    return {
      name: sweep.selectionName,
      resolved: true,
      ...content.length && { content },
      ...style.length && { style },
      parameters: only(settings[0], shared),
      ...trials.length > 1 && { experiments: trials.map(experiment) },
      snapshots: trials[0].manifest.snapshots,
      limits: { maxTrials: Math.max(1, trials.length) },
    };
  };

  const titleOf = trials => {
    const { style, snapshots } = trials[0].manifest;
    return `${style.length > 1 ? `blend of ${style.join(" + ")}, ` : ""}snapshots ${snapshots}: ${trials.length === 1 ? "1 trial" : `${trials.length} trials`}`;
  };

  const fill = index => {
    const text = JSON.stringify(manifestOf(groups[index]), null, 2) + "\n";
    $("manifest-text").value = text;
    $("manifest-said").textContent = "";
    saveAs($("manifest-save"), text, `${sweep.selectionName}${groups.length > 1 ? `-${index + 1}` : ""}.json`);
  };

  const open = trials => {
    groups = groupOf(trials);
    $("manifest-title").textContent = trials.length === 1 ? "Manifest of the trial" : `Manifest of ${trials.length} trials`;
    $("manifest-note").textContent = groups.length === 1
      ? "It says every parameter, so it gives the same trials again: nst run it beside the images."
      : `These trials have different blends or snapshots, so there is a manifest for each of ${groups.length} groups.`;
    $("manifest-groups").hidden = groups.length === 1;
    $("manifest-group").replaceChildren(...groups.map((group, index) => option(index, titleOf(group))));
    $("unstar").hidden = !trials.some(trial => stars.has(trial.id));
    fill(0);
    dialog.showModal();
  };

  const copy = async () => {
    const area = $("manifest-text");
    try {
      await navigator.clipboard.writeText(area.value);
      $("manifest-said").textContent = "Copied.";
    } catch {
      area.focus();
      area.select();
      $("manifest-said").textContent = "This browser doesn't let the page copy: the text is selected, press Ctrl+C.";
    }
  };

  const show = () => {
    const count = stars.trials().length;
    $("selection").disabled = count === 0;
    $("selection").textContent = `★ ${count} starred`;
    $("selection").setAttribute("aria-label", `${count} starred: manifest of the selection`);
  };

  const start = () => {
    $("selection").addEventListener("click", () => open(stars.trials()));
    $("manifest-group").addEventListener("change", event => fill(Number(event.target.value)));
    $("manifest-copy").addEventListener("click", copy);
    $("unstar").addEventListener("click", () => { stars.clear(); dialog.close(); });
    stars.onChange(show);
    show();
  };

  return { start, open };
})();
