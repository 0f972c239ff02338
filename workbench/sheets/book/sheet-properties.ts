import type { sheets_v4 } from "@googleapis/sheets";
import { invalid } from "../api/api-error.ts";
import { type Mask, overlay, under } from "../api/field-mask.ts";
import { stored } from "../api/message.ts";
import { pairColors } from "../cells/color.ts";
import type { Sheet, SheetProperties, Workbook } from "./workbook.ts";

/** What Google answers for a sheet: with its place and the size of its grid. */
export function answeredProperties(book: Workbook, sheet: Sheet): SheetProperties {
  const { sheetId, title, sheetType, gridProperties, ...rest } = sheet.properties;
  return {
    sheetId: sheetId!,
    title: title!,
    index: book.sheets.indexOf(sheet),
    sheetType: sheetType!,
    gridProperties: { rowCount: sheet.grid.rowCount, columnCount: sheet.grid.columnCount, ...gridProperties },
    ...rest,
  };
}

/** The properties after an update, as they are stored; size and place are applied by the caller. */
export function updatedProperties(current: SheetProperties, given: SheetProperties, mask: Mask): SheetProperties {
  const next = overlay(current, given, mask) as SheetProperties;
  const named = (field: string) => under(mask, field) !== undefined && (mask !== true || field in given);
  pairColors(next, "tabColor", "tabColorStyle", named);
  delete next.index;
  const { rowCount: _rows, columnCount: _columns, ...grid } = next.gridProperties ?? {};
  const counts = Object.fromEntries(Object.entries(stored(grid)).filter(([, value]) => value !== 0));
  const { gridProperties: _grid, sheetId: _id, title: _title, sheetType: _type, ...rest } = stored(next);
  return {
    sheetId: current.sheetId!,
    title: next.title!,
    sheetType: "GRID",
    ...rest,
    ...(Object.keys(counts).length === 0 ? {} : { gridProperties: counts }),
  };
}

/** Freezing all rows or columns would leave nothing to scroll. */
export function checkFrozen({ grid, properties }: Sheet): void {
  const { frozenRowCount = 0, frozenColumnCount = 0 } = properties.gridProperties ?? {};
  if ((frozenRowCount ?? 0) >= grid.rowCount) throw invalid("You can't freeze all visible rows on the sheet.");
  if ((frozenColumnCount ?? 0) >= grid.columnCount) throw invalid("You can't freeze all visible columns on the sheet.");
}

export function checkTitle(book: Workbook, title: string, self?: Sheet): void {
  if (title === "") throw invalid("The sheet name cannot be empty.");
  if (title.length > 100) throw invalid("The sheet name cannot be greater than 100 characters.");
  const taken = book.sheets.some(
    (sheet) => sheet !== self && sheet.properties.title?.toLowerCase() === title.toLowerCase(),
  );
  if (taken) throw invalid(`A sheet with the name "${title}" already exists. Please enter another name.`);
}

/** "Sheet1", "Sheet2", ... in the spreadsheet's language. */
export function freeTitle(book: Workbook): string {
  const word = book.properties.locale?.startsWith("ja") ? "シート" : "Sheet";
  const titles = new Set(book.sheets.map((sheet) => sheet.properties.title));
  for (let n = 1; ; n++) if (!titles.has(`${word}${n}`)) return `${word}${n}`;
}

export const gridSize = (given: sheets_v4.Schema$GridProperties | null | undefined) => ({
  rowCount: given?.rowCount ?? 1000,
  columnCount: given?.columnCount ?? 26,
});

/** The place among the others that a sheet was asked to take: indexes count as if it still stood at its old place. */
export function placeSheet(book: Workbook, sheet: Sheet, index: number): void {
  const from = book.sheets.indexOf(sheet);
  if (index < 0 || index > book.sheets.length) throw invalid(`Invalid sheet index: ${index}`);
  book.sheets.splice(from, 1);
  book.sheets.splice(index > from ? index - 1 : index, 0, sheet);
}
