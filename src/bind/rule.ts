import type { Binding } from './binding.js';
import type { Memory } from './memory.js';
import type { Reading } from './reading.js';

/** A rule of the binding stage. The first of the list that returns a binding wins. */
export interface BindRule {
  readonly id: string;
  /** One line for `healthx explain`. */
  readonly says: string;
  bind(reading: Reading, memory: Memory): Binding | null;
}
