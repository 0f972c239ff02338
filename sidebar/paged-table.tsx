import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { focusOn } from "./focus.ts";

/** As many rows as a dialog draws at once without a wait. */
const PAGE = 300;

interface Paged<Row> {
  readonly headers: readonly { readonly text: string; readonly short?: boolean }[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly cells: (row: Row) => ComponentChildren;
}

/** A table of any length, a page more at each press. */
export function PagedTable<Row>({ headers, rows, keyOf, cells }: Paged<Row>) {
  const [shown, setShown] = useState(PAGE);
  const left = rows.length - shown;
  const more = () => {
    setShown(shown + PAGE);
    // The button goes with the last page, and the focus goes on with that page's first row.
    if (left <= PAGE) focusOn("added");
  };
  return (
    <>
      <table>
        <thead>
          <tr>
            {headers.map(({ text, short = false }) => (
              <th key={text} scope="col" {...(short ? { class: "short" } : {})}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map((row, at) => (
            <tr key={keyOf(row)} {...(at > 0 && at === shown - PAGE ? { id: "added", tabIndex: -1 } : {})}>
              {cells(row)}
            </tr>
          ))}
        </tbody>
      </table>
      {left <= 0 ? null : (
        <button type="button" class="plain" onClick={more}>
          {`続きを表示（残り${left}件）`}
        </button>
      )}
    </>
  );
}
