import type { sheets_v4 } from "@googleapis/sheets";
import { clipped, parseA1 } from "../book/a1.ts";
import { mayEdit } from "../book/access.ts";
import { type GridRange, overlaps, type Rect, toRect } from "../book/grid-range.ts";
import { answeredProperties } from "../book/sheet-properties.ts";
import type { Sheet, Workbook } from "../book/workbook.ts";
import { gridData } from "../cells/grid-data.ts";
import { type Mask, under } from "./field-mask.ts";
import { answered } from "./message.ts";

export interface GetOptions {
  /** Absent: the whole spreadsheet. */
  readonly ranges?: readonly string[];
  /** In place of `ranges`. */
  readonly rects?: readonly Rect[];
  readonly includeGridData: boolean;
  /** What will be left of the answer; nothing else is worth computing. */
  readonly mask: Mask;
}

/** The Spreadsheet resource as this user sees it; only what the mask names is computed. */
export function getSpreadsheet(book: Workbook, user: string, options: GetOptions): sheets_v4.Schema$Spreadsheet {
  const mask = options.mask;
  const rects = options.rects ?? options.ranges?.map((range) => clipped(book, parseA1(book, range)));
  const sheets = book.sheets.filter(
    ({ properties }) => rects === undefined || rects.some((rect) => rect.sheetId === properties.sheetId),
  );
  const dataMask = options.includeGridData ? under(under(mask, "sheets") ?? {}, "data") : undefined;
  return {
    spreadsheetId: book.spreadsheetId,
    properties: book.properties,
    ...(under(mask, "sheets") === undefined
      ? {}
      : {
          sheets: sheets.map((sheet) => sheetAnswer(book, user, sheet, rects, dataMask, under(mask, "sheets") ?? {})),
        }),
    ...filled({ namedRanges: answered(book.namedRanges) }),
    spreadsheetUrl: `https://docs.google.com/spreadsheets/d/${book.spreadsheetId}/edit`,
    ...filled({ developerMetadata: book.metadata.filter(({ location }) => location?.spreadsheet) }),
  };
}

function sheetAnswer(
  book: Workbook,
  user: string,
  sheet: Sheet,
  rects: readonly Rect[] | undefined,
  dataMask: Mask | undefined,
  mask: Mask,
): sheets_v4.Schema$Sheet {
  const { rows: _rows, columns: _columns, protectedRanges, basicFilter, merges, ...lists } = sheet.parts;
  const sheetId = sheet.properties.sheetId ?? 0;
  const wants = (field: string) => under(mask, field) !== undefined;
  const wanted = Object.fromEntries(Object.entries(lists).filter(([field]) => wants(field)));
  return {
    properties: answeredProperties(book, sheet),
    ...(dataMask === undefined
      ? {}
      : { data: rectsOf(sheet, rects).map((rect) => gridData(book, sheet, rect, dataMask)) }),
    ...answered(filled({ ...(wants("merges") && { merges: mergesIn(merges, rects) }), ...wanted })),
    ...(wants("protectedRanges") &&
      answered(filled({ protectedRanges: protectedRanges.map((each) => protectedAnswer(book, user, each)) }))),
    ...(basicFilter === undefined || !wants("basicFilter") ? {} : { basicFilter: answered(basicFilter) }),
    ...filled({ developerMetadata: book.metadata.filter(({ location }) => location?.sheetId === sheetId) }),
  };
}

function rectsOf({ grid, properties }: Sheet, rects: readonly Rect[] | undefined): readonly Rect[] {
  const sheetId = properties.sheetId ?? 0;
  return (
    rects?.filter((rect) => rect.sheetId === sheetId) ?? [
      { sheetId, startRow: 0, endRow: grid.rowCount, startColumn: 0, endColumn: grid.columnCount },
    ]
  );
}

/** Asked for ranges, Google tells only of the merges that touch them. */
const mergesIn = (merges: readonly GridRange[], rects: readonly Rect[] | undefined): GridRange[] =>
  merges.filter((merge) => rects === undefined || rects.some((rect) => overlaps(rect, toRect(merge))));

function protectedAnswer(
  book: Workbook,
  user: string,
  protection: sheets_v4.Schema$ProtectedRange,
): sheets_v4.Schema$ProtectedRange {
  const { editors, ...rest } = protection;
  // Who may edit is shown only to those who may.
  return mayEdit(book, protection, user) ? { ...rest, requestingUserCanEdit: true, editors: editors ?? {} } : rest;
}

/** Lists with nothing in them are not answered at all. */
function filled<T extends { readonly [field: string]: unknown }>(lists: T): Partial<T> {
  const kept = Object.entries(lists).filter(([, list]) => !(Array.isArray(list) && list.length === 0));
  return Object.fromEntries(kept) as Partial<T>;
}
