import { type Cell, type CellData, cellData } from "../cell.ts";
import type { Table } from "./table.ts";

/** What stands in a column of links: it names a row as people count, and leads there. */
export const linkText = (sheet: string, row: number): string => `${sheet} ${row}行目`;

const LINK = /^(.+) (\d+)行目$/;

/** How cells of a table are sent. `sheetIds` has the sheets by their names: a link to any other is a plain text. */
export const dataIn =
  (table: Table, sheetIds: ReadonlyMap<string, number>) =>
  (name: string, cell: Cell): CellData =>
    table.columns[name]?.link === true ? linkData(cell, sheetIds) : cellData(cell);

/** A formula, since that is what every client of Google follows; nothing of it comes from anywhere but our own declarations. */
function linkData(cell: Cell, sheetIds: ReadonlyMap<string, number>): CellData {
  const [text, sheet = "", row] = LINK.exec(String(cell ?? "")) ?? [];
  const sheetId = sheetIds.get(sheet);
  if (text === undefined || sheetId === undefined) return cellData(cell);
  return { userEnteredValue: { formulaValue: `=HYPERLINK("#gid=${sheetId}&range=A${row}","${text}")` } };
}
