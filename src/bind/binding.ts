import type { Mention } from '../model/document.js';
import type { Flag } from '../model/flags.js';
import type { Aspect } from '../model/record.js';

/** What a rule says of a quantity. */
export interface Binding {
  readonly label: string;
  /** Where the rule knows better than the verb before the number. */
  readonly aspect?: Aspect;
  /** Direction of a change, where it stands elsewhere. */
  readonly sign?: 1 | -1;
  /** What a later bare head goes on from, where that is less than the label. */
  readonly head?: string;
  /** The date the figure is about, where several are dealt out. */
  readonly dated?: Mention | null;
  readonly flags?: readonly Flag[];
}
