import { Problem } from "../../core/problem.ts";
import type { Spreadsheet } from "../../platform/ports.ts";
import { columnRange, quoted } from "../a1.ts";
import { type Cell, headerText, isBlank } from "../cell.ts";
import { headerKept } from "../declare/header-rule.ts";
import { columnOf, formulasOf, type Table } from "../declare/table.ts";
import { type FormulaCells, formulaCells } from "../read/formula-cells.ts";
import { merged } from "../read/read.ts";
import { usedRows } from "../read/snapshot.ts";
import { defaultSheet } from "./default-sheet.ts";
import { marksOf, sheetsOf } from "./which-sheet.ts";

/** First look: which sheets are there, the marks of our columns, and what else sheets have besides cells. */
export const SHEET_FIELDS =
  "properties(timeZone,autoRecalc),namedRanges(namedRangeId),sheets(properties,data(columnMetadata(developerMetadata))," +
  "protectedRanges,conditionalFormats,bandedRanges,basicFilter,filterViews(filterViewId,title,range,criteria),merges,charts(chartId,spec)," +
  "developerMetadata(metadataId))";

/** Second look: headers, what the cells below them are made for, and what is in the sheets that start with rows. */
export const HEADER_FIELDS =
  "sheets(properties(sheetId),data(startRow,startColumn," +
  "rowData(values(userEnteredValue,effectiveValue,note,dataValidation(condition(type,values(userEnteredValue)),inputMessage,strict)," +
  "userEnteredFormat(numberFormat(type),backgroundColorStyle,borders,textFormat(bold))))))";

/** Headers are looked for here, for people insert rows above them; a format that none of these rows has is missing. */
const HEAD_ROWS = 10;

type GridData = GoogleAppsScript.Sheets.Schema.GridData;
type CellData = GoogleAppsScript.Sheets.Schema.CellData;
type Sheet = GoogleAppsScript.Sheets.Schema.Sheet;
type ConditionalFormatRule = GoogleAppsScript.Sheets.Schema.ConditionalFormatRule;
type Banding = GoogleAppsScript.Sheets.Schema.BandedRange;
type ProtectedRange = GoogleAppsScript.Sheets.Schema.ProtectedRange;

/** A sheet of ours as it stands. */
export interface SheetFacts {
  readonly sheetId: number;
  readonly title: string;
  readonly rowCount: number;
  readonly columnCount: number;
  /** Where new columns go: to the end, or into the empty ones of a sheet without anything in it. */
  readonly free: number;
  readonly headers: readonly string[];
  /** The declared name of each column that was marked when it was made. */
  readonly marks: readonly (string | undefined)[];
  /** In use, below the header. */
  readonly rows: readonly (readonly Cell[])[];
  readonly formulas: FormulaCells;
  /** What stands in a cell as a formula, its "=" in front. */
  readonly formulaAt: (rowIndex: number, columnIndex: number) => string | undefined;
  /** Of each column: whether its header has a note, and any cell below it a number format, or a drop-down or checkbox. */
  readonly noted: readonly boolean[];
  /** Of each column: the name that its header cell keeps by a rule of ours. */
  readonly kept: readonly (string | undefined)[];
  readonly formatted: readonly boolean[];
  readonly validated: readonly boolean[];
  /** Of each column: whether any cell below the header is made for texts. */
  readonly texts: readonly boolean[];
  readonly frozen: boolean;
  readonly colored: boolean;
  readonly protections: readonly ProtectedRange[];
  readonly highlights: readonly ConditionalFormatRule[];
  readonly banding: Banding | undefined;
  readonly filter: GoogleAppsScript.Sheets.Schema.BasicFilter | undefined;
  readonly views: readonly GoogleAppsScript.Sheets.Schema.FilterView[];
  /** Of each column: whether its last cell, which a sheet that grew without its looks leaves bare, has a number format. */
  readonly formattedToTheEnd: readonly boolean[];
}

/**
 * Of the sheets that exist: the whole of those that start with rows (they are short), of the others the head, and the key
 * where checkboxes ask which rows are in use. And the whole of an empty sheet that may go.
 */
export const setUpRanges = (book: Spreadsheet, tables: readonly Table[]): string[] => [
  ...tableRanges(sheetsOf(book, tables)),
  ...[defaultSheet(book)].flatMap((sheet) => (sheet === undefined ? [] : [quoted(sheet.properties?.title ?? "")])),
];

const tableRanges = (sheets: ReadonlyMap<Table, Sheet>): string[] =>
  [...sheets].flatMap(([table, sheet]) => {
    const { title = "", gridProperties } = sheet.properties ?? {};
    if (table.seeds !== undefined) return [quoted(title)];
    const rowCount = gridProperties?.rowCount ?? 1;
    const head = `${quoted(title)}!1:${Math.min(HEAD_ROWS, rowCount)}`;
    const end = rowCount > HEAD_ROWS ? [`${quoted(title)}!${rowCount}:${rowCount}`] : [];
    const asked = rowsAsked(table).map((name) => marksOf(sheet).indexOf(name));
    return [head, ...end, ...asked.filter((place) => place !== -1).map((place) => columnRange(title, place))];
  });

