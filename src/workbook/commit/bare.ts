import { cellData, cellsRequest, isBlank } from "../cell.ts";
import type { Table } from "../declare/table.ts";
import { isFormulaAt } from "../read/formula-cells.ts";
import type { SheetRow, SheetState } from "../read/snapshot.ts";
import { spansOf } from "../read/spans.ts";

type Request = GoogleAppsScript.Sheets.Schema.Request;

/** Rows, by key, of which nothing may be left that people put there beside the declared columns: notes, and cells of columns of their own. */
export type Bared = ReadonlyMap<Table, ReadonlyMap<string, unknown>>;

/** Tells of the rows of a sheet whether there is such a thing on them. Formulas of people hold nothing by themselves. */
export function looseEndsIn(state: SheetState): (row: SheetRow) => boolean {
  const noted = notedRows(state);
  const placesOf = ownPlaces(state);
  return (row) => noted.has(row.index) || placesOf(row).length > 0;
}

/** `now` shows the rows whole; copies of them are meant as well. */
export function bareRequests(now: SheetState, keys: ReadonlyMap<string, unknown> | undefined): Request[] {
  if (keys === undefined) return [];
  const { sheetId } = now;
  const rows = rowsUnder(now, keys);
  const noted = notedRows(now);
  const placesOf = ownPlaces(now);
  return [
    ...spansOf(rows.map(({ index }) => index).filter((index) => noted.has(index))).map(([from, to]) => ({
      repeatCell: { range: { sheetId, startRowIndex: from, endRowIndex: to + 1 }, cell: {}, fields: "note" },
    })),
    ...rows.flatMap((row) =>
      placesOf(row).map((place) =>
        cellsRequest(sheetId, row.index, place, [cellData(null)], "userEnteredValue,textFormatRuns"),
      ),
    ),
  ];
}

export const rowsUnder = ({ rows, doubles }: SheetState, keys: ReadonlyMap<string, unknown>): SheetRow[] => [
  ...[...keys.keys()].flatMap((key) => rows.get(key) ?? []),
  ...doubles.filter(({ key }) => keys.has(key)),
];

const notedRows = ({ dressed }: SheetState): ReadonlySet<number> =>
  new Set(dressed.filter(({ note }) => note !== "").map(({ rowIndex }) => rowIndex));

function ownPlaces({ layout, formulas }: SheetState): (row: SheetRow) => number[] {
  const declared = new Set(layout.values());
  return ({ index, cells }) =>
    cells.flatMap((cell, place) =>
      declared.has(place) || isBlank(cell) || isFormulaAt(formulas, index, place) ? [] : [place],
    );
}
