/* The votes: kept by this browser, saved to a file, read from one. */
const votes = (() => {
  const choices = ["a", "b", "tie"];
  const isVote = vote => vote && typeof vote === "object" && sweep.trial(vote.a) && sweep.trial(vote.b) && vote.a !== vote.b && choices.includes(vote.choice) && !Number.isNaN(Date.parse(vote.at));
  let list = memory.read("votes", []).filter(isVote);

  const keep = next => {
    list = next;
    memory.write("votes", list);
  };

  // The same vote, whichever of the two was shown first.
  const keyOf = ({ a, b, choice, at }) => a < b ? `${a} ${b} ${choice} ${at}` : `${b} ${a} ${{ a: "b", b: "a" }[choice] ?? choice} ${at}`;

  return {
    all: () => list,
    add: (a, b, choice) => keep([...list, { a, b, choice, at: new Date().toISOString() }]),
    undo: () => keep(list.slice(0, -1)),
    clear: () => keep([]),
    text: () => JSON.stringify({ format: 1, sweep: sweep.sweep, votes: list }, null, 2) + "\n",
    // Adds the votes of a file; says what came of it.
    read: text => {
      let book;
      try {
        book = JSON.parse(text);
      } catch {
        return "This is no file of votes: it is not JSON.";
      }
      if (book?.format !== 1 || !Array.isArray(book.votes)) return "This is no file of votes of a form that this page reads.";
      if (book.sweep !== sweep.sweep) return `These are votes on ${book.sweep}, not on ${sweep.sweep}.`;
      const known = new Set(list.map(keyOf)), good = book.votes.filter(isVote), fresh = good.filter(vote => !known.has(keyOf(vote)));
      keep([...list, ...fresh.map(({ a, b, choice, at }) => ({ a, b, choice, at }))].sort((x, y) => Date.parse(x.at) - Date.parse(y.at)));
      const left = book.votes.length - good.length;
      return `${fresh.length} votes were added${left ? `; ${left} on trials that this page does not have were left out` : ""}.`;
    },
  };
})();
