import { cellsRequest } from "./cell.ts";
import type { SheetState } from "./snapshot.ts";
import type { Table } from "./table.ts";

type Request = GoogleAppsScript.Sheets.Schema.Request;
type GridData = GoogleAppsScript.Sheets.Schema.GridData;

/** How a note of ours begins: one that people wrote themselves is never touched. */
const PREFIX = "【要修正】";
const RED = { red: 0.96, green: 0.73, blue: 0.71 };

/** A cell that people have to mend: it gets a note and turns red until a run can use it. */
export interface CellFault {
  readonly table: Table;
  readonly rowIndex: number;
  /** The column's name in the declaration. */
  readonly column: string;
  readonly reason: string;
}

export interface Place {
  readonly rowIndex: number;
  readonly columnIndex: number;
}

/** Cells that carry a note of ours. */
export const marksIn = (data: readonly GridData[]): Place[] =>
  data.flatMap(({ startRow = 0, startColumn = 0, rowData = [] }) =>
    rowData.flatMap(({ values = [] }, row) =>
      values.flatMap(({ note }, column) =>
        note?.startsWith(PREFIX) ? [{ rowIndex: startRow + row, columnIndex: startColumn + column }] : [],
      ),
    ),
  );

/** Turns the cells of `faults` red and takes the mark from those that were red and are mended. */
export function markRequests(states: readonly SheetState[], faults: readonly CellFault[]): Request[] {
  const wanted = faults.flatMap(({ table, rowIndex, column, reason }) => {
    const state = states.find((one) => one.table === table);
    return state === undefined ? [] : [{ state, rowIndex, columnIndex: state.layout.get(column) as number, reason }];
  });
  const isWanted = (state: SheetState, place: Place) =>
    wanted.some(
      (one) => one.state === state && one.rowIndex === place.rowIndex && one.columnIndex === place.columnIndex,
    );
  return [
    ...states.flatMap((state) =>
      state.marked.filter((place) => !isWanted(state, place)).map((place) => cellRequest(state, place, {})),
    ),
    ...wanted.map(({ state, reason, ...place }) =>
      cellRequest(state, place, { note: PREFIX + reason, userEnteredFormat: { backgroundColor: RED } }),
    ),
  ];
}

const cellRequest = (
  { sheetId }: SheetState,
  { rowIndex, columnIndex }: Place,
  cell: GoogleAppsScript.Sheets.Schema.CellData,
): Request => cellsRequest(sheetId, rowIndex, columnIndex, [cell], "note,userEnteredFormat.backgroundColor");
