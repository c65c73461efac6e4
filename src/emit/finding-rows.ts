// Findings as rows of a sheet: what was checked, what came out, and both quotes with their places.
import type { Citation, Finding } from '../audit/finding.js';
import { CHECKS_ZH, ROLES_ZH, VERDICTS_ZH } from './chinese.js';
import type { Language } from './languages.js';
import type { Cell } from './sheet-cell.js';
import type { SheetColumn } from './workbook.js';

const COLUMNS: readonly { readonly en: string; readonly zh: string; readonly width: number }[] = [
  { en: 'check', zh: '核对项', width: 16 },
  { en: 'verdict', zh: '结论', width: 16 },
  { en: 'finding', zh: '说明', width: 50 },
  { en: 'stated', zh: '所写', width: 14 },
  { en: 'computed', zh: '算得', width: 14 },
  { en: 'tolerance', zh: '容差', width: 14 },
  { en: 'unit', zh: '单位', width: 10 },
  { en: 'figure', zh: '被核对的数', width: 30 },
  { en: 'where', zh: '出处', width: 26 },
  { en: 'quote', zh: '原句', width: 50 },
  { en: 'other figures', zh: '相关的数', width: 40 },
  { en: 'their quotes', zh: '相关原句', width: 60 },
  { en: 'id', zh: '编号', width: 20 },
];

export const findingColumns = (lang: Language): SheetColumn[] => COLUMNS.map((column) => ({ title: column[lang], width: column.width }));

export function findingRow(finding: Finding, lang: Language): Cell[] {
  const [first, ...others] = finding.cites;
  const fill = finding.verdict === 'inconsistent' ? { fill: 'warning' as const } : {};
  const quotes = new Map(others.filter((cite) => cite.sentence !== first?.sentence).map((cite) => [cite.sentence, placeOf(cite)]));
  return [
    lang === 'zh' ? CHECKS_ZH[finding.check] : finding.check,
    { text: lang === 'zh' ? VERDICTS_ZH[finding.verdict] : finding.verdict, ...fill },
    wrapped([finding.text[lang]]),
    finding.stated,
    finding.computed,
    finding.tolerance,
    finding.unit,
    first ? wrapped([figureOf(first, lang)]) : null,
    first ? wrapped([placeOf(first)]) : null,
    first ? wrapped([first.sentence]) : null,
    wrapped(others.map((cite) => `${figureOf(cite, lang)} (${placeOf(cite)})`)),
    wrapped([...quotes].map(([sentence, place]) => `${place}: ${sentence}`)),
    { text: finding.id, code: true },
  ];
}

const wrapped = (lines: readonly string[]): Cell => ({ text: lines.join('\n'), wrap: true });

/** total: 家庭医生签约 23.5万人 */
const figureOf = ({ role, label, raw }: Citation, lang: Language): string =>
  lang === 'zh' ? `${ROLES_ZH[role]}：${label} ${raw}` : `${role}: ${label} ${raw}`;

const placeOf = ({ file, line }: Citation): string => `${file}:${line}`;
