import type { sheets_v4 } from "@googleapis/sheets";
import { boundedRect, clipped, formatA1, parseA1 } from "../book/a1.ts";
import { matching } from "../book/developer-metadata.ts";
import { type GridRange, intersection, type Rect } from "../book/grid-range.ts";
import { requireSheet, type Workbook } from "../book/workbook.ts";
import { dateOption, readRect, renderOption } from "../cells/values-read.ts";
import { clearRange } from "../cells/values-write.ts";
import type { Context } from "../requests/request-kind.ts";
import { invalid } from "./api-error.ts";
import { parseMask } from "./field-mask.ts";
import type { Call } from "./method.ts";
import { getSpreadsheet } from "./spreadsheet-get.ts";
import { majorOf } from "./value-range.ts";
import { updateMany } from "./values-methods.ts";

type DataFilter = sheets_v4.Schema$DataFilter;

export function getByDataFilter(book: Workbook, user: string, { query, body }: Call): sheets_v4.Schema$Spreadsheet {
  const { dataFilters, includeGridData } = (body ?? {}) as sheets_v4.Schema$GetSpreadsheetByDataFilterRequest;
  const mask = parseMask(query.get("fields") || "*");
  return getSpreadsheet(book, user, {
    ...(dataFilters?.length ? { rects: dataFilters.flatMap((filter) => rectsOf(book, filter)) } : {}),
    mask,
    includeGridData: mask === true ? includeGridData === true : true,
  });
}

export function batchGetByDataFilter(book: Workbook, _: string, { body }: Call): object {
  const request = (body ?? {}) as sheets_v4.Schema$BatchGetValuesByDataFilterRequest;
  const options = {
    major: majorOf(request.majorDimension),
    render: renderOption(request.valueRenderOption),
    dates: dateOption(request.dateTimeRenderOption),
  };
  const valueRanges = filtersOf(request.dataFilters).flatMap((filter) =>
    rectsOf(book, filter).map((rect) => ({ valueRange: readRect(book, rect, options), dataFilters: [filter] })),
  );
  return { spreadsheetId: book.spreadsheetId, ...(valueRanges.length > 0 ? { valueRanges } : {}) };
}

/** The same as a batch of writes to the ranges that the filters name; each answer says which filter it was for. */
export function batchUpdateByDataFilter(context: Context, call: Call): object {
  const { data, ...request } = (call.body ?? {}) as sheets_v4.Schema$BatchUpdateValuesByDataFilterRequest;
  const writes = (data ?? []).flatMap(({ dataFilter, ...values }) =>
    filtersOf(dataFilter ? [dataFilter] : []).flatMap((filter) =>
      rectsOf(context.book, filter).map((rect) => ({
        filter,
        range: { ...values, range: formatA1(context.book, rect) },
      })),
    ),
  );
  const body = { ...request, data: writes.map(({ range }) => range) };
  const { responses, ...totals } = updateMany(context, { ...call, body });
  return { ...totals, responses: responses?.map((each, i) => ({ ...each, dataFilter: writes[i]!.filter })) };
}

export function batchClearByDataFilter(context: Context, { body }: Call): object {
  const { dataFilters } = (body ?? {}) as sheets_v4.Schema$BatchClearValuesByDataFilterRequest;
  const rects = filtersOf(dataFilters).flatMap((filter) => rectsOf(context.book, filter));
  const clearedRanges = rects.map((rect) => clearRange(context, formatA1(context.book, rect)));
  return { spreadsheetId: context.book.spreadsheetId, ...(clearedRanges.length > 0 ? { clearedRanges } : {}) };
}

function filtersOf(filters: readonly DataFilter[] | undefined): readonly DataFilter[] {
  if (!filters?.length) throw invalid("Must specify at least one data filter");
  return filters;
}

/** The rectangles inside the grid that a filter names: one for a range, one for each place that bears the metadata. */
function rectsOf(book: Workbook, filter: DataFilter): Rect[] {
  if (filter.a1Range) return [clipped(book, parseA1(book, filter.a1Range))];
  if (filter.gridRange) return [gridRect(book, filter.gridRange)];
  return matching(book, filter).flatMap(({ location }) => {
    if (location?.spreadsheet) return [];
    const range = location?.dimensionRange;
    const { sheetId, startIndex, endIndex } = range ?? { sheetId: location?.sheetId };
    const rows = range?.dimension === "ROWS";
    const [start, end] = rows
      ? (["startRowIndex", "endRowIndex"] as const)
      : (["startColumnIndex", "endColumnIndex"] as const);
    return [
      gridRect(book, {
        sheetId: sheetId ?? 0,
        ...(range ? { [start]: startIndex ?? 0, [end]: endIndex ?? null } : {}),
      }),
    ];
  });
}

function gridRect(book: Workbook, range: GridRange): Rect {
  const sheet = requireSheet(book, range.sheetId);
  const rect = intersection(boundedRect(sheet, range), boundedRect(sheet, { sheetId: range.sheetId ?? 0 }));
  if (rect === undefined) throw invalid("Invalid dataFilter: the range lies outside the grid.");
  return rect;
}
