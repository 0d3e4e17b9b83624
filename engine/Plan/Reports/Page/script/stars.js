/* Favorites: starred trials, remembered by this browser. */
const stars = (() => {
  const listeners = [];
  const ids = new Set(memory.read("stars", []).filter(id => sweep.trial(id)));
  const tell = () => {
    memory.write("stars", [...ids]);
    for (const listener of listeners) listener();
  };
  const mark = button => {
    const trial = sweep.trial(button.dataset.star), isOn = ids.has(trial.id);
    button.textContent = isOn ? "★" : "☆";
    button.setAttribute("aria-pressed", String(isOn));
    button.setAttribute("aria-label", `Star ${sweep.nameOf(trial)}`);
  };
  const toggle = id => {
    if (!ids.delete(id)) ids.add(id);
    for (const button of all("[data-star]")) if (button.dataset.star === id) mark(button);
    announce(ids.has(id) ? `${sweep.nameOf(sweep.trial(id))} is starred` : `The star of ${sweep.nameOf(sweep.trial(id))} is taken off`);
    tell();
  };
  return {
    has: id => ids.has(id),
    trials: () => sweep.trials.filter(trial => ids.has(trial.id)),
    toggle,
    clear: () => {
      ids.clear();
      for (const button of all("[data-star]")) mark(button);
      tell();
    },
    onChange: listener => listeners.push(listener),
    // A star beside a picture of the trial. It is reached by its key F there, and by Tab only where there is no such key.
    button: (trial, tabIndex) => {
      const button = make("button", { type: "button", class: "star", "data-star": trial.id, tabindex: tabIndex, onclick: () => toggle(trial.id) });
      mark(button);
      return button;
    },
  };
})();
