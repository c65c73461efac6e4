// What the marks and keys mean, and whose libraries the page holds.
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useShared } from './context.js';

interface Props {
  readonly licences: string;
  readonly onClose: () => void;
}

export function HelpDialog({ licences, onClose }: Props): JSX.Element {
  const { words } = useShared();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} onClose={onClose} aria-labelledby="help-title">
      <div class="dialog-head">
        <h2 id="help-title">{words.ui.about}</h2>
        <button type="button" class="icon" aria-label={words.ui.close} onClick={() => dialog.current?.close()}>
          ×
        </button>
      </div>
      <p>{words.ui.aboutText}</p>
      <p>{words.ui.marksText}</p>
      <h3>{words.ui.keyboard}</h3>
      <ul>
        <li>{words.ui.keysText}</li>
        <li>{words.ui.keysTable}</li>
        <li>{words.ui.keysTabs}</li>
      </ul>
      <details>
        <summary>{words.ui.licences}</summary>
        <pre>{licences}</pre>
      </details>
    </dialog>
  );
}
