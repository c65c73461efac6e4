// Years told by an era: 民国29年开办,31年增设分院.

/** The year before the first one of an era. */
export const ERAS = { 民国: 1911, 光绪: 1874, 宣统: 1908 } as const;

/** A year of 民国 whose era stands before an earlier one of the same account; `n` is its number. */
export const SAME_ERA =
  '(?<=民国(?:年间|\\d{1,2} ?年)(?:(?!19[4-9]\\d ?年)[^\\n]){0,200}(?:[,。;] ?|仅|[至—~-]))(?<n>[1-3]?\\d)年(?=[,一-龥])(?![多余]|以?来|间)';
