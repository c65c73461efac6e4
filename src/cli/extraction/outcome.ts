// What becomes of a document, as the command hears of it: in the order of the inputs, whichever thread did the work.
import type { Piece } from '../../emit/writer.js';
import type { HealthRecord } from '../../model/record.js';
import type { DocumentName, Extracted } from './extractor.js';

export interface OutcomeHeader extends DocumentName {
  readonly how: string | null;
  /** Why there is nothing; null where it was read. */
  readonly error: string | null;
  readonly records: number;
  /** Those with flags. */
  readonly doubtful: number;
}

export interface Outcome extends OutcomeHeader {
  /** To be fetched before the next outcome is asked for. `pieces` rejects with an InputError where the worker died in between. */
  readonly body:
    | { readonly kind: 'records'; readonly records: readonly HealthRecord[] }
    | { readonly kind: 'pieces'; readonly pieces: AsyncIterable<Piece> };
}

export const headerOf = ({ input, line, id, how, error, records }: Extracted): OutcomeHeader => ({
  input,
  line,
  id,
  how,
  error,
  records: records?.length ?? 0,
  doubtful: records?.filter((record) => record.flags.length > 0).length ?? 0,
});
