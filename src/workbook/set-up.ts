import type { Spreadsheet } from "../platform/ports.ts";
import { headerRange, quoted } from "./a1.ts";
import { cellData } from "./cell.ts";
import { appendRequest } from "./change-set.ts";
import { columnFormats } from "./column-format.ts";
import type { Layout } from "./layout.ts";
import { merged } from "./read.ts";
import { apiCells, columnOf, type RowOf, SEAL, type Table } from "./table.ts";

type Request = GoogleAppsScript.Sheets.Schema.Request;

/** Rows that a sheet starts with; one whose key is already there is left alone. */
export interface Seed<T extends Table = Table> {
  readonly table: T;
  readonly rows: readonly RowOf<T>[];
}

/** First look: which sheets are there. */
export const SHEET_FIELDS = "sheets(properties(sheetId,title,index))";

/** Second look: the headers of the sheets that are there, and all of those that have seeds, whose key may stand in any column. */
export const setUpRanges = (book: Spreadsheet, tables: readonly Table[], seeds: readonly Seed[]): string[] =>
  tables
    .filter((table) => idOf(book, table) !== undefined)
    .map((table) => (seeds.some((seed) => seed.table === table) ? quoted(table.sheet) : headerRange(table.sheet)));

export const SET_UP_FIELDS =
  "sheets(properties(sheetId,title,gridProperties(columnCount)),data(startRow,startColumn,rowData(values(effectiveValue))))";

/** What is missing, and only that: sheets, headers, seeds. `looked` is the answer to the second look. */
export function setUpRequests(
  looked: Spreadsheet,
  book: Spreadsheet,
  tables: readonly Table[],
  seeds: readonly Seed[],
): Request[] {
  const used = new Set((book.sheets ?? []).map((sheet) => sheet.properties?.sheetId ?? 0));
  return tables.flatMap((table, index) => {
    const sheetId = idOf(book, table);
    const ownSeeds = seeds.filter((seed) => seed.table === table).flatMap((seed) => seed.rows as readonly object[]);
    return sheetId === undefined
      ? newSheet(table, freeId(used), index, ownSeeds)
      : repairs(table, sheetId, looked, ownSeeds);
  });
}

const idOf = (book: Spreadsheet, table: Table): number | undefined => {
  const found = (book.sheets ?? []).find((sheet) => sheet.properties?.title === table.sheet);
  return found === undefined ? undefined : (found.properties?.sheetId ?? 0);
};

/** Chosen here, so that the requests of the same commit can name the sheet. */
function freeId(used: Set<number>): number {
  let id = 1001;
  while (used.has(id)) id++;
  used.add(id);
  return id;
}

function newSheet(table: Table, sheetId: number, index: number, seeds: readonly object[]): Request[] {
  const names = Object.keys(table.columns);
  const layout: Layout = new Map(names.map((name, place) => [name, place]));
  const gridProperties = { rowCount: 1000, columnCount: names.length, frozenRowCount: 1, frozenColumnCount: 1 };
  return [
    { addSheet: { properties: { sheetId, title: table.sheet, index, gridProperties } } },
    ...names.flatMap((name, place) => headerRequests(table, sheetId, name, place)),
    ...columnFormats(table, sheetId, layout, 1),
    ...seedRequests(table, sheetId, layout, seeds),
  ];
}

function repairs(table: Table, sheetId: number, looked: Spreadsheet, seeds: readonly object[]): Request[] {
  const sheet = (looked.sheets ?? []).find(({ properties }) => properties?.title === table.sheet);
  const [headers = [], ...rows] = merged(sheet?.data ?? []);
  const end = sheet?.properties?.gridProperties?.columnCount ?? headers.length;
  const titles = headers.map((cell) => String(cell ?? "").trim());
  const missing = Object.keys(table.columns).filter((name) => !titles.includes(columnOf(table, name).header));
  const layout: Layout = new Map(
    Object.keys(table.columns).map((name) => {
      const place = titles.indexOf(columnOf(table, name).header);
      return [name, place === -1 ? end + missing.indexOf(name) : place];
    }),
  );
  const added: Layout = new Map([...layout].filter(([name]) => missing.includes(name)));
  const keys = new Set(rows.map((row) => String(row[layout.get(table.key[0] as string) as number] ?? "")));
  return [
    ...(missing.length === 0 ? [] : [{ appendDimension: { sheetId, dimension: "COLUMNS", length: missing.length } }]),
    ...[...added].flatMap(([name, place]) => headerRequests(table, sheetId, name, place)),
    ...columnFormats(table, sheetId, added, 1),
    ...seedRequests(
      table,
      sheetId,
      layout,
      seeds.filter((seed) => !keys.has(String((seed as Record<string, unknown>)[table.key[0] as string]))),
    ),
  ];
}

const API_COLOR = { red: 0.85, green: 0.89, blue: 0.95 };
const STAFF_COLOR = { red: 1, green: 0.95, blue: 0.8 };

function headerRequests(table: Table, sheetId: number, name: string, place: number): Request[] {
  const { header, note, width, owner } = columnOf(table, name);
  const userEnteredFormat = {
    backgroundColor: owner === "api" ? API_COLOR : STAFF_COLOR,
    textFormat: { bold: true },
    verticalAlignment: "MIDDLE",
    wrapStrategy: "WRAP",
  };
  const range = { sheetId, dimension: "COLUMNS", startIndex: place, endIndex: place + 1 };
  return [
    {
      updateCells: {
        start: { sheetId, rowIndex: 0, columnIndex: place },
        rows: [{ values: [{ ...cellData(header), userEnteredFormat, ...(note === "" ? {} : { note }) }] }],
        fields: "userEnteredValue,userEnteredFormat,note",
      },
    },
    {
      updateDimensionProperties: {
        range,
        properties: { pixelSize: width, hiddenByUser: name === SEAL },
        fields: "pixelSize,hiddenByUser",
      },
    },
  ];
}

/** Staff columns too: a seed is the one row of ours that fills them. */
function seedRequests(table: Table, sheetId: number, layout: Layout, seeds: readonly object[]): Request[] {
  if (seeds.length === 0) return [];
  const rows = seeds.map((seed) => {
    const staff = Object.keys(table.columns).filter((name) => columnOf(table, name).owner === "staff");
    return new Map([
      ...apiCells(table, seed),
      ...staff.map((name) => [name, columnOf(table, name).write((seed as Record<string, unknown>)[name])] as const),
    ]);
  });
  return [appendRequest(sheetId, layout, rows)];
}
