import type { ReportEntry } from "../../src/desk/reports/preview-report.ts";
import { PagedTable } from "../paged-table.tsx";

const headers = [
  { text: "区分", short: true },
  { text: "行", short: true },
  { text: "注文番号" },
  { text: "楽天の発送情報" },
];

/** The rows that would be sent, with what RMS holds of them now and afterwards. */
export function Sendings({ entries }: { readonly entries: readonly ReportEntry[] }) {
  const sent = entries.filter(({ kind }) => kind === "new" || kind === "changed");
  if (sent.length === 0) return null;
  return (
    <section aria-labelledby="sent">
      <h2 id="sent">送信する行</h2>
      <PagedTable
        headers={headers}
        rows={sent}
        keyOf={({ orderNumber, basketId }) => `${orderNumber}/${basketId}`}
        cells={({ kind, rowNumber, orderNumber, before, after }) => (
          <>
            <td class="short">{kind === "new" ? "新規" : "変更"}</td>
            <td class="short">{rowNumber}</td>
            <td class="short">{orderNumber}</td>
            <td class="detail">
              {after.join("\n")}
              {before.length === 0 ? null : <small>{`いまの楽天: ${before.join(" / ")}`}</small>}
            </td>
          </>
        )}
      />
    </section>
  );
}
