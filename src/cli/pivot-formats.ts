// Output formats of pivot, apart from the command, which is loaded when it is run.
export const PIVOT_FORMATS = ['csv', 'table', 'json', 'xlsx'] as const;
export type PivotFormat = (typeof PIVOT_FORMATS)[number];
