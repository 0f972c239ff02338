import { cellData, cellsRequest, sameCell } from "../cell.ts";
import { formulasOf } from "../declare/table.ts";
import { placeOf } from "../read/layout.ts";
import type { SheetState } from "../read/snapshot.ts";
import { lostFormulaRequests } from "./lost-formulas.ts";
import type { Placement } from "./placement.ts";
import type { Write } from "./writes.ts";

type Request = GoogleAppsScript.Sheets.Schema.Request;

/** Formulas that did not come to the rows of a commit, or came to other cells, since people moved rows or columns under it. */
export function formulaRepairs(done: Placement, now: SheetState, writes: readonly Write[]): Request[] {
  if (formulasOf(now.table).length === 0) return [];
  return [
    ...lostFormulaRequests(now, [...now.rows.values()], (cell) => writes.some((write) => sameCell(write.cell, cell))),
    ...[...now.formulas].flatMap(([rowIndex, columns]) =>
      [...columns]
        .filter((column) => isStray(done, now, rowIndex, column))
        .map((column) => cellsRequest(now.sheetId, rowIndex, column, [cellData(null)])),
    ),
  ];
}

/** One of ours where no row is, or beside its column in a row that was just added: nobody had time to write one there. */
function isStray({ added }: Placement, now: SheetState, rowIndex: number, column: number): boolean {
  const isPlace = formulasOf(now.table).some(({ name }) => placeOf(now.layout, name) === column);
  if (isPlace) return rowIndex > 0 && ![...now.rows.values(), ...now.doubles].some(({ index }) => index === rowIndex);
  return [...added.keys()].some((key) => now.rows.get(key)?.index === rowIndex);
}
