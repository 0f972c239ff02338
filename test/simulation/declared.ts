import { sheetNames } from "../../src/core/sheet-names.ts";
import { allTables } from "../../src/desk/tables.ts";
import { dividerHeader } from "../../src/workbook/declare/group.ts";
import { columnOf, type Table } from "../../src/workbook/declare/table.ts";

/** What the tables of the product declare, by the words that people read. */
const tableOf = (sheet: string): Table => {
  const table = allTables.find((candidate) => candidate.sheet === sheet);
  if (table === undefined) throw new Error(`no table ${sheet}`);
  return table;
};

const headersOf = (table: Table, names: readonly string[]): string[] =>
  names.map((name) => columnOf(table, name).header);

export const keyHeaders = (sheet: string): string[] => headersOf(tableOf(sheet), tableOf(sheet).key);

export type Owner = "api" | "mark" | "staff" | "both" | "people" | "nobody";

/**
 * "mark" is hidden among the columns of people, and commits write it; "people" is a column that somebody added; "both" is a key
 * that people and imports add; "nobody" writes into a column that names a group.
 */
export function ownerOf(sheet: string, header: string): Owner {
  const { columns, key, groups = [] } = tableOf(sheet);
  if (groups.some((group) => dividerHeader(group) === header)) return "nobody";
  const [name, column] = Object.entries(columns).find(([, candidate]) => candidate.header === header) ?? [];
  if (name === undefined || column === undefined) return "people";
  if (column.staffKey) return "mark";
  if (column.writer !== "staff") return "api";
  return key.includes(name) ? "both" : "staff";
}

export const declaredHeaders = (sheet: string): string[] =>
  headersOf(tableOf(sheet), Object.keys(tableOf(sheet).columns));

/** What one kind of job writes, its seal among it. */
export const headersBy = (sheet: string, writer: string): string[] =>
  Object.values(tableOf(sheet).columns).flatMap((column) => (column.writer === writer ? [column.header] : []));

/** As the simulation names a column of a sheet. */
export const columnName = (sheet: string, header: string): string => `${sheet}「${header}」`;

/** Every column that jobs write: none of people's, and none that formulas fill. */
export const jobColumns: readonly string[] = allTables.flatMap(({ sheet, columns }) =>
  Object.values(columns).flatMap(({ writer, header }) =>
    writer === null || writer === "staff" ? [] : [columnName(sheet, header)],
  ),
);

/** What a drop-down offers, where the column has one. */
export const choicesOf = (sheet: string, header: string): readonly string[] | undefined =>
  Object.values(tableOf(sheet).columns).find((column) => column.header === header)?.choices;

export const isCheckbox = (sheet: string, header: string): boolean =>
  Object.values(tableOf(sheet).columns).some((column) => column.header === header && column.checkbox === true);

/** Numbers go into number columns, as a person would type them. */
export const isNumeric = (sheet: string, header: string): boolean => {
  const format = Object.values(tableOf(sheet).columns).find((column) => column.header === header)?.numberFormat;
  return format !== undefined && format.type !== "TEXT";
};

export const SHIPMENTS = "出荷リスト";
export const LINES = "出荷明細";
export const PAYMENTS = "支払方法マスタ";
export const DELIVERIES = "配送サービスマスタ";
export const BANDS = "配送時間帯マスタ";
export const LEAD_TIMES = "配送日数マスタ";
export const CLOSED_DAYS = "休業日マスタ";
export const CONDITION_ROWS = "確認条件マスタ";
export const SETS = "セット商品";
export const PRODUCTS = "商品マスタ";
export const STOCK = "在庫";
export const LEDGER = "入出庫";
export const TYPED = "入出庫入力";
export const LOG = "連携ログ";
export const DASHBOARD = sheetNames.dashboard;
export const SHEETS: readonly string[] = allTables.map(({ sheet }) => sheet);

export const REQUEST_BOX = "今すぐ連携";

/** A box by which people ask for a run: whoever answers takes the tick away. */
export const isRequestBox = (sheet: string, header: string): boolean => sheet === DASHBOARD && header === REQUEST_BOX;

/** Where counts are typed. The product empties it for a new count, so it is people's in another way than their other cells. */
export const isCountCell = (sheet: string, header: string): boolean => sheet === STOCK && header === "棚卸数";

/** Rows that are people's as a whole, and may be alike. */
export const isTypedSheet = (sheet: string): boolean => sheet === TYPED;
