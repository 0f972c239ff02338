import type { Spreadsheet } from "../../platform/ports.ts";
import { headerRange, quoted } from "../a1.ts";
import { merged } from "../read.ts";
import type { Table } from "../table.ts";

/** First look: which sheets are there, and what they have besides cells. */
export const SHEET_FIELDS =
  "sheets(properties(sheetId,title,index,gridProperties(rowCount,columnCount))," +
  "protectedRanges(protectedRangeId,description,range,warningOnly,requestingUserCanEdit)," +
  "conditionalFormats,bandedRanges(bandedRangeId),basicFilter(range))";

/** Second look: headers, the marks of our columns, and what is in the sheets that start with rows. */
export const HEADER_FIELDS =
  "sheets(properties(sheetId,title)," +
  "data(startRow,startColumn,columnMetadata(developerMetadata(metadataKey,metadataValue)),rowData(values(effectiveValue))))";

/** Names a column for good: it moves with the column, and a renamed header is recognised by it. */
export const COLUMN_MARK = "shukka-column";

type ConditionalFormatRule = GoogleAppsScript.Sheets.Schema.ConditionalFormatRule;
type ProtectedRange = GoogleAppsScript.Sheets.Schema.ProtectedRange;

/** A sheet of ours as it stands. */
export interface SheetFacts {
  readonly sheetId: number;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly headers: readonly string[];
  /** The declared name of each column that was marked when it was made. */
  readonly marks: readonly (string | undefined)[];
  readonly rows: readonly (readonly unknown[])[];
  readonly protections: readonly ProtectedRange[];
  readonly highlights: readonly ConditionalFormatRule[];
  readonly banded: boolean;
  readonly filtered: boolean;
}

/** Of the sheets that exist: the whole of those that start with rows (they are short), of the others the headers. */
export const setUpRanges = (book: Spreadsheet, tables: readonly Table[], seeded: ReadonlySet<Table>): string[] =>
  tables
    .filter((table) => sheetOf(book, table) !== undefined)
    .map((table) => (seeded.has(table) ? quoted(table.sheet) : headerRange(table.sheet)));

export function factsOf(book: Spreadsheet, looked: Spreadsheet, table: Table): SheetFacts | undefined {
  const sheet = sheetOf(book, table);
  if (sheet === undefined) return undefined;
  const data = sheetOf(looked, table)?.data ?? [];
  const [headers = [], ...rows] = merged(data);
  return {
    sheetId: sheet.properties?.sheetId ?? 0,
    rowCount: sheet.properties?.gridProperties?.rowCount ?? 1,
    columnCount: sheet.properties?.gridProperties?.columnCount ?? headers.length,
    headers: headers.map((cell) => String(cell ?? "").trim()),
    marks: (data[0]?.columnMetadata ?? []).map(
      ({ developerMetadata }) =>
        developerMetadata?.find(({ metadataKey }) => metadataKey === COLUMN_MARK)?.metadataValue,
    ),
    rows,
    protections: sheet.protectedRanges ?? [],
    highlights: sheet.conditionalFormats ?? [],
    banded: (sheet.bandedRanges ?? []).length > 0,
    filtered: sheet.basicFilter !== undefined,
  };
}

const sheetOf = (book: Spreadsheet, table: Table) =>
  (book.sheets ?? []).find(({ properties }) => properties?.title === table.sheet);
