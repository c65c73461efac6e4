// Which column a cell belongs to, where only its place on the page tells.

/** Where something stands on a line, in any unit. */
export interface Extent {
  readonly left: number;
  readonly right: number;
}

interface Best {
  readonly cost: number;
  readonly from: number;
}

/**
 * For each column the index of the header cell that holds for it, -1 for none. A header stands over one column or over several neighbours,
 * centred above them or flush with the first; of all ways to deal the columns out, the one that fits the page best. The column of names may
 * have no header: where the first header is set in by more than `indent`. Null where there are more headers than columns.
 */
export function dealOut(places: readonly Extent[], columns: readonly Extent[], indent: number): number[] | null {
  const first = places[0];
  if (!first || !columns[0]) return null;
  const skipped = first.left > columns[0].left + indent ? 1 : 0;
  if (places.length > columns.length - skipped) return null;
  const misfit = (place: Extent, from: number, to: number): number => {
    const [start, end] = [columns[from] as Extent, columns[to] as Extent];
    return Math.min(Math.abs(place.left + place.right - start.left - end.right) / 2, Math.abs(place.left - start.left));
  };
  // best[k][to]: the least misfit of the first k + 1 headers over the columns up to `to`, and where the last of them begins
  const best: (Best | undefined)[][] = [];
  places.forEach((place, k) => {
    best[k] = [];
    for (let to = skipped + k; to < columns.length; to++) {
      for (let from = skipped + k; from <= to; from++) {
        if (k === 0 && from > skipped) break;
        const before = k === 0 ? 0 : best[k - 1]?.[from - 1]?.cost;
        if (before === undefined) continue;
        const cost = before + misfit(place, from, to);
        const known = best[k]?.[to];
        if (!known || cost < known.cost) (best[k] as (Best | undefined)[])[to] = { cost, from };
      }
    }
  });
  const heads = columns.map(() => -1);
  let to = columns.length - 1;
  for (let k = places.length - 1; k >= 0; k--) {
    const from = best[k]?.[to]?.from ?? skipped;
    heads.fill(k, from, to + 1);
    to = from - 1;
  }
  return heads;
}

/** The column whose middle is nearest to that of `place`. */
export function nearestColumn(place: Extent, columns: readonly Extent[]): number {
  const distances = columns.map(({ left, right }) => Math.abs(left + right - place.left - place.right));
  return distances.indexOf(Math.min(...distances));
}
