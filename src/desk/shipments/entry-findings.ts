import type { RowFault } from "../../core/problem.ts";
import type { Book } from "../../workbook/commit/book.ts";
import type { Table } from "../../workbook/declare/table.ts";
import { listed } from "../../workbook/read/layout.ts";
import { paymentTable } from "../masters/payment/payment-table.ts";
import { doubtText, type EntryFinding } from "./rules/entry-doubts.ts";
import { shipmentLineTable } from "./shipment-line-table.ts";
import { shipmentTable } from "./shipment-table.ts";

/** Where people's entries stand that were moved to other rows, by the key of a shipment. */
export interface EntryFindings {
  readonly rows: ReadonlyMap<string, EntryFinding>;
  /** How many rows get entries back. */
  readonly restored: number;
  readonly faults: readonly RowFault[];
}

export function entryFindings(book: Book): EntryFindings {
  const rows = new Map<string, EntryFinding>();
  const faults: RowFault[] = [];
  let restoredRows = 0;
  for (const table of [shipmentTable, shipmentLineTable, paymentTable]) {
    const { doubts, restored, strays } = book.repair(table);
    restoredRows += restored.size;
    for (const key of new Set([...doubts.keys(), ...restored])) {
      const asked = doubts.get(key) ?? [];
      faults.push(
        ...asked.map((doubt) => ({
          subject: subjectOf(key),
          reason: `「${table.sheet}」の${doubtText(doubt)}`,
          place: { sheet: table.sheet, key },
        })),
      );
      if (table === paymentTable) continue;
      const of = shipmentOf(key);
      const known = rows.get(of);
      rows.set(of, {
        restored: restored.has(key) || known?.restored === true,
        doubts: asked.length > 0 ? asked : (known?.doubts ?? []),
      });
    }
    faults.push(...strays.map((stray) => strayEntries(table, stray)));
  }
  return { rows, restored: restoredRows, faults };
}

const PART = "\u001f";

/** A line belongs to the shipment whose key its own begins with. */
const shipmentOf = (key: string): string => key.split(PART).slice(0, shipmentTable.key.length).join(PART);

const subjectOf = (key: string): string => key.split(PART)[0] ?? "";

const strayEntries = ({ sheet }: Table, { rowIndex, name }: { readonly rowIndex: number; readonly name: string }) => ({
  subject: `${rowIndex + 1}行目`,
  reason: `${listed([sheet])}の${rowIndex + 1}行目に、${listed([name])}の作業欄の入力が、行から離れて残っています。必要なものを移し、不要なら行を削除してください。`,
  place: { sheet, row: rowIndex + 1 },
});
