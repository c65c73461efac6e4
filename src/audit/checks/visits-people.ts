// 人次 are not fewer than the people they are visits of: 惠及3.2万人、2.9万人次.
import type { HealthRecord } from '../../model/record.js';
import { type AuditedDocument, between } from '../document.js';
import type { Finding } from '../finding.js';
import { intervalOf, isExact } from '../precision.js';
import { finding, named } from '../say.js';

/** Only a sign or a conjunction stands between the two. */
const JOINED = /^[\s、,，（(和及或/]*(?:共|合计|累计|计)?$/u;

export function visitsPeople({ groups }: AuditedDocument): Finding[] {
  return groups.flatMap((group) =>
    group.records.flatMap((second, at) => {
      const first = group.records[at - 1];
      if (first?.aspect !== 'level' || second.aspect !== 'level' || first.kind !== second.kind) return [];
      const [people, visits] = first.unit === '人' ? [first, second] : [second, first];
      if (people.unit !== '人' || visits.unit !== '人次' || !isExact(people) || !isExact(visits)) return [];
      if (!JOINED.test(between(group, first, second)) || people.partOf !== null || visits.partOf !== null || !sameThing(people, visits))
        return [];
      const fewer = intervalOf(visits).high.lt(intervalOf(people).low);
      return finding('visits-people', {
        verdict: fewer ? 'inconsistent' : 'consistent',
        en: `${named(visits)} ${fewer ? 'are fewer than' : 'are not fewer than'} ${named(people)}`,
        zh: `人次数“${named(visits)}”${fewer ? '少于' : '不少于'}人数“${named(people)}”`,
        cites: [
          ['other', visits],
          ['other', people],
        ],
        stated: visits.value,
        unit: '人次',
      });
    }),
  );
}

const sameThing = (a: HealthRecord, b: HealthRecord): boolean =>
  a.label === b.label || a.label.startsWith(b.label) || b.label.startsWith(a.label);
