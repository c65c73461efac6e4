// Every doubt a record can be flagged with. A new one: an entry here and a line in the flag tables of both READMEs, which a test compares.

export interface FlagMeaning {
  /** Short Chinese name, as a cell of a Chinese spreadsheet shows it. */
  readonly zh: string;
  /** What to look at, in one line, without Markdown. */
  readonly meaning: { readonly en: string; readonly zh: string };
}

export const FLAGS = {
  'unit-implied': {
    zh: '单位系推断',
    meaning: {
      en: 'the text writes no unit; it was taken from the words around it (建档人数61850) or a caption (单位：万元)',
      zh: '原文没写单位，是根据前后文（建档人数61850）或表头说明（单位：万元）推断的',
    },
  },
  'ambiguous-binding': {
    zh: '对应关系不明',
    meaning: {
      en: 'a 分别 list with more or fewer numbers than names: which number belongs to which was not guessed',
      zh: '“分别”后面的数与前面的名称个数不一致，程序没有猜测哪个数对应哪个名称',
    },
  },
  'number-joined': {
    zh: '数字被拆开',
    meaning: {
      en: 'spaces or a line break stood inside the number (1 2家); the two parts might be two numbers',
      zh: '数字中间有空格或换行（1 2家）；也可能本来是两个数',
    },
  },
  'unit-missing': {
    zh: '缺少单位',
    meaning: {
      en: 'a cell of a table whose headers, caption and name give no unit',
      zh: '表格中的数字，表头、表题和名称都没有给出单位',
    },
  },
  'label-missing': {
    zh: '缺少指标名称',
    meaning: { en: 'nothing was found that says what is measured', zh: '没找到说明指标的文字' },
  },
  'place-ambiguous': {
    zh: '地区不明确',
    meaning: { en: 'the place name fits several places; give --district', zh: '地名对应多个地区，请用 --district 指定' },
  },
  'year-unknown': {
    zh: '年份不明',
    meaning: { en: 'no year was found; give --year', zh: '没找到年份，请用 --year 指定' },
  },
} as const satisfies Readonly<Record<string, FlagMeaning>>;

export type Flag = keyof typeof FLAGS;
