import { useState } from "preact/hooks";
import type { PreviewEntry } from "../../src/desk/shipments/rules/shipment-preview.ts";
import { focusOn } from "../focus.ts";

/** As many rows as a dialog draws at once without a wait. */
const PAGE = 300;

/** The rows of 出荷リスト that an import would change, a page more at each press. */
export function Entries({ entries }: { readonly entries: readonly PreviewEntry[] }) {
  const [shown, setShown] = useState(PAGE);
  const left = entries.length - shown;
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
            <th scope="col">区分</th>
            <th scope="col">注文番号</th>
            <th scope="col" class="short">
              連携状態
            </th>
            <th scope="col">内容</th>
          </tr>
        </thead>
        <tbody>
          {entries.slice(0, shown).map(({ kind, orderNumber, basketId, state, detail }, at) => (
            <tr
              key={`${orderNumber}/${basketId}`}
              {...(at > 0 && at === shown - PAGE ? { id: "added", tabIndex: -1 } : {})}
            >
              <td class="short">{kind}</td>
              <td class="short">{orderNumber}</td>
              <td class="short">{state}</td>
              <td class="detail">{detail}</td>
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
