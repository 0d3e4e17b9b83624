/*
 * The pair whose comparison would tell most: p (1 - p) v, with p the probability that the first is preferred and v the variance of the
 * difference of strengths, as engine/Plan/Preferences has it. One of the two is of the group with the most votes, where there is one.
 */
const pairs = (() => {
  const Hair = 1e-9;

  const next = (ids, fits, isAllowed) => {
    const known = new Map(fits.flatMap(fitted => fitted.ids.map((id, index) => [id, { fitted, index }])));
    const main = fits.reduce((best, fitted) => !best || fitted.votes > best.votes ? fitted : best, null);
    const place = id => known.get(id);
    const of = at => at ? [at.fitted.strengths[at.index], at.fitted.covariance[at.index][at.index]] : [0, 4 / ranking.PriorTies];
    const gain = (a, b) => {
      const [atA, atB] = [place(a), place(b)], [strengthA, varianceA] = of(atA), [strengthB, varianceB] = of(atB);
      const together = atA && atB && atA.fitted === atB.fitted ? atA.fitted.covariance[atA.index][atB.index] : 0;
      return ranking.information(strengthA - strengthB) * (varianceA + varianceB - 2 * together);
    };
    let best = null;
    for (let one = 0; one < ids.length; one++) {
      for (let other = one + 1; other < ids.length; other++) {
        const [a, b] = [ids[one], ids[other]];
        if (main && !main.ids.includes(a) && !main.ids.includes(b)) continue;
        const found = gain(a, b);
        if ((!best || found > best.gain * (1 + Hair)) && isAllowed(a, b)) best = { a, b, gain: found };
      }
    }
    return best;
  };

  // Trials without votes are all alike: the first two stand for the others.
  const candidates = (ids, fits) => {
    const voted = new Set(fits.flatMap(fitted => fitted.ids)), fresh = ids.filter(id => !voted.has(id)).slice(0, 2);
    return ids.filter(id => voted.has(id) || fresh.includes(id));
  };

  return { next: (ids, fits, isAllowed = () => true) => next(candidates(ids, fits), fits, isAllowed) };
})();
