import { type Clock, type Sheets, SheetsFailure } from "../../platform/ports.ts";
import { columnRange, headerRange } from "../a1.ts";
import type { Cell } from "../cell.ts";
import type { Table } from "../declare/table.ts";
import { type Layout, placeOf, sameLayout } from "../read/layout.ts";
import { isOutOfPlace, overtaken, patientReads, SHEETS_ATTEMPTS, sheetsProblem } from "../read/patient-sheets.ts";
import { bookState, readBook } from "../read/read.ts";
import { cellAt, type SheetState, stateOf } from "../read/snapshot.ts";
import { columnGuards } from "./column-guard.ts";
import { type PlacedCells, updateRequests } from "./requests.ts";

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
  /** What stood in rows that people moved to where it was written: it goes back. */
  const struck = new Map<string, Cell>();
  let refused: Layout | undefined;
  for (let attempt = 1; attempt <= SHEETS_ATTEMPTS; attempt++) {
    const state = stateOf(readBook(reads, [table]).states, table);
    const row = state.rows.get(key);
    const due = new Map(struck);
    if (row !== undefined && !isDone(cellAt(state, row, column))) due.set(key, value);
    const places = [...due].flatMap(([name, cell]): Place[] => {
      const at = state.rows.get(name);
      return at === undefined ? [] : [{ key: name, rowIndex: at.index, cells: new Map([[column, cell]]) }];
    });
    if (places.length === 0) return row !== undefined;
    // Refused with all columns in their places: they bear no marks, as in a copied spreadsheet before 初期設定.
    const guarded = refused === undefined || !sameLayout(refused, state.layout);
    const seen = written(reads, state, column, places, guarded);
    refused = seen === undefined ? state.layout : undefined;
    if (seen === undefined) continue;
    const missed = places.filter((place) => seen.rows.get(place.key)?.index !== place.rowIndex);
    for (const place of places) if (!missed.includes(place)) struck.delete(place.key);
    for (const { rowIndex } of missed)
      for (const [name, { index }] of seen.rows) {
        const was = state.rows.get(name);
        if (index === rowIndex && name !== key && was !== undefined) struck.set(name, cellAt(state, was, column));
      }
    if (missed.length + struck.size === 0 && sameLayout(state.layout, seen.layout)) return true;
  }
  throw overtaken();
}

interface Place extends PlacedCells {
  readonly key: string;
}

/** The keys as the answer shows them; undefined where people moved columns or took rows away meanwhile. */
function written(
  sheets: Sheets,
  { table, sheetId, layout }: SheetState,
  column: string,
  places: readonly Place[],
  guarded: boolean,
): SheetState | undefined {
  const keys = table.key.map((name) => columnRange(table.sheet, placeOf(layout, name)));
  try {
    const { updatedSpreadsheet = {} } = sheets.batchUpdate({
      requests: [
        ...(guarded ? columnGuards(sheetId, layout, [column]) : []),
        ...updateRequests(sheetId, layout, places),
      ],
      includeSpreadsheetInResponse: true,
      responseIncludeGridData: true,
      responseRanges: [headerRange(table.sheet), ...keys],
    });
    return stateOf(bookState(updatedSpreadsheet, [table]).states, table);
  } catch (error) {
    if (!(error instanceof SheetsFailure)) throw error;
    if (isOutOfPlace(error)) return undefined;
    throw sheetsProblem(error);
  }
}
