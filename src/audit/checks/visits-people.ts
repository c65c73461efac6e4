// 人次 are not fewer than the people they are visits of: 惠及3.2万人、2.9万人次.
import type { HealthRecord } from '../../model/record.js';
import { type AuditedDocument, before, between } from '../document.js';
import type { Finding } from '../finding.js';
import { intervalOf, isExact } from '../precision.js';
import { finding, findingsOn, named } from '../say.js';

/** Only a sign or a conjunction stands between the two. */
const JOINED = /^[\s、,，（(和及或/]*(?:共计|合计|累计|共|计)?$/u;
/** 为1.2万名患者|提供随访服务|1.5万人次 */
const SERVED = /^[^，,。；;]{0,10}(?:提供|开展|进行|实施|免费)[^，,。；;]{0,10}$/u;
/** What says nothing of what was done. */
const FILLER = /(?:全年|累计|共计|合计|总人次|总数|完成|达到?|为|共|[\s、,，（(数])/gu;

export function visitsPeople({ comparable }: AuditedDocument): Finding[] {
  return comparable.flatMap((group) =>
    findingsOn(group.records, (second, at) => {
      const first = at > 0 ? group.records[at - 1] : undefined;
      if (first?.aspect !== 'level' || second.aspect !== 'level' || first.kind !== second.kind) return null;
      const [people, visits] = first.unit === '人' ? [first, second] : [second, first];
      if (people.unit !== '人' || visits.unit !== '人次' || !isExact(people) || !isExact(visits)) return null;
      if (
        people.partOf !== null ||
        visits.partOf !== null ||
        !ofOneThing(people, visits, between(group, first, second), before(group, first))
      )
        return null;
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

/** Whether the words between two figures leave no doubt that the visits are those of the people. */
function ofOneThing(people: HealthRecord, visits: HealthRecord, words: string, ahead: string): boolean {
  if (JOINED.test(words)) return sameThing(people, visits);
  if (people.start > visits.start) return false;
  if (/(?:为|向|对)[^，,。；;]{0,6}$/u.test(ahead) && SERVED.test(words)) return true;
  // 透析患者184人,全年透析|148人次
  const done = words.replace(FILLER, '');
  return words.length <= 12 && done.length >= 2 && /^[，,]/u.test(words) && people.label.includes(done);
}

const sameThing = (a: HealthRecord, b: HealthRecord): boolean =>
  a.label === b.label || a.label.startsWith(b.label) || b.label.startsWith(a.label);
