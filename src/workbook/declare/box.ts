import type { Cell } from "../cell.ts";
import { type Layout, placeOf } from "../read/layout.ts";
import { spansOf } from "../read/spans.ts";
import { columnOf, type Table } from "./table.ts";

type Request = GoogleAppsScript.Sheets.Schema.Request;

/** The cells of a row by the declared names of their columns. */
export type CellsByName = (name: string) => Cell;

export interface RowToBox {
  readonly index: number;
  readonly cell: CellsByName;
}

/** The columns of boxes of a table, or those of them in which only some rows have one. */
export const boxColumns = (table: Table): string[] =>
  Object.keys(table.columns).filter((name) => columnOf(table, name).checkbox !== undefined);
export const pickyBoxColumns = (table: Table): string[] =>
  boxColumns(table).filter((name) => columnOf(table, name).boxed !== undefined);

/** Whether a row has a box in a column. A tick keeps its box, without which it would read TRUE. */
export function hasBox(table: Table, name: string, cell: CellsByName): boolean {
  const { boxed } = columnOf(table, name);
  return boxed === undefined || boxed.when(cell) || cell(name) === true;
}

/**
 * Boxes of new rows, in their order from above. They have to be rows in use: Google counts a cell with a checkbox as content,
 * so one further down would lead every append below it (apps-script 4.3).
 */
export const boxRequests = (table: Table, sheetId: number, layout: Layout, rows: readonly RowToBox[]): Request[] =>
  boxColumns(table)
    .filter((name) => layout.has(name))
    .flatMap((name) => {
      const given = rows.filter(({ cell }) => hasBox(table, name, cell)).map(({ index }) => index);
      return boxChangeRequests(sheetId, placeOf(layout, name), { given, taken: [], emptied: [] });
    });

/** What becomes of the boxes of a column, by rows. */
export interface BoxChange {
  readonly given: readonly number[];
  readonly taken: readonly number[];
  /** Of those, the ones that hold FALSE: nobody sees a value in an unticked box, and everybody would without it. */
  readonly emptied: readonly number[];
}

/** Neighbours share a request. */
export function boxChangeRequests(sheetId: number, place: number, { given, taken, emptied }: BoxChange): Request[] {
  const ranges = (rows: readonly number[]) =>
    spansOf(rows).map(([from, to]) => ({
      sheetId,
      startRowIndex: from,
      endRowIndex: to + 1,
      startColumnIndex: place,
      endColumnIndex: place + 1,
    }));
  return [
    ...ranges(taken).map((range) => ({ setDataValidation: { range } })),
    ...ranges(emptied).map((range) => ({ repeatCell: { range, cell: {}, fields: "userEnteredValue" } })),
    ...ranges(given).map((range) => ({ setDataValidation: { range, rule: BOX } })),
  ];
}

const BOX = { condition: { type: "BOOLEAN" }, showCustomUi: true };

/** Boxes of a column anew, in rows that may have any or none by now. */
export function boxesOf(table: Table, name: string, rows: readonly RowToBox[]): BoxChange {
  const where = (fits: (cell: CellsByName) => boolean) =>
    rows.filter(({ cell }) => fits(cell)).map(({ index }) => index);
  return {
    given: where((cell) => hasBox(table, name, cell)),
    taken: where((cell) => !hasBox(table, name, cell)),
    emptied: where((cell) => !hasBox(table, name, cell) && cell(name) === false),
  };
}
