/*
 * What votes say: the Bradley-Terry model, exactly as engine/Plan/Preferences fits it. i is preferred to j with probability
 * e^si / (e^si + e^sj); a tie is half a win of each; one imagined tie of each trial with a trial of strength 0 keeps strengths finite.
 */
const ranking = (() => {
  const PriorTies = 1, Tolerance = 1e-12, MostRounds = 100_000, Quantile = 1.959963984540054;

  // Trials that votes connect, each group in the order of the trials: { ids, votes, wins, losses, ties, between: [Map] }.
  const tallies = (ids, votes) => {
    const counted = votes.filter(vote => ids.includes(vote.a) && ids.includes(vote.b));
    const neighbors = new Map();
    for (const { a, b } of counted) for (const [one, other] of [[a, b], [b, a]]) neighbors.set(one, (neighbors.get(one) ?? new Set()).add(other));
    const seen = new Set(), groups = [];
    for (const start of ids) {
      if (!neighbors.has(start) || seen.has(start)) continue;
      const open = [start];
      seen.add(start);
      const group = new Set(open);
      while (open.length) for (const next of neighbors.get(open.shift())) if (!group.has(next)) { group.add(next); seen.add(next); open.push(next); }
      groups.push(tally(ids.filter(id => group.has(id)), counted));
    }
    return groups;
  };

  const tally = (ids, votes) => {
    const at = new Map(ids.map((id, index) => [id, index])), zeros = () => ids.map(() => 0);
    const made = { ids, votes: 0, wins: zeros(), losses: zeros(), ties: zeros(), between: ids.map(() => new Map()) };
    for (const vote of votes) {
      if (!at.has(vote.a)) continue;
      const [a, b] = [at.get(vote.a), at.get(vote.b)];
      made.votes++;
      for (const [one, other] of [[a, b], [b, a]]) made.between[one].set(other, (made.between[one].get(other) ?? 0) + 1);
      if (vote.choice === "tie") { made.ties[a]++; made.ties[b]++; }
      else {
        const [winner, loser] = vote.choice === "a" ? [a, b] : [b, a];
        made.wins[winner]++;
        made.losses[loser]++;
      }
    }
    // In the order of the trials, so that sums round as they do in the engine.
    made.between = made.between.map(map => [...map].sort((x, y) => x[0] - y[0]));
    return made;
  };

  const information = difference => {
    const probability = 1 / (1 + Math.exp(-difference));
    return probability * (1 - probability);
  };

  // Hunter's MM steps: w_i = W_i / sum_j n_ij / (w_i + w_j), the imagined trial one more j with w = 1.
  const strengthsOf = group => {
    const wins = group.ids.map((_, index) => group.wins[index] + .5 * (group.ties[index] + PriorTies));
    const weights = group.ids.map(() => 1);
    for (let round = 0; round < MostRounds; round++) {
      let change = 0;
      for (let index = 0; index < weights.length; index++) {
        let sum = PriorTies / (weights[index] + 1);
        for (const [other, votes] of group.between[index]) sum += votes / (weights[index] + weights[other]);
        const next = wins[index] / sum;
        change = Math.max(change, Math.abs(next - weights[index]) / weights[index]);
        weights[index] = next;
      }
      if (change < Tolerance) break;
    }
    return weights.map(Math.log);
  };

  // The inverse of the negative second derivatives of the log posterior, by Gauss and Jordan.
  const covarianceOf = (group, strengths) => {
    const count = strengths.length, matrix = strengths.map(() => new Float64Array(count));
    for (let index = 0; index < count; index++) {
      matrix[index][index] += PriorTies * information(strengths[index]);
      for (const [other, votes] of group.between[index]) {
        if (other >= index) continue;
        const part = votes * information(strengths[index] - strengths[other]);
        matrix[index][other] = matrix[other][index] = -part;
        matrix[index][index] += part;
        matrix[other][other] += part;
      }
    }
    for (let pivot = 0; pivot < count; pivot++) {
      const scale = 1 / matrix[pivot][pivot];
      matrix[pivot][pivot] = 1;
      for (let column = 0; column < count; column++) matrix[pivot][column] *= scale;
      for (let row = 0; row < count; row++) {
        if (row === pivot || matrix[row][pivot] === 0) continue;
        const factor = matrix[row][pivot];
        matrix[row][pivot] = 0;
        for (let column = 0; column < count; column++) matrix[row][column] -= factor * matrix[pivot][column];
      }
    }
    return matrix;
  };

  const fit = group => {
    const strengths = strengthsOf(group);
    return { ...group, strengths, covariance: covarianceOf(group, strengths) };
  };

  const sum = values => values.reduce((total, value) => total + value, 0);

  // Strengths less their mean, strongest first, each with its 95 % interval.
  const ranked = fitted => {
    const count = fitted.ids.length, mean = sum(fitted.strengths) / count, all = sum(fitted.covariance.map(row => sum(row)));
    return fitted.ids.map((id, index) => {
      const variance = fitted.covariance[index][index] - 2 * sum(fitted.covariance[index]) / count + all / count / count;
      const strength = fitted.strengths[index] - mean, error = Math.sqrt(Math.max(0, variance));
      return {
        id, strength, error, low: strength - Quantile * error, high: strength + Quantile * error,
        wins: fitted.wins[index], losses: fitted.losses[index], ties: fitted.ties[index],
      };
    }).sort((a, b) => b.strength - a.strength).map((trial, place) => ({ ...trial, rank: place + 1 }));
  };

  return {
    PriorTies, information,
    fits: (ids, votes) => tallies(ids, votes).map(fit),
    // Groups that votes connect, the one with the most votes first; strengths of different groups don't compare.
    groups: fits => [...fits].sort((a, b) => b.votes - a.votes).map(ranked),
  };
})();
