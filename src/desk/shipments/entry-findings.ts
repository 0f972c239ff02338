import type { RowFault } from "../../core/problem.ts";
import { ifAny } from "../../run/report.ts";
import type { Book } from "../../workbook/commit/book.ts";
import { columnOf, type Table } from "../../workbook/declare/table.ts";
import { listed } from "../../workbook/read/layout.ts";
import type { OvertypedKey } from "../../workbook/read/overtyped-keys.ts";
import { paymentTable } from "../masters/payment/payment-table.ts";
import { restoredKeys } from "../restored-keys.ts";
import { doubtText, type EntryFinding } from "./rules/entry-doubts.ts";
import { shipmentLineTable } from "./shipment-line-table.ts";
import { shipmentTable } from "./shipment-table.ts";

/** Where people's entries stand that were moved to other rows, by the key of a shipment. */
export interface EntryFindings {
  readonly rows: ReadonlyMap<string, EntryFinding>;
  /** How many rows get entries back, or their keys. */
  readonly restored: Readonly<Record<string, number>>;
  readonly faults: readonly RowFault[];
}

export function entryFindings(book: Book): EntryFindings {
  const rows = new Map<string, EntryFinding>();
  const faults: RowFault[] = [];
  let restoredRows = 0;
  const tables = [shipmentTable, shipmentLineTable, paymentTable];
  for (const table of tables) {
    const { doubts, restored, strays, overtyped } = book.repair(table);
    restoredRows += restored.size;
    for (const key of new Set([...doubts.keys(), ...restored, ...overtyped.map((row) => row.key)])) {
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
        rekeyed: [...(known?.rekeyed ?? []), ...overtyped.filter((row) => row.key === key).map(overtypedIn(table))],
        doubts: asked.length > 0 ? asked : (known?.doubts ?? []),
      });
    }
    faults.push(...strays.map((stray) => strayEntries(table, stray)));
  }
  return { rows, restored: { ...ifAny(RESTORED, restoredRows), ...restoredKeys(book, tables) }, faults };
}

const RESTORED = "並べ替えや貼り付けでほかの行へ移っていた作業欄";

const overtypedIn =
  (table: Table) =>
  ({ cells, typed }: OvertypedKey) => {
    const texts = typed.map((cell) => String(cell ?? ""));
    const parts = table.key.map((name, at) => ({ name, text: texts[at] ?? "", own: String(cells.get(name) ?? "") }));
    const changed = parts.filter(({ text, own }) => text !== own);
    return {
      sheet: table === shipmentTable ? "" : table.sheet,
      headers: changed.map(({ name }) => columnOf(table, name).header),
      typed: changed.map(({ text }) => text),
    };
  };

const PART = "\u001f";

/** A line belongs to the shipment whose key its own begins with. */
const shipmentOf = (key: string): string => key.split(PART).slice(0, shipmentTable.key.length).join(PART);

const subjectOf = (key: string): string => key.split(PART)[0] ?? "";

const strayEntries = ({ sheet }: Table, { rowIndex, name }: { readonly rowIndex: number; readonly name: string }) => ({
  subject: `${rowIndex + 1}行目`,
  reason: `${listed([sheet])}の${rowIndex + 1}行目に、${listed([name])}の作業欄の入力が、行から離れて残っています。必要なものを移し、不要なら行を削除してください。`,
  place: { sheet, row: rowIndex + 1 },
});
