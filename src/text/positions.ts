// Lines and pages of offsets, as editors and readers count them.

/** 1-based line and column of an offset, as editors count. */
export function lineIndex(text: string): (offset: number) => [number, number] {
  const starts = [0];
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
  return (offset) => {
    const line = countUpTo(starts, offset);
    return [line, offset - (starts[line - 1] as number) + 1];
  };
}

/** 1-based page of an offset; null where the text has none. */
export function pageIndex(starts: readonly number[] | undefined): (offset: number) => number | null {
  return (offset) => (starts ? Math.max(1, countUpTo(starts, offset)) : null);
}

/** How many of some ascending offsets are no greater than `offset`. */
function countUpTo(ascending: readonly number[], offset: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((ascending[mid] as number) <= offset) low = mid + 1;
    else high = mid;
  }
  return low;
}
