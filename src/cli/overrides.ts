// What the user says of place, year and domain, checked.
import { UserError } from '../model/message.js';
import { DOMAINS, type Domain } from '../model/record.js';
import type { Overrides } from '../report.js';
import { type DivisionTable, divisions } from '../tag/divisions.js';
import { placeOf } from '../tag/place.js';
import type { Settings } from './config.js';
import type { Reporter } from './reporter.js';

export function checkedOverrides({ district, year, domain }: Settings): Overrides {
  if (district?.trim() === '') throw new UserError('--district: give a name or a six-digit code');
  return {
    ...(district === undefined ? {} : { district: district.trim() }),
    ...(year === undefined ? {} : { year }),
    ...(domain === undefined ? {} : { domain: checkedDomain(domain) }),
  };
}

function checkedDomain(domain: string): Domain {
  const known = DOMAINS.find((name) => name === domain);
  if (known) return known;
  throw new UserError(`--domain: there is no domain '${domain}'; use one of ${DOMAINS.join(', ')}`);
}

/** Says where the place is not one that the table knows for sure. */
export function warnOfPlace({ district, year }: Overrides, report: Reporter, table: DivisionTable = divisions()): void {
  if (district === undefined) return;
  const place = placeOf(district, year ?? null, table);
  if (place?.ambiguous) {
    report.warn(`--district: more than one place is called ${district}; its six-digit code, or the name with its city, settles which`);
  } else if (
    !place &&
    /* a code that is out of force today is no mistake: the report may be as old */ table.everByCode(district).length === 0
  ) {
    report.warn(`--district: ${district} is not in the table of divisions; it is kept as given, without a code`);
  }
}
