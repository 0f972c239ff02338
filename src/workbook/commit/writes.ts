import { type Cell, type Cells, cellOf } from "../cell.ts";
import { placeOf } from "../read/layout.ts";
import type { Placement } from "./placement.ts";

type Request = GoogleAppsScript.Sheets.Schema.Request;

/** A cell that was written where it may not have belonged; `row` is an index, or the key of a row that was appended. */
export interface Write {
  readonly sheetId: number;
  readonly row: number | string;
  readonly column: number;
  readonly cell: Cell;
}

export function writesOf({
  position: { sheetId, layout },
  updated,
  added,
  copies,
  emptied,
  rekeyed,
}: Placement): Write[] {
  const placed = (row: number | string, cells: Cells): Write[] =>
    [...cells].map(([name, cell]) => ({ sheetId, row, column: placeOf(layout, name), cell }));
  return [
    ...[...copies, ...emptied, ...rekeyed].flatMap(({ rowIndex, cells }) => placed(rowIndex, cells)),
    ...[...updated.values()].flatMap(({ rowIndex, cells }) => placed(rowIndex, cells)),
    ...[...added].flatMap(([key, cells]) => placed(key, cells)),
  ];
}

/** A repair may itself be overtaken by people, and is then put right like any other write. */
export const writesIn = (requests: readonly Request[]): Write[] =>
  requests.flatMap(({ updateCells }) => {
    const { sheetId = 0, rowIndex = 0, columnIndex = 0 } = updateCells?.start ?? {};
    return (updateCells?.rows ?? []).flatMap(({ values = [] }, below) =>
      values.map(({ userEnteredValue }, beside) => ({
        sheetId,
        row: rowIndex + below,
        column: columnIndex + beside,
        cell: cellOf(userEnteredValue),
      })),
    );
  });
