// The names a misspelt one may have meant.

/** Those within a few slips of what was typed, or that hold it, the nearest first. */
export function nearNames(typed: string, names: readonly string[], most = 3): string[] {
  const wanted = typed.toLowerCase();
  return names
    .map((name) => ({ name, distance: distance(wanted, name.toLowerCase()) }))
    .filter(
      (near) =>
        near.distance <= (wanted.length < 4 ? 1 : Math.max(2, Math.floor(wanted.length / 3))) || holds(near.name.toLowerCase(), wanted),
    )
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, most)
    .map((near) => near.name);
}

const holds = (name: string, part: string): boolean => part.length > 1 && (name.includes(part) || part.includes(name));

/** Levenshtein: letters to insert, delete or change. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
