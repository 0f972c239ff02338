import type { PreviewEntry } from "../../src/desk/shipments/rules/shipment-preview.ts";
import { PagedTable } from "../paged-table.tsx";

const headers = [
  { text: "区分", short: true },
  { text: "注文番号・お届け先" },
  { text: "連携状態", short: true },
  { text: "内容" },
];

/** The rows of 出荷リスト that an import would change. */
export const Entries = ({ entries }: { readonly entries: readonly PreviewEntry[] }) => (
  <PagedTable
    headers={headers}
    rows={entries}
    keyOf={({ orderNumber, basketId }) => `${orderNumber}/${basketId}`}
    cells={({ kind, orderNumber, name, goods, state, detail }) => (
      <>
        <td class="short">{kind}</td>
        <td class="short">
          {orderNumber}
          <small>{[name, goods].filter(Boolean).join("\n")}</small>
        </td>
        <td class="short">{state}</td>
        <td class="detail">{detail}</td>
      </>
    )}
  />
);
