import type { Cell } from "../cell.ts";
import { markText, printOf } from "../declare/staff-mark.ts";
import { staffColumns, staffKeyOf } from "../declare/table.ts";
import { cellAt, type SheetState } from "../read/snapshot.ts";
import type { TableCells } from "./cells.ts";

/** People's cells of rows, emptied for good: the mark beside them remembers nothing of what stood there either. */
export function emptiedEntries(state: SheetState, keys: readonly string[], names: readonly string[]): TableCells {
  const { table } = state;
  const mark = staffKeyOf(table);
  const cells = keys.flatMap((key): [string, Map<string, Cell>][] => {
    const row = state.rows.get(key);
    if (row === undefined) return [];
    const prints = staffColumns(table).map((name) => (names.includes(name) ? "" : printOf(cellAt(state, row, name))));
    const keyCells = table.key.map((name) => cellAt(state, row, name));
    const emptied = names.map((name): [string, Cell] => [name, null]);
    return [[key, new Map([...emptied, ...(mark === undefined ? [] : [[mark, markText(keyCells, prints)] as const])])]];
  });
  return { table, cells: new Map(cells) };
}
