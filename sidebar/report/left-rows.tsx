import type { ReportEntry } from "../../src/desk/reports/preview-report.ts";
import { RowsByReason } from "../rows-by-reason.tsx";

/** What is not sent, and what is sent and should be looked at, by reason. */
export const LeftRows = ({ entries }: { readonly entries: readonly ReportEntry[] }) => (
  <>
    <Part id="refused" title="送信できない行" rows={of(entries, "refused")} />
    <Part id="warned" title="送信する前に確かめてください" rows={entries.flatMap(rowsWith("warnings"))} />
    <Part id="held" title="今回は見送る行" rows={of(entries, "held")} />
    <Part id="waiting" title="前の送信の結果を待っている行" rows={of(entries, "waiting")} />
  </>
);

interface PartProps {
  readonly id: string;
  readonly title: string;
  readonly rows: Parameters<typeof RowsByReason>[0]["rows"];
}

const Part = ({ id, title, rows }: PartProps) =>
  rows.length === 0 ? null : (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <RowsByReason rows={rows} />
    </section>
  );

const of = (entries: readonly ReportEntry[], kind: ReportEntry["kind"]) =>
  entries.filter((entry) => entry.kind === kind).flatMap(rowsWith("reasons"));

/** A line for each thing that is said of a row. */
const rowsWith = (what: "reasons" | "warnings") => (entry: ReportEntry) =>
  entry[what].map((reason) => ({ rowNumber: entry.rowNumber, orderNumber: entry.orderNumber, reason }));
