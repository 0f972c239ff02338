import type { sheets_v4 } from "@googleapis/sheets";
import { badPayload } from "../api/api-error.ts";
import { type MajorDimension, transposed } from "../api/value-range.ts";
import { clipped, formatA1, parseA1 } from "../book/a1.ts";
import type { Rect } from "../book/grid-range.ts";
import { requireSheet, type Workbook } from "../book/workbook.ts";
import { type DateOption, type RenderOption, shown } from "./shown.ts";

export interface ReadOptions {
  readonly major: MajorDimension;
  readonly render: RenderOption;
  readonly dates: DateOption;
}

/** One range as `values.get` answers it. */
export const readRange = (book: Workbook, range: string, options: ReadOptions): sheets_v4.Schema$ValueRange =>
  readRect(book, clipped(book, parseA1(book, range)), options);

/** The values of a rectangle: trailing empty cells and rows are left out, `values` too when nothing is there. */
export function readRect(book: Workbook, rect: Rect, options: ReadOptions): sheets_v4.Schema$ValueRange {
  const rows = rowsOf(book, rect, options);
  const values = options.major === "ROWS" ? rows : transposed(rows, "").map(trimmed);
  return {
    range: formatA1(book, rect),
    majorDimension: options.major,
    ...(values.length > 0 ? { values } : {}),
  };
}

type Shown = string | number | boolean;

function rowsOf(book: Workbook, rect: Rect, { render, dates }: ReadOptions): Shown[][] {
  const sheet = requireSheet(book, rect.sheetId);
  const rows: Shown[][] = [];
  const lastRow = Math.min(rect.endRow, sheet.grid.usedRows);
  for (let row = rect.startRow; row < lastRow; row++) {
    const cells: Shown[] = [];
    const lastColumn = Math.min(rect.endColumn, sheet.grid.row(row)?.value?.length ?? 0);
    for (let column = rect.startColumn; column < lastColumn; column++) {
      const value = shown(book, sheet, row, column, render, dates);
      if (value === undefined) continue;
      while (cells.length < column - rect.startColumn) cells.push("");
      cells.push(value);
    }
    if (cells.length === 0) continue;
    while (rows.length < row - rect.startRow) rows.push([]);
    rows.push(cells);
  }
  return rows;
}

function trimmed(cells: (Shown | null)[]): (Shown | null)[] {
  let end = cells.length;
  while (end > 0 && cells[end - 1] === "") end--;
  return cells.slice(0, end);
}

const renders = ["FORMATTED_VALUE", "UNFORMATTED_VALUE", "FORMULA"] as const;
const dateRenders = ["SERIAL_NUMBER", "FORMATTED_STRING"] as const;

export const renderOption = (given: string | null | undefined): RenderOption =>
  oneOf(renders, given, "value_render_option", "ValueRenderOption");

export const dateOption = (given: string | null | undefined): DateOption =>
  oneOf(dateRenders, given, "date_time_render_option", "DateTimeRenderOption");

function oneOf<T extends string>(
  known: readonly T[],
  given: string | null | undefined,
  field: string,
  type: string,
): T {
  const value = given ? known.find((each) => each === given) : known[0];
  if (value !== undefined) return value;
  throw badPayload(
    field,
    `Invalid value at '${field}' (type.googleapis.com/google.apps.sheets.v4.${type}), "${given}"`,
  );
}
