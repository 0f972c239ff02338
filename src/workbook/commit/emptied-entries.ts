import type { Cell } from "../cell.ts";
import { staffBlocks } from "../declare/staff-blocks.ts";
import { markText, printOf } from "../declare/staff-mark.ts";
import { cellAt, type SheetState } from "../read/snapshot.ts";
import type { TableCells } from "./cells.ts";

/** People's cells of rows, emptied for good: the marks beside them remember nothing of what stood there either. */
export function emptiedEntries(state: SheetState, keys: readonly string[], names: readonly string[]): TableCells {
  const { table } = state;
  const blocks = staffBlocks(table);
  const cells = keys.flatMap((key): [string, Map<string, Cell>][] => {
    const row = state.rows.get(key);
    if (row === undefined) return [];
    const printAt = (name: string) => (names.includes(name) ? "" : printOf(cellAt(state, row, name)));
    const keyCells = table.key.map((name) => cellAt(state, row, name));
    const emptied = names.map((name): [string, Cell] => [name, null]);
    const marks = blocks.map((block): [string, Cell] => [block.key, markText(keyCells, block.columns.map(printAt))]);
    return [[key, new Map([...emptied, ...marks])]];
  });
  return { table, cells: new Map(cells) };
}
