import { Problem } from "../../core/problem.ts";
import { type Sheets, SheetsFailure, type Spreadsheet } from "../../platform/ports.ts";
import { columnRange, headerRange, quoted } from "../a1.ts";
import type { Cell } from "../cell.ts";
import { staffKeysOf } from "../declare/staff-blocks.ts";
import { formulasOf, type Table } from "../declare/table.ts";
import { type StoredMemory, storedMemory } from "../memory.ts";
import { dressedIn } from "./dressed.ts";
import { formulaCells } from "./formula-cells.ts";
import { firstLayout, missingSheets, placeOf, sameLayout } from "./layout.ts";
import { isOutOfPlace, overtaken, SHEETS_ATTEMPTS } from "./patient-sheets.ts";
import { gridOf, type SheetState, type States, sheetState, stateOf } from "./snapshot.ts";
import { spansOf } from "./spans.ts";

type GridData = GoogleAppsScript.Sheets.Schema.GridData;

const MEMORY = "developerMetadata(metadataId,metadataKey,metadataValue)";
const PROTECTIONS =
  "protectedRanges(protectedRangeId,range,description,warningOnly,requestingUserCanEdit,unprotectedRanges,editors)";
const fields = (ofCell: string) =>
  `${MEMORY},sheets(properties(sheetId,title,gridProperties(rowCount,columnCount)),${PROTECTIONS},data(startRow,startColumn,rowData(values(effectiveValue,note${ofCell}))))`;

export interface BookState {
  readonly memory: StoredMemory;
  readonly states: States;
}

/**
 * Everything of the given tables in one call; of those that are `named`, only what names their rows: the first part of their
 * keys, and the marks of people's cells. These are looked for where a new sheet has them: further calls find those that people
 * moved.
 */
export function readBook(sheets: Sheets, tables: readonly Table[], named: ReadonlySet<Table> = new Set()): BookState {
  const heads = tables.map((table) => (named.has(table) ? headerRange(table.sheet) : quoted(table.sheet)));
  if (named.size === 0) return read(sheets, tables, heads);
  const columns = new Map(
    [...named].map((table) => [table, [...table.key.slice(0, 1), ...staffKeysOf(table)]] as const),
  );
  const places = [...columns].flatMap(([table, names]) =>
    names.map((name) => columnRange(table.sheet, placeOf(firstLayout(table), name))),
  );
  const guess = found(() => read(sheets, tables, [...heads, ...places]), 1);
  const { memory, states } = guess ?? read(sheets, tables, heads);
  const isSeen = ({ table, layout }: SheetState): boolean =>
    guess !== undefined &&
    (columns.get(table) ?? []).every((name) => placeOf(layout, name) === placeOf(firstLayout(table), name));
  const unseen = [...states.values()].filter((state) => named.has(state.table) && !isSeen(state));
  if (unseen.length === 0) return { memory, states };
  return { memory, states: new Map([...states, ...readPositions(sheets, unseen, { columns })]) };
}

/** Where the columns of the tables stand, and what protects them. */
export const readHeads = (sheets: Sheets, tables: readonly Table[]): States =>
  read(
    sheets,
    tables,
    tables.map(({ sheet }) => headerRange(sheet)),
  ).states;

/** What of which tables to look at, beside the headers. */
export interface Look {
  /** Which row has which key. */
  readonly keyed?: ReadonlySet<Table>;
  /** These columns. */
  readonly columns?: ReadonlyMap<Table, readonly string[]>;
  /** Everything in the rows of these keys, and in their copies. */
  readonly rows?: ReadonlyMap<Table, ReadonlyMap<string, unknown>>;
  /** Everything from this row on. */
  readonly tails?: ReadonlyMap<Table, number>;
  /** Everything. */
  readonly whole?: ReadonlySet<Table>;
  /** Everything, with the colours of cells. */
  readonly marked?: ReadonlySet<Table>;
}

/** What a commit needs to know again right before it writes. */
export function readPositions(sheets: Sheets, before: readonly SheetState[], look: Look): States {
  const tables = before.map(({ table }) => table);
  const extra = [
    ...(look.marked?.size ? [",userEnteredFormat.backgroundColor"] : []),
    ...(look.tails?.size || look.whole?.size || [...(look.rows?.values() ?? [])].some(({ size }) => size > 0)
      ? [FORMULAS]
      : []),
  ].join("");
  let known: States = new Map(before.map((state) => [state.table, state]));
  for (let attempt = 1; ; attempt++) {
    const ranges = [...known.values()].flatMap((state) => rangesOf(state, look));
    const states = found(() => read(sheets, tables, ranges, extra).states, attempt);
    if (states === undefined) {
      known = readHeads(sheets, tables);
      continue;
    }
    const isSettled = [...known.values()].every((seen) => {
      const now = stateOf(states, seen.table);
      return sameLayout(seen.layout, now.layout) && [...rowsAsked(now, look)].every(isAmong(rowsAsked(seen, look)));
    });
    if (isSettled) return states;
    known = states;
  }
}

/** Undefined where rows or columns that were asked for have gone meanwhile. */
function found<Result>(look: () => Result, attempt: number): Result | undefined {
  try {
    return look();
  } catch (error) {
    const isGone = error instanceof Problem && error.cause instanceof SheetsFailure && isOutOfPlace(error.cause);
    if (!isGone || attempt === SHEETS_ATTEMPTS) throw error;
    return undefined;
  }
}

/** Where the rows stand that are to be seen whole. */
function rowsAsked({ table, rows, doubles }: SheetState, look: Look): Set<number> {
  const keys = look.rows?.get(table);
  const copies = doubles.filter(({ key }) => keys?.has(key)).map(({ index }) => index);
  return new Set([...[...(keys?.keys() ?? [])].flatMap((key) => rows.get(key)?.index ?? []), ...copies]);
}

