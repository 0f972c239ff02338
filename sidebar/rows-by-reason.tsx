import { groupedBy } from "../src/core/grouped.ts";

/** A row of 出荷リスト, and one thing to say of it. */
export interface ReasonedRow {
  readonly rowNumber: number;
  readonly orderNumber: string;
  readonly reason: string;
}

/** As many rows as are named at once: the reason is what people act on, and the list itself says it on the row too. */
const SHOWN = 100;

/** The reasons, each once, with the rows to find in the sheet. */
export function RowsByReason({ rows }: { readonly rows: readonly ReasonedRow[] }) {
  return (
    <ul class="rows">
      {[...groupedBy(rows, ({ reason }) => reason)].map(([reason, some]) => (
        <li key={reason}>
          {reason}
          <details class="places">
            <summary>{`${some.length}行`}</summary>
            <small>{some.slice(0, SHOWN).map(placeOf).join("\n")}</small>
            {some.length > SHOWN ? <small>{`ほか${some.length - SHOWN}行`}</small> : null}
          </details>
        </li>
      ))}
    </ul>
  );
}

export const placeOf = ({ rowNumber, orderNumber }: Pick<ReasonedRow, "rowNumber" | "orderNumber">): string =>
  `${rowNumber}行目 ${orderNumber}`;
