// Languages of column names and codes. Apart from the names themselves, which not every run needs.
export const LANGUAGES = ['en', 'zh'] as const;
export type Language = (typeof LANGUAGES)[number];
