import type { sheets_v4 } from "@googleapis/sheets";
import { invalid } from "../api/api-error.ts";
import { cloned } from "../api/message.ts";
import type { Formula, Grid } from "../cells/grid.ts";

export type SheetProperties = sheets_v4.Schema$SheetProperties;
export type DimensionProperties = sheets_v4.Schema$DimensionProperties;

/** Everything a sheet has beside its cells; all of it is plain JSON, and each list is in Google's own message type. */
export interface SheetParts {
  merges: sheets_v4.Schema$GridRange[];
  conditionalFormats: sheets_v4.Schema$ConditionalFormatRule[];
  filterViews: sheets_v4.Schema$FilterView[];
  protectedRanges: sheets_v4.Schema$ProtectedRange[];
  basicFilter?: sheets_v4.Schema$BasicFilter;
  charts: sheets_v4.Schema$EmbeddedChart[];
  bandedRanges: sheets_v4.Schema$BandedRange[];
  rowGroups: sheets_v4.Schema$DimensionGroup[];
  columnGroups: sheets_v4.Schema$DimensionGroup[];
  /** Sparse: what of a row or column differs from the default. */
  rows: (DimensionProperties | undefined)[];
  columns: (DimensionProperties | undefined)[];
}

export interface Sheet {
  /** Without index, row and column count: the place among the sheets and the grid know those. */
  properties: SheetProperties;
  parts: SheetParts;
  grid: Grid;
}

/** Who may do what with the file, as Drive would keep it. */
export interface Access {
  readonly owner: string;
  readonly writers: readonly string[];
  readonly readers: readonly string[];
}

/** One spreadsheet at one revision. A change is made on a fork and becomes the truth as a whole, or not at all. */
export interface Workbook {
  readonly spreadsheetId: string;
  /** The same object on every fork, for what is kept beside a workbook and is no part of it. */
  readonly identity: object;
  revision: number;
  access: Access;
  properties: sheets_v4.Schema$SpreadsheetProperties;
  sheets: Sheet[];
  namedRanges: sheets_v4.Schema$NamedRange[];
  metadata: sheets_v4.Schema$DeveloperMetadata[];
}

export const isFormula = (content: unknown): content is Formula => typeof content === "object" && content !== null;

export function emptyParts(): SheetParts {
  return {
    merges: [],
    conditionalFormats: [],
    filterViews: [],
    protectedRanges: [],
    charts: [],
    bandedRanges: [],
    rowGroups: [],
    columnGroups: [],
    rows: [],
    columns: [],
  };
}

export function forkWorkbook(book: Workbook): Workbook {
  return {
    ...book,
    properties: cloned(book.properties),
    namedRanges: cloned(book.namedRanges),
    metadata: cloned(book.metadata),
    sheets: book.sheets.map(({ properties, parts, grid }) => ({
      properties: cloned(properties),
      parts: cloned(parts),
      grid: grid.fork(),
    })),
  };
}

export const sheetById = (book: Workbook, sheetId: number): Sheet | undefined =>
  book.sheets.find((sheet) => sheet.properties.sheetId === sheetId);

/** The sheet whose cells a request is about; Google calls it a grid. */
export function requireSheet(book: Workbook, sheetId: number | null | undefined, word = "grid"): Sheet {
  const sheet = sheetById(book, sheetId ?? 0);
  if (sheet === undefined) throw invalid(`No ${word} with id: ${sheetId ?? 0}`);
  return sheet;
}

const CELL_LIMIT = 10_000_000;
const COLUMN_LIMIT = 18_278;

/** Google counts empty cells too; call it after a change that makes a grid larger, or before with the `more` cells to come. */
export function checkCellLimit(book: Workbook, more = 0): void {
  const cells = book.sheets.reduce((sum, sheet) => sum + sheet.grid.cells, more);
  if (book.sheets.some(({ grid }) => grid.columnCount > COLUMN_LIMIT))
    throw invalid(`A sheet cannot have more than ${COLUMN_LIMIT} columns.`);
  if (cells > CELL_LIMIT)
    throw invalid(
      `This action would increase the number of cells in the workbook above the limit of ${CELL_LIMIT} cells.`,
    );
}
