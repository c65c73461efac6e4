// What validate passes over: fields that a team does not pin, and how far values may be off. It is said in every output, or a green run would hide it.
import { Big } from 'big.js';
import { UserError } from '../model/message.js';
import { COLUMNS, type HealthRecord } from '../model/record.js';

/** As flags or the key `validate` of the configuration say it. */
export interface LeniencySettings {
  readonly ignore?: readonly string[] | undefined;
  readonly only?: readonly string[] | undefined;
  /** `0.5%` of the expected value, or an absolute amount in the unit of the figure. */
  readonly tolerance?: string | undefined;
}

export interface Leniency {
  /** Whether a difference in this field counts. */
  compares(field: string): boolean;
  /** Whether a number is as good as the expected one. */
  near(field: string, expected: unknown, got: unknown): boolean;
  /** `not compared: rule, sentence; values may differ by 0.5%`; null where everything is compared as it is. */
  readonly said: string | null;
  readonly ignored: readonly string[];
  readonly tolerance: string | null;
}

/** They say which record is meant, so they cannot be passed over. */
const PLACE: ReadonlySet<string> = new Set(['start', 'end']);
const NUMBERS: ReadonlySet<string> = new Set(['value', 'valueMax']);
export const TOLERANCE = /^(?:\d+(?:\.\d+)?|\.\d+)%?$/u;

/** Flags replace what the configuration says: --ignore or --only its list, --tolerance its tolerance. Throws UserError for a faulty one. */
export function leniencyOf(flags: LeniencySettings, configured: LeniencySettings = {}): Leniency {
  const fields = flags.ignore || flags.only ? flags : configured;
  if (fields.ignore && fields.only)
    throw new UserError('--ignore and --only exclude each other: name the fields to leave out, or those to keep');
  for (const [flag, names] of Object.entries({ '--ignore': fields.ignore, '--only': fields.only })) checkFields(flag, names ?? []);
  const tolerance = flags.tolerance ?? configured.tolerance ?? null;
  if (tolerance !== null && !TOLERANCE.test(tolerance)) {
    throw new UserError(`--tolerance: '${tolerance}' is neither a share (0.5%) nor an amount (0.01)`);
  }
  const kept = fields.only && new Set<string>([...fields.only, ...PLACE]);
  const ignored = COLUMNS.filter((field) => (kept ? !kept.has(field) : (fields.ignore?.includes(field) ?? false)));
  const said = [
    ...(fields.only ? [`compared: only ${fields.only.join(', ')}`] : ignored.length > 0 ? [`not compared: ${ignored.join(', ')}`] : []),
    ...(tolerance === null ? [] : [`values may differ by ${tolerance}`]),
  ];
  return {
    // a field that the record does not have is a difference, unless others alone are asked for
    compares: (field) => (kept ? kept.has(field) : !(ignored as readonly string[]).includes(field)),
    near: (field, expected, got) => tolerance !== null && NUMBERS.has(field) && within(expected, got, tolerance),
    said: said.join('; ') || null,
    ignored,
    tolerance,
  };
}

export const STRICT: Leniency = leniencyOf({});

function checkFields(flag: string, names: readonly string[]): void {
  for (const name of names) {
    if (!COLUMNS.includes(name as keyof HealthRecord))
      throw new UserError(`${flag}: there is no field '${name}'; use some of ${COLUMNS.join(', ')}`);
    if (flag === '--ignore' && PLACE.has(name)) throw new UserError(`--ignore: ${name} says which record is meant; it is always compared`);
  }
}

function within(expected: unknown, got: unknown, tolerance: string): boolean {
  if (typeof expected !== 'number' || typeof got !== 'number') return false;
  const amount = new Big(tolerance.replace(/^\./u, '0.').replace('%', ''));
  const allowed = tolerance.endsWith('%') ? new Big(expected).abs().times(amount).div(100) : amount;
  return new Big(got).minus(expected).abs().lte(allowed);
}
