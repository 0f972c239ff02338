import { invalid } from "../api/api-error.ts";
import { columnIndex, columnName } from "./column-name.ts";
import type { GridRange, Rect } from "./grid-range.ts";
import { type Sheet, sheetById, type Workbook } from "./workbook.ts";

/** Plain ASCII words stand bare unless they read like a cell; all other titles are quoted. */
export const quoteTitle = (title: string): string =>
  /^[A-Za-z_][A-Za-z0-9_.]*$/.test(title) && !/^(?:[A-Za-z]{1,3}[0-9]+|R[0-9]+C[0-9]+)$/i.test(title)
    ? title
    : `'${title.replaceAll("'", "''")}'`;

/** A rectangle as Google writes it: `Sheet1!A1:C3`, or `Sheet1!B2` for a single cell. */
export function formatA1(book: Workbook, rect: Rect): string {
  const title = sheetById(book, rect.sheetId)?.properties.title ?? "";
  return `${quoteTitle(title)}!${cellsA1(rect)}`;
}

export function cellsA1({ startRow, endRow, startColumn, endColumn }: Rect): string {
  const first = `${columnName(startColumn)}${startRow + 1}`;
  const last = `${columnName(endColumn - 1)}${endRow}`;
  return first === last ? first : `${first}:${last}`;
}

interface Corner {
  readonly row?: number;
  readonly column?: number;
}

/** What a range text names: sides left open (`A:C`, `B2:B`) reach the end of the grid. */
export interface A1Range {
  readonly sheet: Sheet;
  readonly rect: Rect;
  /** A lone cell is where a write starts, not what it must fit into. */
  readonly single: boolean;
}

/** Reads A1 (and R1C1) notation, a sheet title, or a named range; sides beyond the grid stay as written. */
export function parseA1(book: Workbook, text: string): A1Range {
  const { title, cells } = splitTitle(text);
  const named = book.namedRanges.find((range) => range.name?.toLowerCase() === cells.toLowerCase());
  if (named?.range) return namedRange(book, named.range, text);
  const sheet = title === undefined ? firstVisible(book) : byTitle(book, title);
  const whole = title === undefined ? byTitle(book, unquote(cells)) : undefined;
  if (title === undefined && whole !== undefined && parseCells(cells) === undefined) return wholeSheet(whole);
  const corners = cells === "" ? undefined : parseCells(cells);
  if (sheet === undefined || corners === undefined) throw unparsable(text);
  return { sheet, ...rectOf(sheet, corners) };
}

const unparsable = (text: string) => invalid(`Unable to parse range: ${text}`);

function splitTitle(text: string): { title?: string; cells: string } {
  const quoted = /^'((?:[^']|'')*)'(?:!(.*))?$/s.exec(text);
  if (quoted)
    return quoted[2] === undefined ? { cells: text } : { title: quoted[1]!.replaceAll("''", "'"), cells: quoted[2] };
  const bang = text.lastIndexOf("!");
  return bang < 0 ? { cells: text } : { title: text.slice(0, bang), cells: text.slice(bang + 1) };
}

const unquote = (text: string): string => (/^'.*'$/s.test(text) ? text.slice(1, -1).replaceAll("''", "'") : text);

const byTitle = (book: Workbook, title: string): Sheet | undefined =>
  book.sheets.find((sheet) => sheet.properties.title?.toLowerCase() === title.toLowerCase());

const firstVisible = (book: Workbook): Sheet | undefined =>
  book.sheets.find((sheet) => !sheet.properties.hidden) ?? book.sheets[0];

const wholeSheet = (sheet: Sheet): A1Range => ({ sheet, ...rectOf(sheet, [{}, {}]) });

function namedRange(book: Workbook, range: GridRange, text: string): A1Range {
  const sheet = sheetById(book, range.sheetId ?? 0);
  if (sheet === undefined) throw unparsable(text);
  return { sheet, rect: boundedRect(sheet, range), single: false };
}

/** A grid range with open sides closed by the grid. */
export function boundedRect({ grid, properties }: Sheet, range: GridRange): Rect {
  return {
    sheetId: properties.sheetId ?? 0,
    startRow: range.startRowIndex ?? 0,
    endRow: range.endRowIndex ?? grid.rowCount,
    startColumn: range.startColumnIndex ?? 0,
    endColumn: range.endColumnIndex ?? grid.columnCount,
  };
}

function parseCells(text: string): readonly [Corner, Corner | undefined] | undefined {
  const [from, to, ...more] = text.split(":");
  const first = from === undefined ? undefined : parseCorner(from);
  if (first === undefined || more.length > 0) return undefined;
  // "A" or "5" alone is no range, though "A:A" and "5:5" are.
  if (to === undefined) return first.row === undefined || first.column === undefined ? undefined : [first, undefined];
  const second = parseCorner(to);
  return second === undefined ? undefined : [first, second];
}

function parseCorner(text: string): Corner | undefined {
  const r1c1 = /^R([1-9]\d*)C([1-9]\d*)$/i.exec(text);
  if (r1c1) return { row: Number(r1c1[1]) - 1, column: Number(r1c1[2]) - 1 };
  const a1 = /^\$?([A-Za-z]{1,3})?\$?([1-9]\d*)?$/.exec(text);
  if (!a1 || (a1[1] === undefined && a1[2] === undefined)) return undefined;
  return {
    ...(a1[1] === undefined ? {} : { column: columnIndex(a1[1]) }),
    ...(a1[2] === undefined ? {} : { row: Number(a1[2]) - 1 }),
  };
}

function rectOf(
  { grid, properties }: Sheet,
  [first, second]: readonly [Corner, Corner | undefined],
): { rect: Rect; single: boolean } {
  const last = second ?? first;
  const rows = span(first.row, last.row, grid.rowCount);
  const columns = span(first.column, last.column, grid.columnCount);
  return {
    rect: {
      sheetId: properties.sheetId ?? 0,
      startRow: rows[0],
      endRow: rows[1],
      startColumn: columns[0],
      endColumn: columns[1],
    },
    single: second === undefined,
  };
}

/** Corners may be given in any order; a side given once opens the range towards the end of the grid. */
function span(a: number | undefined, b: number | undefined, size: number): [number, number] {
  if (a === undefined && b === undefined) return [0, size];
  if (a === undefined || b === undefined) return [a ?? b ?? 0, Math.max(size, (a ?? b ?? 0) + 1)];
  return [Math.min(a, b), Math.max(a, b) + 1];
}

/** Cuts a range to the grid as reads do; one that starts beyond it is refused. */
export function clipped(book: Workbook, { sheet, rect }: A1Range): Rect {
  const { rowCount, columnCount } = sheet.grid;
  if (rect.startRow >= rowCount || rect.startColumn >= columnCount) throw exceeds(book, sheet, rect);
  return { ...rect, endRow: Math.min(rect.endRow, rowCount), endColumn: Math.min(rect.endColumn, columnCount) };
}

/** Refuses a range that reaches beyond the grid, as writes do. */
export function checkInside(book: Workbook, sheet: Sheet, rect: Rect): void {
  if (rect.endRow > sheet.grid.rowCount || rect.endColumn > sheet.grid.columnCount) throw exceeds(book, sheet, rect);
}

function exceeds(book: Workbook, { grid }: Sheet, rect: Rect) {
  return invalid(
    `Range (${formatA1(book, rect)}) exceeds grid limits. Max rows: ${grid.rowCount}, max columns: ${grid.columnCount}`,
  );
}
