import { groupedBy } from "../src/core/grouped.ts";

/** A row of 出荷リスト, and one thing to say of it. */
export interface ReasonedRow {
  readonly rowNumber: number;
  readonly orderNumber: string;
  readonly reason: string;
}

/** So many rows stand below their reason; more are folded away. */
const SHOWN = 3;
/** Beyond these, people find the rows by the reason that the list itself says on each. */
const MOST = 300;

/** The reasons, each once, with the rows to find in the sheet. */
export function RowsByReason({ rows }: { readonly rows: readonly ReasonedRow[] }) {
  return (
    <ul class="rows">
      {[...groupedBy(rows, ({ reason }) => reason)].map(([reason, some]) => (
        <li key={reason}>
          {reason}
          <small>{placesOf(some.slice(0, SHOWN))}</small>
          {some.length > SHOWN ? (
            <details class="places">
              <summary>{`ほか${some.length - SHOWN}行`}</summary>
              <small>{placesOf(some.slice(SHOWN, MOST))}</small>
              {some.length > MOST ? <small>{`さらに${some.length - MOST}行`}</small> : null}
            </details>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

const placesOf = (rows: readonly ReasonedRow[]): string =>
  rows.map(({ rowNumber, orderNumber }) => `${rowNumber}行目 ${orderNumber}`).join("\n");
