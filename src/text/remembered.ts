/**
 * Keys are mostly parts of a text, and a part keeps its whole text in memory: a small limit keeps few of them, and what comes again comes soon.
 */
const LIMIT = 1_000;

/** A pure function of a text that remembers what it said of the latest ones: reports repeat their words, and rules ask for the same phrase in turn. */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    let said = known.get(text);
    if (said === undefined && !known.has(text)) {
      said = read(text);
      if (known.size >= LIMIT) known.clear();
      known.set(text, said);
    }
    return said as T;
  };
}