/** Checkboxes and formulas are for rows in use: the key tells which those are. */
function rowsAsked(table: Table): string[] {
  const ticked = Object.values(table.columns).some(({ checkbox }) => checkbox);
  const formulas = formulasOf(table).map(({ name }) => name);
  return ticked || formulas.length > 0 ? [...table.key.slice(0, 1), ...formulas] : [];
}

/** What both looks told of the sheets that exist. Throws Problem("fix") where only people can tell which sheet is which. */
export const factsIn = (
  book: Spreadsheet,
  looked: Spreadsheet,
  tables: readonly Table[],
): ReadonlyMap<Table, SheetFacts> =>
  new Map([...sheetsOf(book, tables)].map(([table, sheet]) => [table, factsOf(sheet, looked, table)]));

function factsOf(sheet: Sheet, looked: Spreadsheet, table: Table): SheetFacts {
  const { sheetId = 0, title = "", gridProperties } = sheet.properties ?? {};
  const data = (looked.sheets ?? []).find(({ properties }) => (properties?.sheetId ?? 0) === sheetId)?.data ?? [];
  const grid = merged(data);
  checkHeaderRow(table, grid);
  const headers = grid[0] ?? [];
  const rows = grid.slice(1, usedRows(grid));
  const columnCount = gridProperties?.columnCount ?? headers.length;
  const columns = Array.from({ length: columnCount }, (_, place) => place);
  const [head = {}, ...below] = data[0]?.rowData ?? [];
  const anyBelow = (has: (cell: CellData) => unknown) =>
    columns.map((place) => below.some(({ values }) => has(values?.[place] ?? {})));
  return {
    sheetId,
    title,
    rows,
    columnCount,
    rowCount: gridProperties?.rowCount ?? 1,
    free: [headers, ...rows].flat().every(isBlank) ? 0 : columnCount,
    formulas: formulaCells(data),
    formulaAt: (rowIndex, columnIndex) => formulaAt(data, rowIndex, columnIndex),
    noted: columns.map((place) => !!head.values?.[place]?.note),
    kept: columns.map((place) => headerKept(head.values?.[place]?.dataValidation)),
    formatted: anyBelow((cell) => cell.userEnteredFormat?.numberFormat),
    validated: anyBelow((cell) => cell.dataValidation),
    texts: anyBelow((cell) => cell.userEnteredFormat?.numberFormat?.type === "TEXT"),
    frozen: !!gridProperties?.frozenRowCount,
    colored: sheet.properties?.tabColorStyle !== undefined,
    headers: headers.map(headerText),
    marks: marksOf(sheet),
    protections: sheet.protectedRanges ?? [],
    highlights: sheet.conditionalFormats ?? [],
    banding: largest(sheet.bandedRanges ?? []),
    filter: sheet.basicFilter,
    views: sheet.filterViews ?? [],
    formattedToTheEnd: columns.map((place) => isFormattedAt(data, (gridProperties?.rowCount ?? 1) - 1, place)),
  };
}

/** That of the table: people may have striped a corner of their own. */
const largest = (bandings: readonly Banding[]): Banding | undefined =>
  [...bandings].sort((a, b) => columnsIn(b) - columnsIn(a))[0];

const columnsIn = ({ range }: Banding): number =>
  (range?.endColumnIndex ?? Number.MAX_VALUE) - (range?.startColumnIndex ?? 0);

const isFormattedAt = (data: readonly GridData[], rowIndex: number, place: number): boolean =>
  data.some(
    ({ startRow = 0, rowData = [] }) =>
      rowData[rowIndex - startRow]?.values?.[place]?.userEnteredFormat?.numberFormat !== undefined,
  );

function formulaAt(data: readonly GridData[], rowIndex: number, columnIndex: number): string | undefined {
  for (const { startRow = 0, startColumn = 0, rowData = [] } of data) {
    const formula = rowData[rowIndex - startRow]?.values?.[columnIndex - startColumn]?.userEnteredValue?.formulaValue;
    if (formula !== undefined) return formula;
  }
  return undefined;
}

/** With headers added above them, the old ones would be a row of data. */
function checkHeaderRow(table: Table, grid: readonly (readonly unknown[])[]): void {
  const headers = Object.keys(table.columns).map((name) => columnOf(table, name).header);
  const held = (row: readonly unknown[] = []) => headers.filter((header) => row.includes(header)).length;
  const place = grid.findIndex((row) => 2 * held(row) > headers.length);
  if (place > 0 && held(grid[place]) > held(grid[0]))
    throw new Problem(
      "fix",
      `「${table.sheet}」シートの見出しが${place + 1}行目にあります。${place === 1 ? "1行目" : `1～${place}行目`}を削除してから、初期設定を実行してください。`,
    );
}
