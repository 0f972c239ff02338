import { oneLine } from "../../core/line-break.ts";
import { cutText } from "../../core/plain-text.ts";
import { type Cell, isBlank } from "../../workbook/cell.ts";
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
  /** What was found wrong in the row so far, for the rows that would need it; undefined while it can be used. */
  readonly unusable: () => string | undefined;
}

/** The rows of a master, with what is wrong in them; rows without a key of their own are faults. */
export function entriesOf(state: SheetState, faults: CellFault[]): Entry[] {
  const { table } = state;
  const keyColumn = table.key[0] as string;
  const broken = new Map<string, string>();
  const faulted = (key: string, rowIndex: number, column: string, reason: string) => {
    faults.push({ table, rowIndex, column, reason });
    const said = `「${table.sheet}」の「${columnOf(table, column).header}」: ${reason}`;
    if (!broken.has(key)) broken.set(key, said);
  };
  const entryOf = (key: string, row: SheetRow): Entry => {
    const cell = (name: string) => cellAt(state, row, name);
    return {
      key,
      cell,
      text: (name) => String(cell(name) ?? "").trim(),
      value: (name) => columnOf(table, name).parse(cell(name)),
      fault: (column, cure) => faulted(key, row.index, column, `${quoted(cell(column))}${cure}`),
      unusable: () => broken.get(key),
    };
  };
  for (const { key, index, first } of state.doubles)
    faulted(key, index, keyColumn, `${first + 1}行目と同じ内容です。どちらか1行を削除してください。`);
  for (const row of state.keyless) {
    const { text, fault } = entryOf("", row);
    // People's own columns are for their notes, and a checkbox that was pasted along says nothing.
    if (Object.keys(table.columns).some((name) => !/^(false)?$/.test(text(name))))
      fault(keyColumn, "空欄です。入力するか、この行を削除してください。");
  }
  return [...state.rows].map(([key, row]) => entryOf(key, row));
}

const SHOWN = 30;

const quoted = (cell: Cell): string =>
  isBlank(cell) ? "" : `「${cutText(oneLine(String(cell)), SHOWN, "…")}」は使えません。`;

/** What is wrong with a cell that takes one of a list only. */
export const toChoose = (header: string): string => `一覧から${header}を選んでください。`;
