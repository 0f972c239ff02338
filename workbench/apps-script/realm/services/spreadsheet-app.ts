import { columnName } from "../../../sheets/book/column-name.ts";
import type { FoundCell, SheetSummary } from "../../served/spreadsheet.ts";
import { bridge } from "../bridge.ts";
import { ask, permit } from "../call.ts";
import { service } from "../service.ts";
import { userObject } from "./session.ts";
import { getUi } from "./ui.ts";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

const DEFAULT_TOAST_SECONDS = 5;

/** Small on purpose: cells are read and written through `Sheets` alone. */
export const SpreadsheetApp = service<GoogleAppsScript.Spreadsheet.SpreadsheetApp>("SpreadsheetApp", {
  getActiveSpreadsheet: () => activeSpreadsheet("SpreadsheetApp.getActiveSpreadsheet"),
  getActive: () => activeSpreadsheet("SpreadsheetApp.getActive"),
  getActiveSheet: () => sheetObject(ask<SheetSummary>("SpreadsheetApp.getActiveSheet")),
  getCurrentCell: () => cellObject(ask<FoundCell>("SpreadsheetApp.getCurrentCell")),
  getUi,
  flush: () => ask("SpreadsheetApp.flush"),
});

export function activeSpreadsheet(name = "SpreadsheetApp.getActiveSpreadsheet"): Spreadsheet {
  permit(name);
  const id = bridge.start.spreadsheetId;
  const sheets = () => ask<SheetSummary[]>("Spreadsheet.getSheets").map(sheetObject);
  return service<Spreadsheet>("Spreadsheet", {
    getId: () => id,
    getName: () => ask("Spreadsheet.getName"),
    getOwner: () => userObject(ask<string>("Spreadsheet.getOwner")),
    getUrl: () => ask("Spreadsheet.getUrl"),
    getSpreadsheetTimeZone: () => ask("Spreadsheet.getSpreadsheetTimeZone"),
    getSpreadsheetLocale: () => ask("Spreadsheet.getSpreadsheetLocale"),
    getSheets: sheets,
    getSheetByName: (wanted) => sheets().find((sheet) => sheet.getName() === wanted) ?? null,
    toast: (message: string, title = "", seconds = DEFAULT_TOAST_SECONDS) =>
      ask("Spreadsheet.toast", {
        message: String(message),
        title: title ?? "",
        seconds: seconds ?? DEFAULT_TOAST_SECONDS,
      }),
  });
}

function sheetObject({ sheetId, title, index }: SheetSummary): Sheet {
  const sheet: Sheet = service<Sheet>("Sheet", {
    getSheetId: () => sheetId,
    getName: () => title,
    getIndex: () => index + 1,
    activate() {
      ask("Sheet.activate", sheetId);
      return sheet;
    },
    // One cell, by its row and column: what else Google takes here (more rows, A1 notation) nobody needs yet.
    getRange: ((row: number, column: number, ...more: unknown[]) => {
      if (typeof row !== "number" || more.length > 0)
        throw new Error("Sheet.getRange takes one row and one column here");
      return cellObject({ sheet: { sheetId, title, index }, row: row - 1, column: column - 1 });
    }) as Sheet["getRange"],
  });
  return sheet;
}

/** Where it is, and not what is in it: cells are read and written through `Sheets` alone. */
function cellObject({ sheet, row, column }: FoundCell): Range {
  const cell: Range = service<Range>("Range", {
    getSheet: () => sheetObject(sheet),
    getRow: () => row + 1,
    getColumn: () => column + 1,
    getA1Notation: () => `${columnName(column)}${row + 1}`,
    activate() {
      ask("Range.activate", { sheetId: sheet.sheetId, row, column });
      return cell;
    },
  });
  return cell;
}
