import type { RowFault } from "../../core/problem.ts";
import { ifAny } from "../../run/report.ts";
import type { Book } from "../../workbook/commit/book.ts";
import type { Table } from "../../workbook/declare/table.ts";
import type { EntryDoubt } from "../../workbook/read/staff-repair.ts";
import { restoredKeys } from "../restored-keys.ts";

/** What is wrong with where people's entries stand in these sheets, and how many rows get theirs back, or their keys. */
export function entryFaults(
  book: Book,
  tables: readonly Table[],
): { readonly restored: Readonly<Record<string, number>>; readonly faults: readonly RowFault[] } {
  const found = tables.map((table) => ({ table, ...book.repair(table) }));
  return {
    restored: {
      ...ifAny(
        "並べ替えや貼り付けでほかの行へ移っていた入力欄",
        found.reduce((sum, { restored }) => sum + restored.size, 0),
      ),
      ...restoredKeys(book, tables),
    },
    faults: found.flatMap(({ table: { sheet }, doubts, strays }) => [
      ...[...doubts].flatMap(([key, asked]) =>
        asked.map((doubt) => ({
          subject: key,
          reason: `「${sheet}」の「${key}」の行の${doubtText(doubt)}`,
          place: { sheet, key },
        })),
      ),
      ...strays.map(({ rowIndex, name }) => ({
        subject: `${rowIndex + 1}行目`,
        reason: `「${sheet}」の${rowIndex + 1}行目に、「${name}」の行の入力が離れて残っています。必要なものを移し、不要なら行を削除してください。`,
        place: { sheet, row: rowIndex + 1 },
      })),
    ]),
  };
}

const CURE = "内容を確かめて入力し直すと、次の取得で消えます。";

function doubtText({ doubt: [kind, what], headers }: EntryDoubt): string {
  const entries = headers.length === 0 ? "入力" : `入力（${headers.join("・")}）`;
  if (kind === "from") return `${entries}が、${what === "" ? "別" : `「${what}」`}の行のものかもしれません。${CURE}`;
  if (kind === "lost") return `${entries}が、貼り付けや削除で失われたかもしれません。${CURE}`;
  return `${entries}のうち「${what}」が、隠れた照合列に貼り付けられました。${CURE}`;
}
