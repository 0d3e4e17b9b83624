/* A or B: two results side by side, their settings hidden until one is chosen, and the ranking that follows. */
const vote = (() => {
  // What a search dropped is smaller than the others: a vote would be on that.
  const trials = sweep.trials.filter(trial => trial.hasImage && trial.state !== "dropped"), ids = trials.map(trial => trial.id);
  const inputs = trial => JSON.stringify([trial.manifest.content, trial.manifest.style]);
  // Which photograph is nicer says nothing of settings.
  const ofSameImages = (a, b) => inputs(sweep.trial(a)) === inputs(sweep.trial(b));
  const skipped = new Set();
  let pair = null;

  const isFresh = (a, b) => !skipped.has([a, b].sort().join());

  const choosePair = fits => {
    const found = pairs.next(ids, fits, (a, b) => ofSameImages(a, b) && isFresh(a, b)) ?? anyPair();
    // Which of them is A is left to chance, so that no side is favored.
    pair = found && (Math.random() < .5 ? [found.a, found.b] : [found.b, found.a]);
  };
  // The first two new trials stand for all others; when they are of different images, any two of the same will do.
  const anyPair = () => {
    for (const a of ids) for (const b of ids) if (a < b && ofSameImages(a, b) && isFresh(a, b)) return { a, b };
    if (skipped.size === 0) return null;
    skipped.clear();
    return anyPair();
  };

  const showPair = () => {
    $("duel").hidden = !pair;
    $("no-duel").hidden = Boolean(pair);
    for (const id of ["vote-a", "vote-b", "vote-tie", "vote-skip"]) $(id).disabled = !pair;
    ["a", "b"].forEach((side, index) => {
      const image = $("image-" + side);
      if (!pair) return image.removeAttribute("src");
      const trial = sweep.trial(pair[index]);
      image.src = images.preview(trial);
      const mine = pair;
      images.full(trial).then(url => { if (url && pair === mine) image.src = url; });
    });
  };

  const line = (trial, low, high) => {
    const at = value => 4 + 192 * (value - low) / (high - low || 1);
    return drawing("svg", { viewBox: "0 0 200 20", role: "img", "aria-label": `strength ${trial.strength.toFixed(2)}, 95 % interval ${trial.low.toFixed(2)} to ${trial.high.toFixed(2)}`, preserveAspectRatio: "none" },
      drawing("line", { class: "zero", x1: at(0), x2: at(0), y1: 0, y2: 20 }),
      drawing("line", { class: "span", x1: at(trial.low), x2: at(trial.high), y1: 10, y2: 10 }),
      drawing("path", { class: "dot", d: `M${at(trial.strength)} 10h.01` }));
  };

  const row = (low, high) => ranked => {
    const trial = sweep.trial(ranked.id);
    return make("li", { "data-trial": ranked.id, "data-strength": ranked.strength, "data-low": ranked.low, "data-high": ranked.high },
      make("span", { class: "place" }, ranked.rank),
      make("button", { type: "button", "aria-label": `Show ${sweep.nameOf(trial)}`, onclick: () => detail.open(trial.cells[0]) }, make("img", { alt: "", src: images.preview(trial) })),
      make("span", { class: "who" }, sweep.nameOf(trial)),
      line(ranked, low, high),
      make("span", { class: "number" }, `${ranked.strength.toFixed(2)} (${ranked.low.toFixed(2)} to ${ranked.high.toFixed(2)})`, make("br"), `${ranked.wins} won, ${ranked.losses} lost${ranked.ties ? `, ${ranked.ties} even` : ""}`));
  };

  const showRanking = fits => {
    const groups = ranking.groups(fits), every = groups.flat();
    const [low, high] = [Math.min(0, ...every.map(trial => trial.low)), Math.max(0, ...every.map(trial => trial.high))];
    $("ranking").replaceChildren(...groups.flatMap((group, index) => [
      groups.length > 1 ? make("li", { class: "kind group-name" }, `Group ${index + 1}: no vote compares it with the others`) : null, ...group.map(row(low, high)),
    ]).filter(Boolean));
    const count = votes.all().length;
    $("votes-count").textContent = count === 1 ? "1 vote" : `${count} votes`;
    $("ranking-note").textContent = count === 0
      ? "Nothing has been chosen yet."
      : "Bradley-Terry strengths with 95 % intervals: where two intervals overlap, the votes don't tell which is better.";
    $("vote-undo").disabled = $("votes-clear").disabled = count === 0;
    $("votes-save").hidden = count === 0;
    if (count) saveAs($("votes-save"), votes.text(), `${sweep.sweep}-votes.json`);
  };

  const draw = (keepPair = pair !== null) => {
    const fits = ranking.fits(ids, votes.all());
    if (!keepPair) choosePair(fits);
    showPair();
    showRanking(fits);
  };

  const choose = choice => {
    if (!pair) return;
    const [a, b] = pair;
    votes.add(a, b, choice);
    const name = id => sweep.nameOf(sweep.trial(id));
    $("verdict").textContent = choice === "tie" ? `No difference between ${name(a)} and ${name(b)}.` : `${name(choice === "a" ? a : b)} rather than ${name(choice === "a" ? b : a)}.`;
    draw(false);
  };
  const skip = () => {
    if (pair) skipped.add([...pair].sort().join());
    draw(false);
  };
  const undo = () => {
    if (votes.all().length === 0) return;
    votes.undo();
    $("verdict").textContent = "The last vote is taken back.";
    draw(false);
  };

  const load = async event => {
    const [file] = event.target.files;
    if (!file) return;
    $("verdict").textContent = votes.read(await file.text());
    event.target.value = "";
    draw(false);
  };

  const start = () => {
    for (const [id, choice] of [["vote-a", "a"], ["side-a", "a"], ["vote-b", "b"], ["side-b", "b"], ["vote-tie", "tie"]]) $(id).addEventListener("click", () => choose(choice));
    $("vote-skip").addEventListener("click", skip);
    $("vote-undo").addEventListener("click", undo);
    $("votes-load").addEventListener("change", load);
    $("votes-clear").addEventListener("click", () => {
      votes.clear();
      $("verdict").textContent = "The votes are forgotten.";
      draw(false);
    });
  };

  const keyed = { ArrowLeft: () => choose("a"), ArrowRight: () => choose("b"), ArrowDown: () => choose("tie"), n: skip, u: undo };
  return {
    start, draw: () => draw(),
    key: key => Boolean(keyed[key]) && (keyed[key](), true),
  };
})();
