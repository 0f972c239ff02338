/** The engine's spreadsheet as a Univer workbook. */
import type { IWorkbookData, IWorksheetData } from "@univerjs/core";
import type { DrawnBook, DrawnFrame, DrawnSize } from "../../sheets/drawing/drawn.ts";
import type { CellMatrix } from "./cell-data.ts";
import { filterResource } from "./filter.ts";
import { noteResource } from "./note.ts";
import { rangeOf } from "./range.ts";
import { plainText } from "./style-sheet.ts";
import { validationResource } from "./validation.ts";

const BOTTOM = 3;
const ROW = 21;
const COLUMN = 100;

/** A sheet without its cells. */
export function worksheetData(frame: DrawnFrame): Partial<IWorksheetData> {
  const { frozenRows: ySplit, frozenColumns: xSplit } = frame;
  return {
    id: String(frame.sheetId),
    name: frame.title,
    tabColor: frame.tabColor ?? "",
    hidden: frame.hidden ? 1 : 0,
    rowCount: frame.rowCount,
    columnCount: frame.columnCount,
    defaultColumnWidth: COLUMN,
    defaultRowHeight: ROW,
    // Of the workbook's own default style Univer makes nothing.
    defaultStyle: { ...plainText, vt: BOTTOM },
    showGridlines: frame.gridlines ? 1 : 0,
    freeze: { xSplit, ySplit, startRow: ySplit || -1, startColumn: xSplit || -1 },
    columnData: columnData(frame.columns),
    rowData: rowData(frame.rows, hiddenRows(frame)),
    mergeData: frame.merges.map(rangeOf),
  };
}

/** Univer keeps a size that is not told anew, so every one is told. */
export const columnData = (columns: readonly DrawnSize[]): Record<number, { w: number; hd: 0 | 1 }> =>
  Object.fromEntries(columns.map(({ index, pixels, hidden }) => [index, { w: pixels ?? COLUMN, hd: hidden ? 1 : 0 }]));

export function rowData(
  rows: readonly DrawnSize[],
  hidden: ReadonlySet<number>,
): Record<number, { h?: number; hd: 0 | 1 }> {
  const sized = rows.map(({ index, pixels }) => [index, { h: pixels ?? ROW, hd: hidden.has(index) ? 1 : 0 }] as const);
  const others = [...hidden].map((index) => [index, { hd: 1 }] as const);
  return Object.fromEntries([...others, ...sized]);
}

/** Hidden by people, or by the sheet's filter. */
export function hiddenRows({ rows, filtered }: Pick<DrawnFrame, "rows" | "filtered">): Set<number> {
  const hidden = new Set(rows.flatMap((row) => (row.hidden ? [row.index] : [])));
  for (const [start, end] of filtered) for (let row = start; row < end; row++) hidden.add(row);
  return hidden;
}

export function workbookData(
  { title, sheets }: DrawnBook,
  cells: ReadonlyMap<number, CellMatrix>,
  { id, locale, styles }: Pick<IWorkbookData, "id" | "locale" | "styles">,
): IWorkbookData {
  const data = sheets.map((frame) => ({ ...worksheetData(frame), cellData: cells.get(frame.sheetId) ?? {} }));
  return {
    id,
    locale,
    styles,
    name: title,
    appVersion: "0.25.1",
    sheetOrder: data.map((sheet) => sheet.id!),
    sheets: Object.fromEntries(data.map((sheet) => [sheet.id!, sheet])),
    resources: [validationResource(sheets), noteResource(sheets), filterResource(sheets)],
  };
}
