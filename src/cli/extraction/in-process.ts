// One document after the other, in the program's own thread: for a few reports, or one core, nothing is faster.
import { createSourceExtractor, type ExtractionSetup } from './extractor.js';
import { headerOf, type Outcome } from './outcome.js';
import type { Batch } from './source.js';

export async function* extractInProcess(
  batches: AsyncIterable<Batch>,
  setup: ExtractionSetup,
  signal: AbortSignal | undefined,
): AsyncGenerator<Outcome> {
  const extract = createSourceExtractor(setup);
  for await (const batch of batches) {
    for (const source of batch) {
      const extracted = await extract(source);
      signal?.throwIfAborted();
      yield { ...headerOf(extracted), body: { kind: 'records', records: extracted.records ?? [] } };
    }
  }
}
