import type { sheets_v4 } from "@googleapis/sheets";
import { invalid } from "../api/api-error.ts";
import type { Context } from "../requests/request-kind.ts";
import { checkUnprotected } from "./access.ts";
import type { Axis } from "./structure.ts";
import { requireSheet, type Sheet } from "./workbook.ts";

/** Whole rows or whole columns of a sheet. */
export interface Band {
  readonly sheet: Sheet;
  readonly sheetId: number;
  readonly axis: Axis;
  readonly start: number;
  readonly end: number;
}

export const size = ({ grid }: Sheet, axis: Axis): number => (axis === "rows" ? grid.rowCount : grid.columnCount);

export function axisOf(dimension: string | null | undefined): Axis {
  if (dimension === "ROWS") return "rows";
  if (dimension === "COLUMNS") return "columns";
  throw invalid("No dimension specified.");
}

/** The rows or columns a request names; an open end reaches the end of the grid. */
export function bandOf({ book }: Context, range: sheets_v4.Schema$DimensionRange | null | undefined): Band {
  if (!range) throw invalid("range is required");
  const sheet = requireSheet(book, range.sheetId);
  const axis = axisOf(range.dimension);
  const start = range.startIndex ?? 0;
  const end = range.endIndex ?? size(sheet, axis);
  if (start < 0 || end <= start)
    throw invalid(`range.startIndex[${start}] must be less than range.endIndex[${end}] and not negative`);
  return { sheet, sheetId: range.sheetId ?? 0, axis, start, end };
}

/** Refuses a band that reaches beyond the grid. */
export function checkBand({ sheet, axis, end }: Band): void {
  const count = size(sheet, axis);
  if (end > count) throw invalid(`range.endIndex[${end}] is after last ${axis.slice(0, -1)} in grid[${count}]`);
}

/** Refuses to change rows or columns that are protected from the caller. */
export function checkBandUnprotected({ book, user }: Context, { sheetId, axis, start, end }: Band): void {
  const all = { start: 0, end: Number.POSITIVE_INFINITY };
  const [rows, columns] = axis === "rows" ? [{ start, end }, all] : [all, { start, end }];
  checkUnprotected(book, user, {
    sheetId,
    startRow: rows.start,
    endRow: rows.end,
    startColumn: columns.start,
    endColumn: columns.end,
  });
}
