import type { Cell } from "../../workbook/cell.ts";
import type { CellFault } from "../../workbook/commit/mark.ts";
import { columnOf } from "../../workbook/declare/table.ts";
import { cellAt, type SheetRow, type SheetState } from "../../workbook/read/snapshot.ts";

/** A row of a master. */
export interface Entry {
  readonly key: string;
  readonly cell: (name: string) => Cell;
  readonly text: (name: string) => string;
  /** Undefined for what the column does not take. */
  readonly value: (name: string) => unknown;
  readonly fault: (column: string, reason: string) => void;
}

/** The rows of a master; those without a key of their own are faults. */
export function entriesOf(state: SheetState, faults: CellFault[]): Entry[] {
  const { table } = state;
  const entryOf = (key: string, row: SheetRow): Entry => {
    const cell = (name: string) => cellAt(state, row, name);
    return {
      key,
      cell,
      text: (name) => String(cell(name) ?? "").trim(),
      value: (name) => columnOf(table, name).parse(cell(name)),
      fault: (column, reason) => void faults.push({ table, rowIndex: row.index, column, reason }),
    };
  };
  const keyColumn = table.key[0] as string;
  for (const row of state.doubles)
    entryOf("", row).fault(keyColumn, `${row.first + 1}行目と同じ内容です。どちらか1行を削除してください。`);
  for (const row of state.keyless) {
    const { text, fault } = entryOf("", row);
    // People's own columns are for their notes, and a checkbox that was pasted along says nothing.
    if (Object.keys(table.columns).some((name) => !/^(false)?$/.test(text(name))))
      fault(keyColumn, "空欄です。入力するか、この行を削除してください。");
  }
  return [...state.rows].map(([key, row]) => entryOf(key, row));
}

/** What is wrong with a cell that takes one of a list only. */
export const toChoose = (header: string): string => `一覧から${header}を選んでください。`;
