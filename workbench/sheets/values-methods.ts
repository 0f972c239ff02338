import type { sheets_v4 } from "@googleapis/sheets";
import type { Rect } from "./grid-range.ts";
import type { Context } from "./request-kind.ts";
import { type Call, isTrue } from "./routes.ts";
import { majorOf, rowsOf, type Scalar } from "./value-range.ts";
import { appendValues } from "./values-append.ts";
import { dateOption, readRect, renderOption } from "./values-read.ts";
import { clearRange, inputOption, updateAnswer, writeRange } from "./values-write.ts";

type ValueRange = sheets_v4.Schema$ValueRange;

export function updateOne(context: Context, { name, query, body }: Call): sheets_v4.Schema$UpdateValuesResponse {
  const option = inputOption(query.get("valueInputOption"));
  const given = (body ?? {}) as ValueRange;
  const rows = rowsOf(given, "data.values");
  const rect = writeRange(context, name, rows, option);
  const echo = isTrue(query.get("includeValuesInResponse"));
  return {
    ...updateAnswer(context, rect, rows),
    ...(echo
      ? {
          updatedData: echoed(
            context,
            rect,
            given,
            query.get("responseValueRenderOption"),
            query.get("responseDateTimeRenderOption"),
          ),
        }
      : {}),
  };
}

export function appendOne(context: Context, { name, query, body }: Call): sheets_v4.Schema$AppendValuesResponse {
  const option = inputOption(query.get("valueInputOption"));
  const given = (body ?? {}) as ValueRange;
  const rows = rowsOf(given, "data.values");
  const { answer, written } = appendValues(
    context,
    name,
    rows,
    option,
    query.get("insertDataOption") === "INSERT_ROWS",
  );
  if (!isTrue(query.get("includeValuesInResponse"))) return answer;
  const updatedData = echoed(
    context,
    written,
    given,
    query.get("responseValueRenderOption"),
    query.get("responseDateTimeRenderOption"),
  );
  return { ...answer, updates: { ...answer.updates, updatedData } };
}

export function updateMany(context: Context, { body }: Call): sheets_v4.Schema$BatchUpdateValuesResponse {
  const request = (body ?? {}) as sheets_v4.Schema$BatchUpdateValuesRequest;
  const option = inputOption(request.valueInputOption);
  const data = request.data ?? [];
  const written = data.map((range, i) => ({ range, rows: rowsOf(range, `data[${i}].values`) }));
  const done = written.map(({ range, rows }) => ({
    range,
    rows,
    rect: writeRange(context, range.range ?? "", rows, option),
  }));
  return {
    spreadsheetId: context.book.spreadsheetId,
    ...totals(done),
    responses: done.map(({ range, rows, rect }) => ({
      ...updateAnswer(context, rect, rows),
      ...(request.includeValuesInResponse
        ? {
            updatedData: echoed(
              context,
              rect,
              range,
              request.responseValueRenderOption,
              request.responseDateTimeRenderOption,
            ),
          }
        : {}),
    })),
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

function echoed(
  { book }: Context,
  rect: Rect,
  { majorDimension }: ValueRange,
  render: string | null | undefined,
  dates: string | null | undefined,
): ValueRange {
  return readRect(book, rect, {
    major: majorOf(majorDimension),
    render: renderOption(render),
    dates: dateOption(dates),
  });
}

/** Rows and columns are counted once each, however many of the ranges touch them. */
function totals(done: readonly { rect: Rect; rows: readonly Scalar[][] }[]) {
  const [rows, columns, sheets] = [new Set<string>(), new Set<string>(), new Set<number>()];
  let cells = 0;
  for (const { rect, rows: values } of done) {
    sheets.add(rect.sheetId);
    for (let row = rect.startRow; row < rect.endRow; row++) rows.add(`${rect.sheetId}/${row}`);
    for (let column = rect.startColumn; column < rect.endColumn; column++) columns.add(`${rect.sheetId}/${column}`);
    cells += values.reduce((sum, row) => sum + row.filter((cell) => cell !== null).length, 0);
  }
  return {
    totalUpdatedRows: rows.size,
    totalUpdatedColumns: columns.size,
    totalUpdatedCells: cells,
    totalUpdatedSheets: sheets.size,
  };
}
