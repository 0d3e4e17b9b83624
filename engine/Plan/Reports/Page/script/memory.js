/* What this browser remembers of the sweep: stars, votes, colors. Where it may keep nothing, it is remembered until the page closes. */
const memory = (() => {
  const held = new Map();
  const nameOf = key => `neuralstyle:${sweep.sweep}:${key}`;
  return {
    read: (key, fallback) => {
      try {
        const text = localStorage.getItem(nameOf(key)) ?? held.get(key);
        return text === undefined || text === null ? fallback : JSON.parse(text);
      } catch {
        return held.has(key) ? JSON.parse(held.get(key)) : fallback;
      }
    },
    write: (key, value) => {
      held.set(key, JSON.stringify(value));
      try {
        localStorage.setItem(nameOf(key), JSON.stringify(value));
      } catch {
        announce("This browser does not let the page keep anything; save what you need.");
      }
    },
  };
})();
