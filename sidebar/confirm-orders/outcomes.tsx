import type { ConfirmResult } from "../../src/desk/confirm-orders/confirm-chosen.ts";
import { PagedTable } from "../paged-table.tsx";

const headers = [{ text: "注文番号" }, { text: "結果" }];

/** What became of each order; those that people have to do something about come first. */
export const Outcomes = ({ outcomes }: Pick<ConfirmResult, "outcomes">) => (
  <PagedTable
    headers={headers}
    rows={[...outcomes].sort((one, other) => Number(one.confirmed) - Number(other.confirmed))}
    keyOf={({ orderNumber }) => orderNumber}
    cells={({ orderNumber, confirmed, text }) => (
      <>
        <td class="short">{orderNumber}</td>
        <td class={confirmed ? "good" : "bad"}>{text}</td>
      </>
    )}
  />
);