const isAmong = (rows: ReadonlySet<number>) => (row: number) => rows.has(row);

function rangesOf(state: SheetState, look: Look): string[] {
  const { table, layout, rowCount } = state;
  const { keyed, columns, tails, whole, marked } = look;
  const sheet = quoted(table.sheet);
  if (whole?.has(table) || marked?.has(table)) return [sheet];
  const from = tails?.get(table);
  return [
    headerRange(table.sheet),
    ...[...(keyed?.has(table) ? table.key : []), ...(columns?.get(table) ?? [])].map((name) =>
      columnRange(table.sheet, placeOf(layout, name)),
    ),
    ...spansOf(rowsAsked(state, look), NEAR).map(([first, last]) => `${sheet}!${first + 1}:${last + 1}`),
    ...(from === undefined || from >= rowCount ? [] : [`${sheet}!${from + 1}:${rowCount}`]),
  ];
}

/** A further row costs less than a further range. */
const NEAR = 3;

/** The keys of a table whose other cells nobody needs: a look at the headers tells where they stand. */
export const readKeys = (sheets: Sheets, table: Table): ReadonlySet<string> =>
  new Set(readKeyRows(sheets, table).keys());

/** The same with the rows that have them, of which nothing else is read. */
export function readKeyRows(sheets: Sheets, table: Table): SheetState["rows"] {
  const { states } = read(sheets, [table], [headerRange(table.sheet)]);
  const keyed = readPositions(sheets, [stateOf(states, table)], { keyed: new Set([table]) });
  return stateOf(keyed, table).rows;
}

/** One row in a small call, however long its table is: a state with no row where no key stands in it. */
export function readRow(sheets: Sheets, table: Table, index: number): SheetState {
  const line = `${quoted(table.sheet)}!${index + 1}:${index + 1}`;
  return stateOf(read(sheets, [table], index === 0 ? [line] : [headerRange(table.sheet), line]).states, table);
}

const FORMULAS = ",userEnteredValue(formulaValue)";

export const readMemory = (sheets: Sheets): StoredMemory =>
  storedMemory(sheets.get({ fields: MEMORY }).developerMetadata);

function read(sheets: Sheets, tables: readonly Table[], ranges: readonly string[], ofCell = ""): BookState {
  const formulas = !ofCell.includes(FORMULAS) && tables.some((table) => formulasOf(table).length > 0) ? FORMULAS : "";
  try {
    return bookState(sheets.get({ ranges, fields: fields(ofCell + formulas) }), tables);
  } catch (error) {
    throw error instanceof SheetsFailure && error.code === 400 ? absent(sheets, tables, error) : error;
  }
}

/** A range on a sheet that is not there makes Google refuse the whole call; which one it was takes a second look. */
function absent(sheets: Sheets, tables: readonly Table[], failure: SheetsFailure): Error {
  const titles = titlesOf(sheets.get({ fields: "sheets(properties(title))" }));
  const missing = tables.map((table) => table.sheet).filter((sheet) => !titles.includes(sheet));
  if (missing.length > 0) return missingSheets(missing);
  if (isOutOfPlace(failure)) return overtaken(failure);
  return new Problem("report", `シートを読み取れませんでした。（${failure.message}）`, { cause: failure });
}

const titlesOf = (book: Spreadsheet): string[] => (book.sheets ?? []).map((sheet) => sheet.properties?.title ?? "");

export function bookState(book: Spreadsheet, tables: readonly Table[]): BookState {
  const missing = tables.map((table) => table.sheet).filter((sheet) => !titlesOf(book).includes(sheet));
  if (missing.length > 0) throw missingSheets(missing);
  const states = (book.sheets ?? []).flatMap((sheet): [Table, SheetState][] => {
    const table = tables.find((candidate) => candidate.sheet === sheet.properties?.title);
    if (table === undefined) return [];
    const { sheetId = 0, gridProperties } = sheet.properties ?? {};
    const data = (sheet.data ?? []).map(downToContent);
    const protections = sheet.protectedRanges ?? [];
    const seen = { dressed: dressedIn(data), formulas: formulaCells(data), grid: merged(data), protections };
    const { rowCount = 0, columnCount = 0 } = gridProperties ?? {};
    return [[table, sheetState({ table, sheetId, rowCount, columnCount, ...seen })]];
  });
  return { memory: storedMemory(book.developerMetadata), states: new Map(states) };
}

/** Formats and drop-downs reach far below the last row, and Google lists all of those rows, empty: nobody need look at each of their cells. */
function downToContent({ rowData = [], ...data }: GridData): GridData {
  let rows = rowData.length;
  while (rows > 0 && (rowData[rows - 1]?.values ?? []).every(isNothing)) rows--;
  return { ...data, rowData: rowData.slice(0, rows) };
}

function isNothing(cell: object): boolean {
  for (const _ in cell) return false;
  return true;
}

/** Lays the ranges of an answer over each other at their places. */
export function merged(data: readonly GridData[]): Cell[][] {
  const [first] = data;
  if (data.length === 1 && first !== undefined && !first.startRow && !first.startColumn) return gridOf(first);
  const grid: Cell[][] = [];
  for (const part of data) {
    gridOf(part).forEach((cells, rowOffset) => {
      const index = (part.startRow ?? 0) + rowOffset;
      const row = grid[index] ?? [];
      grid[index] = row;
      cells.forEach((cell, columnOffset) => {
        row[(part.startColumn ?? 0) + columnOffset] = cell;
      });
    });
  }
  return Array.from(grid, (row) => Array.from(row ?? [], (cell) => cell ?? null));
}
