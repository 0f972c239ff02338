import { type Clock, type Sheets, SheetsFailure } from "../../platform/ports.ts";
import { columnRange, headerRange } from "../a1.ts";
import { type Cell, cellData, cellsRequest } from "../cell.ts";
import type { Table } from "../declare/table.ts";
import { placeOf, sameLayout } from "../read/layout.ts";
import { patientReads, SHEETS_ATTEMPTS, sheetsProblem } from "../read/patient-sheets.ts";
import { bookState, readBook } from "../read/read.ts";
import { cellAt, stateOf } from "../read/snapshot.ts";

interface StaffCell {
  readonly table: Table;
  /** Of the row. */
  readonly key: string;
  readonly column: string;
  readonly value: Cell;
}

/**
 * What a person does who types into one cell of theirs: it needs no run, and is allowed while one is at work. `isDone` tells of what
 * stands there whether it is done already. False where there is no such row. Throws Problem.
 */
export function writeStaffCell(
  { sheets, clock }: { readonly sheets: Sheets; readonly clock: Clock },
  { table, key, column, value }: StaffCell,
  isDone: (cell: Cell) => boolean,
): boolean {
  const reads = patientReads(sheets, clock);
  for (let attempt = 1; attempt <= SHEETS_ATTEMPTS; attempt++) {
    const state = stateOf(readBook(reads, [table]).states, table);
    const row = state.rows.get(key);
    if (row === undefined) return false;
    if (isDone(cellAt(state, row, column))) return true;
    const { sheetId, layout } = state;
    const keys = table.key.map((name) => columnRange(table.sheet, placeOf(layout, name)));
    const reply = written(reads, {
      requests: [cellsRequest(sheetId, row.index, placeOf(layout, column), [cellData(value)])],
      includeSpreadsheetInResponse: true,
      responseIncludeGridData: true,
      responseRanges: [headerRange(table.sheet), ...keys],
    });
    const seen = stateOf(bookState(reply.updatedSpreadsheet ?? {}, [table]).states, table);
    // Somebody may have moved the rows in between.
    if (seen.rows.get(key)?.index === row.index && sameLayout(layout, seen.layout)) return true;
  }
  return false;
}

function written(sheets: Sheets, request: Parameters<Sheets["batchUpdate"]>[0]) {
  try {
    return sheets.batchUpdate(request);
  } catch (error) {
    throw error instanceof SheetsFailure ? sheetsProblem(error) : error;
  }
}
