// The reports of the page, and what could not be read.
import type { JSX } from 'preact';
import { placeName } from '../rows.js';
import { recordAt, useShared } from './context.js';

interface Props {
  readonly onDocument: (document: number) => void;
}

export function InputsPanel({ onDocument }: Props): JSX.Element {
  const { content, words } = useShared();
  const { failures, documents } = content;
  return (
    <div class="panel-body scroll">
      <p class="intro">{words.ui.inputsIntro}</p>
      <h3>{words.ui.failedHeading}</h3>
      {failures.length === 0 ? (
        <p class="muted">{words.ui.noFailures}</p>
      ) : (
        <table class="plain failures">
          <thead>
            <tr>
              <th scope="col">{words.fields.file}</th>
              <th scope="col">{words.ui.reason}</th>
            </tr>
          </thead>
          <tbody>
            {failures.map(({ file, reason }) => (
              <tr key={file}>
                <td>{file === '-' ? words.ui.unnamed : file}</td>
                <td>{reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <h3>
        {words.ui.readHeading} ({documents.length})
      </h3>
      <table class="plain">
        <thead>
          <tr>
            <th scope="col">{words.fields.file}</th>
            <th scope="col">{words.fields.place}</th>
            <th scope="col">{words.fields.year}</th>
            <th scope="col" class="right">
              {words.ui.figures}
            </th>
            <th scope="col" class="right">
              {words.ui.leftOut}
            </th>
            <th scope="col" class="right">
              {words.classes.unexplained}
            </th>
          </tr>
        </thead>
        <tbody>
          {documents.map(({ file, records, leftOut }, i) => {
            const first = records[0] < records[1] ? recordAt(content, records[0]) : null;
            const years = new Map<number, number>();
            for (let row = records[0]; row < records[1]; row++) {
              const { year } = recordAt(content, row);
              if (year !== null) years.set(year, (years.get(year) ?? 0) + 1);
            }
            const main = [...years].sort((a, b) => b[1] - a[1])[0]?.[0];
            const unexplained = content.leftOut.slice(...leftOut).filter((other) => other.class === 'unexplained').length;
            return (
              <tr key={i}>
                <td>
                  <button type="button" class="link" onClick={() => onDocument(i)}>
                    {file === '-' ? words.ui.unnamed : file}
                  </button>
                </td>
                <td>{first ? placeName(first) : ''}</td>
                <td>{main ?? ''}</td>
                <td class="right">{records[1] - records[0]}</td>
                <td class="right">{leftOut[1] - leftOut[0]}</td>
                <td class="right">{unexplained}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
