import type { sheets_v4 } from "@googleapis/sheets";
import type { Rect } from "../book/grid-range.ts";
import { appendValues } from "../cells/values-append.ts";
import { dateOption, readRect, renderOption } from "../cells/values-read.ts";
import { clearRange, inputOption, updateAnswer, writeRange, writtenCells } from "../cells/values-write.ts";
import type { Context } from "../requests/request-kind.ts";
import type { Call } from "./method.ts";
import { isSet } from "./query.ts";
import { majorOf, rowsOf, type Scalar } from "./value-range.ts";

type ValueRange = sheets_v4.Schema$ValueRange;

export function updateOne(context: Context, { name, query, body }: Call): sheets_v4.Schema$UpdateValuesResponse {
  const option = inputOption(query.get("valueInputOption"));
  const given = (body ?? {}) as ValueRange;
  const rows = rowsOf(given, "data.values");
  const rect = writeRange(context, name, rows, option);
  return echoed(context, updateAnswer(context, rect, rows), rect, given, echoOf(query));
}

export function appendOne(context: Context, { name, query, body }: Call): sheets_v4.Schema$AppendValuesResponse {
  const option = inputOption(query.get("valueInputOption"));
  const given = (body ?? {}) as ValueRange;
  const rows = rowsOf(given, "data.values");
  const insertRows = query.get("insertDataOption") === "INSERT_ROWS";
  const { answer, written } = appendValues(context, name, rows, option, insertRows);
  return { ...answer, updates: echoed(context, answer.updates ?? {}, written, given, echoOf(query)) };
}

export function updateMany(context: Context, { body }: Call): sheets_v4.Schema$BatchUpdateValuesResponse {
  const request = (body ?? {}) as sheets_v4.Schema$BatchUpdateValuesRequest;
  const option = inputOption(request.valueInputOption);
  const given = (request.data ?? []).map((range, i) => ({ range, rows: rowsOf(range, `data[${i}].values`) }));
  const done = given.map(({ range, rows }) => ({
    range,
    rows,
    rect: writeRange(context, range.range ?? "", rows, option),
  }));
  const echo = {
    include: request.includeValuesInResponse === true,
    render: request.responseValueRenderOption,
    dates: request.responseDateTimeRenderOption,
  };
  return {
    spreadsheetId: context.book.spreadsheetId,
    ...totals(done),
    responses: done.map(({ range, rows, rect }) =>
      echoed(context, updateAnswer(context, rect, rows), rect, range, echo),
    ),
  };
}

export const clearOne = (context: Context, { name }: Call): sheets_v4.Schema$ClearValuesResponse => ({
  spreadsheetId: context.book.spreadsheetId,
  clearedRange: clearRange(context, name),
});

export function clearMany(context: Context, { body }: Call): sheets_v4.Schema$BatchClearValuesResponse {
  const { ranges } = (body ?? {}) as sheets_v4.Schema$BatchClearValuesRequest;
  return {
    spreadsheetId: context.book.spreadsheetId,
    clearedRanges: (ranges ?? []).map((range) => clearRange(context, range)),
  };
}

/** Whether and how a write is to answer the values it left in the cells. */
interface Echo {
  readonly include: boolean;
  readonly render: string | null | undefined;
  readonly dates: string | null | undefined;
}

const echoOf = (query: URLSearchParams): Echo => ({
  include: isSet(query, "includeValuesInResponse"),
  render: query.get("responseValueRenderOption"),
  dates: query.get("responseDateTimeRenderOption"),
});

function echoed(
  { book }: Context,
  answer: sheets_v4.Schema$UpdateValuesResponse,
  rect: Rect,
  { majorDimension }: ValueRange,
  { include, render, dates }: Echo,
): sheets_v4.Schema$UpdateValuesResponse {
  if (!include) return answer;
  const options = { major: majorOf(majorDimension), render: renderOption(render), dates: dateOption(dates) };
  return { ...answer, updatedData: readRect(book, rect, options) };
}

/** Rows and columns are counted once each, however many of the ranges touch them. */
function totals(done: readonly { rect: Rect; rows: readonly Scalar[][] }[]) {
  const [rows, columns, sheets] = [new Set<string>(), new Set<string>(), new Set<number>()];
  let cells = 0;
  for (const { rect, rows: values } of done) {
    sheets.add(rect.sheetId);
    const written = writtenCells(values);
    for (const row of written.rows) rows.add(`${rect.sheetId}/${rect.startRow + row}`);
    for (const column of written.columns) columns.add(`${rect.sheetId}/${rect.startColumn + column}`);
    cells += written.cells;
  }
  return {
    totalUpdatedRows: rows.size,
    totalUpdatedColumns: columns.size,
    totalUpdatedCells: cells,
    totalUpdatedSheets: sheets.size,
  };
}
