// The five-year plans by their short names: 六五 for 1981 to 1985.
const NAMES = ['六五', '七五', '八五', '九五', '十五', '十一五', '十二五', '十三五', '十四五', '十五五'];
const FIRST_ENDS = 1985;

/** First and last year of the plan of that name (十三五); null where there is none. */
export function fiveYearPlan(name: string): { from: number; to: number } | null {
  const at = NAMES.indexOf(name);
  if (at < 0) return null;
  const to = FIRST_ENDS + 5 * at;
  return { from: to - 4, to };
}
