// What the audit says: figures that ought to agree, with the sentences they stand in.
import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { CHECKS, type Check, VERDICTS, type Verdict } from '../../audit/finding.js';
import type { PageFinding } from '../pack.js';
import { fill } from '../words.js';
import { fileName, type Target, useShared } from './context.js';

interface Props {
  readonly onOpen: (target: Target) => void;
}

const ORDER: readonly Verdict[] = ['inconsistent', 'not-checkable', 'rounding', 'consistent'];
const STEP = 50;
const SIGNS: Readonly<Record<Verdict, string>> = { inconsistent: '≠', rounding: '≈', consistent: '=', 'not-checkable': '?' };

export function ChecksPanel({ onOpen }: Props): JSX.Element {
  const { content, words } = useShared();
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [check, setCheck] = useState<Check | null>(null);
  const [limit, setLimit] = useState(STEP);
  const findings = content.findings ?? [];
  const counts = useMemo(() => {
    const found = new Map<Verdict, number>();
    for (const finding of findings) found.set(finding.verdict, (found.get(finding.verdict) ?? 0) + 1);
    return found;
  }, [findings]);
  const shown = useMemo(
    () =>
      ORDER.filter((name) => verdict === null || name === verdict).flatMap((name) =>
        findings.filter((finding) => finding.verdict === name && (check === null || finding.check === check)),
      ),
    [findings, verdict, check],
  );
  if (findings.length === 0) return <p class="empty">{words.ui.noFindings}</p>;
  const choose = (next: Verdict | null): void => {
    setVerdict(next);
    setLimit(STEP);
  };
  return (
    <div class="panel-body scroll">
      <p class="intro">{words.ui.findingsIntro}</p>
      <fieldset class="chips" aria-label={words.ui.verdict}>
        <button type="button" class="chip" aria-pressed={verdict === null} onClick={() => choose(null)}>
          {words.ui.all} <span class="n">{findings.length.toLocaleString('en')}</span>
        </button>
        {ORDER.filter((name) => VERDICTS.includes(name) && counts.has(name)).map((name) => (
          <button
            type="button"
            key={name}
            class={`chip ${name}`}
            aria-pressed={verdict === name}
            onClick={() => choose(verdict === name ? null : name)}
          >
            {SIGNS[name]} {words.verdicts[name]} <span class="n">{(counts.get(name) ?? 0).toLocaleString('en')}</span>
          </button>
        ))}
        <label class="inline">
          {words.ui.checkKind}{' '}
          <select
            value={check ?? 'all'}
            onChange={(event) => {
              setCheck(CHECKS.find((name) => name === event.currentTarget.value) ?? null);
              setLimit(STEP);
            }}
          >
            <option value="all">{words.ui.all}</option>
            {CHECKS.filter((name) => findings.some((finding) => finding.check === name)).map((name) => (
              <option key={name} value={name}>
                {words.checks[name]}
              </option>
            ))}
          </select>
        </label>
      </fieldset>
      <ol class="findings">
        {shown.slice(0, limit).map((finding) => (
          <li key={finding.id}>
            <Finding finding={finding} onOpen={onOpen} />
          </li>
        ))}
      </ol>
      {shown.length > limit && (
        <p>
          <button type="button" onClick={() => setLimit(limit + STEP)}>
            {fill(words.ui.showMore, { n: Math.min(STEP, shown.length - limit) })}
          </button>
        </p>
      )}
    </div>
  );
}

function Finding({ finding, onOpen }: { readonly finding: PageFinding; readonly onOpen: (target: Target) => void }): JSX.Element {
  const { words, language } = useShared();
  const { verdict, check, text, cites, stated, computed, tolerance, unit } = finding;
  const numbers: [string, number | null][] = [
    [words.ui.stated, stated],
    [words.ui.computed, computed],
    [words.ui.tolerance, tolerance],
  ];
  return (
    <article class={`finding ${verdict}`}>
      <p class="finding-head">
        <span class={`verdict ${verdict}`}>
          <span aria-hidden="true">{SIGNS[verdict]} </span>
          {words.verdicts[verdict]}
        </span>
        <span class="muted">{words.checks[check]}</span>
      </p>
      <p class="finding-text">{text[language]}</p>
      {computed !== null && (
        <p class="muted numbers">
          {numbers
            .filter(([, value]) => value !== null)
            .map(
              ([name, value]) => `${name}: ${value?.toLocaleString('en', { maximumFractionDigits: 10 })}${unit === null ? '' : ` ${unit}`}`,
            )
            .join(' · ')}
        </p>
      )}
      {cites.map((cite) => (
        <blockquote key={`${cite.role} ${cite.record}`}>
          <p class="cite">
            <span class="muted">{words.roles[cite.role]}</span>{' '}
            <button type="button" class="link" disabled={cite.index < 0} onClick={() => onOpen({ type: 'figure', index: cite.index })}>
              {cite.label} {cite.raw}
            </button>{' '}
            <span class="muted">
              {cite.year ?? ''} {fileName(cite.file, words)}, {fill(words.ui.at, { line: cite.line, column: cite.column })}
            </span>
          </p>
          <p lang="zh" class="quote">
            {quoted(cite)}
          </p>
        </blockquote>
      ))}
    </article>
  );
}

/** The sentence with the cited figure marked, where it can be told which of several equal ones it is. */
function quoted({ sentence, raw }: { readonly sentence: string; readonly raw: string }): JSX.Element {
  const at = sentence.indexOf(raw);
  if (at < 0 || sentence.indexOf(raw, at + 1) >= 0) return <>{sentence}</>;
  return (
    <>
      {sentence.slice(0, at)}
      <mark>{raw}</mark>
      {sentence.slice(at + raw.length)}
    </>
  );
}
