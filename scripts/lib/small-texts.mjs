// Small texts without end, no two alike: numbers, places and names change, so that no cache can have them all.
const PLACES = ['双流区', '建湖县', '敦化市', '海安市', '安吉县', '石门县', '宁海县', '凤庆县'];
const SENTENCES = [
  (/** @type {number} */ n) => `全年第${n}批新增床位${n % 997}张，孕产妇系统管理率${90 + (n % 100) / 10}%。`,
  (/** @type {number} */ n) => `${n}号乡镇卫生院家庭医生签约${n % 9973}人，其中重点人群${n % 313}人。`,
  (/** @type {number} */ n) => `累计接种疫苗${(n % 500) / 10}万剂次，较上年提高${(n % 30) / 10}个百分点。`,
  (/** @type {number} */ n) =>
    `投入资金${n % 7919}万元，改造第${n}村卫生室，办结时限由${20 + (n % 9)}个工作日缩短至${1 + (n % 9)}个工作日。`,
  (/** @type {number} */ n) => `我们走访了第${n}户家庭，继续努力工作。`,
];

/** @param {number} n */
export const oneSentence = (n) => SENTENCES[n % SENTENCES.length]?.(n) ?? '';

/** @param {number} n */
export const smallText = (n) =>
  `${PLACES[n % PLACES.length]}${2000 + (n % 24)}年工作总结\n${SENTENCES[n % SENTENCES.length]?.(n)}${SENTENCES[(n + 2) % SENTENCES.length]?.(n + 1)}\n`;
