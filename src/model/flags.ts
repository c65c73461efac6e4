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
  'year-from-file-name': {
    zh: '年份取自文件名',
    meaning: {
      en: 'the text tells no year; the name of its file does (boshan-2020.txt)',
      zh: '原文没有年份，年份取自文件名（boshan-2020.txt）',
    },
  },
  'sum-mismatch': {
    zh: '合计不符',
    meaning: { en: 'a total that its parts do not add up to, or exceed', zh: '总数与各部分之和不符，或小于其部分' },
  },
  'share-mismatch': {
    zh: '占比不符',
    meaning: { en: 'a share that is not that of the part in the whole', zh: '占比与部分、总数不符' },
  },
  'change-mismatch': {
    zh: '增减不符',
    meaning: { en: 'a change that does not connect the two levels, or its other wording', zh: '增减幅度与前后两个数值或另一种说法不符' },
  },
  'rate-mismatch': {
    zh: '比率不符',
    meaning: { en: 'a rate that is not that of its two counts', zh: '比率与分子、分母不符' },
  },
  'product-mismatch': {
    zh: '乘积不符',
    meaning: { en: 'a total that is not the amount per head times the heads', zh: '总额与人均金额乘以人数不符' },
  },
  'visits-below-people': {
    zh: '人次少于人数',
    meaning: { en: 'fewer visits than people', zh: '人次数少于人数' },
  },
  'out-of-range': {
    zh: '超出范围',
    meaning: { en: 'a rate beyond 100 % (possible for some), or a count below nothing', zh: '比率超过100%（有的指标可能），或数量为负' },
  },
  'repeated-differs': {
    zh: '前后不一',
    meaning: { en: 'told elsewhere in the report with another value', zh: '同一指标在报告别处数值不同' },
  },
  'magnitude-suspect': {
    zh: '数量级可疑',
    meaning: { en: 'thousands of times out of line with its list: 万 may be missing', zh: '与同列的数相差几千倍以上：可能漏写“万”' },
  },
} as const satisfies Readonly<Record<string, FlagMeaning>>;

export type Flag = keyof typeof FLAGS;
