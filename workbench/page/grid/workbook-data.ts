/** The engine's spreadsheet as a Univer workbook. */
import type { ICellData, IWorkbookData, IWorksheetData } from "@univerjs/core";
import type { GridData, Sheet, Spreadsheet } from "../spreadsheet.ts";
import { cellData, plainText } from "./cell-data.ts";
import { cssColor } from "./cell-style.ts";
import type { Matrix } from "./matrix.ts";
import { validationResource } from "./validation.ts";

const BOTTOM = 3;

export type CellMatrix = Matrix<ICellData>;

export function cellMatrix(sheet: Sheet): CellMatrix {
  const matrix: CellMatrix = {};
  for (const { startRow = 0, startColumn = 0, rowData = [] } of sheet.data ?? []) {
    rowData.forEach(({ values = [] }, row) => {
      const cells: Record<number, ICellData> = {};
      values.forEach((cell, column) => {
        const data = cellData(cell);
        if (Object.keys(data).length > 0) cells[startColumn + column] = data;
      });
      if (Object.keys(cells).length > 0) matrix[startRow + row] = cells;
    });
  }
  return matrix;
}

/** Everything of a sheet but its cells. */
export function sheetFrame(sheet: Sheet): Partial<IWorksheetData> {
  const { sheetId, title, hidden, tabColorStyle, tabColor, gridProperties: grid = {} } = sheet.properties;
  const { frozenRowCount: ySplit = 0, frozenColumnCount: xSplit = 0 } = grid;
  return {
    id: String(sheetId),
    name: title,
    tabColor: cssColor(tabColorStyle, tabColor) ?? "",
    hidden: hidden ? 1 : 0,
    rowCount: grid.rowCount ?? 1000,
    columnCount: grid.columnCount ?? 26,
    defaultColumnWidth: 100,
    defaultRowHeight: 21,
    // Of the workbook's own default style Univer makes nothing.
    defaultStyle: { ...plainText, vt: BOTTOM },
    showGridlines: grid.hideGridlines ? 0 : 1,
    freeze: { xSplit, ySplit, startRow: ySplit || -1, startColumn: xSplit || -1 },
    columnData: sizes(sheet.data, "columnMetadata", "startColumn", "w", 100),
    rowData: sizes(sheet.data, "rowMetadata", "startRow", "h", 21),
    mergeData: (sheet.merges ?? []).map((range) => ({
      startRow: range.startRowIndex ?? 0,
      startColumn: range.startColumnIndex ?? 0,
      endRow: (range.endRowIndex ?? 1) - 1,
      endColumn: (range.endColumnIndex ?? 1) - 1,
    })),
  };
}

function sizes(
  data: readonly GridData[] = [],
  metadata: "columnMetadata" | "rowMetadata",
  start: "startColumn" | "startRow",
  size: "w" | "h",
  usual: number,
) {
  const entries = data.flatMap((grid) =>
    (grid[metadata] ?? []).map(({ pixelSize = usual, hiddenByUser }, index) => [
      (grid[start] ?? 0) + index,
      { ...(pixelSize === usual ? {} : { [size]: pixelSize }), ...(hiddenByUser ? { hd: 1 } : {}) },
    ]),
  );
  return Object.fromEntries(entries.filter(([, item]) => Object.keys(item as object).length > 0));
}

export function workbookData(spreadsheet: Spreadsheet, locale: IWorkbookData["locale"]): IWorkbookData {
  const sheets = spreadsheet.sheets.map((sheet) => ({ ...sheetFrame(sheet), cellData: cellMatrix(sheet) }));
  return {
    id: spreadsheet.spreadsheetId,
    name: spreadsheet.properties.title,
    appVersion: "0.25.1",
    locale,
    styles: {},
    sheetOrder: sheets.map(({ id }) => id!),
    sheets: Object.fromEntries(sheets.map((sheet) => [sheet.id!, sheet])),
    resources: [validationResource(spreadsheet.sheets)],
  };
}
