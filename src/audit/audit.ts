// The figures of records checked against each other: a list of checks, each in a file beside this one.
import type { HealthRecord } from '../model/record.js';
import { acrossYears, withinSentence } from './checks/changes.js';
import { magnitude } from './checks/magnitude.js';
import { naturalRange } from './checks/natural-range.js';
import { partsTotal } from './checks/parts-total.js';
import { perHead } from './checks/per-head.js';
import { rateCounts } from './checks/rates.js';
import { repeated } from './checks/repeated.js';
import { shareParts } from './checks/shares.js';
import { visitsPeople } from './checks/visits-people.js';
import { type AuditedDocument, auditedDocument, groupedBy } from './document.js';
import { CHECKS, type Check, type Finding } from './finding.js';

/** Checks that look at one report. */
const WITHIN: readonly ((document: AuditedDocument) => Finding[])[] = [
  partsTotal,
  shareParts,
  withinSentence,
  rateCounts,
  perHead,
  visitsPeople,
  naturalRange,
  magnitude,
];
/** Checks that compare reports. */
const ACROSS: readonly ((documents: readonly AuditedDocument[]) => Finding[])[] = [acrossYears, repeated];

/** Findings on the records of one or many reports, in the order of the reports and of the figures they are about. */
export function audit(records: readonly HealthRecord[]): Finding[] {
  const files = groupedBy(records, ({ file }) => file);
  const documents = [...files].map(([file, own]) => auditedDocument(file, own));
  const findings = [
    ...documents.flatMap((document) => WITHIN.flatMap((check) => check(document))),
    ...ACROSS.flatMap((check) => check(documents)),
  ];
  const order = new Map([...files.keys()].map((file, i) => [file, i]));
  const place = ({ cites }: Finding): [number, number] => [order.get(cites[0]?.file ?? '') ?? 0, cites[0]?.start ?? 0];
  // a slip of 万 explains why the list does not add up
  const slipped = new Set(
    findings
      .filter(({ check, verdict }) => check === 'magnitude' && verdict === 'inconsistent')
      .flatMap(({ cites }) => cites.slice(1, 2).map(({ record }) => record)),
  );
  return withoutTwins(findings)
    .filter(({ check, cites, verdict }) => !(check === 'parts-total' && verdict === 'inconsistent' && slipped.has(cites[0]?.record ?? '')))
    .sort((a, b) => {
      const [fileA, startA] = place(a);
      const [fileB, startB] = place(b);
      return fileA - fileB || startA - startB || CHECKS.indexOf(a.check) - CHECKS.indexOf(b.check);
    });
}

function withoutTwins(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((one) => [one.id, one])).values()];
}

/** Checks that point at a figure though they cannot tell whether it is wrong. */
export const SUSPICIOUS: ReadonlySet<Check> = new Set<Check>(['natural-range', 'magnitude']);

/** The flag of a record whose figure a check doubts. */
export const FLAG_OF = {
  'parts-total': 'sum-mismatch',
  'share-parts': 'share-mismatch',
  'change-levels': 'change-mismatch',
  'rate-counts': 'rate-mismatch',
  'per-head': 'product-mismatch',
  'from-to': 'change-mismatch',
  'visits-people': 'visits-below-people',
  'natural-range': 'out-of-range',
  repeated: 'repeated-differs',
  magnitude: 'magnitude-suspect',
} as const satisfies Readonly<Record<Check, string>>;
