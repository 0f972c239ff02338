import type { SheetsEngine } from "../../sheets/engine.ts";
import { type Caller, type Handlers, Refused } from "./serving.ts";

interface Properties {
  readonly title: string;
  readonly locale: string;
  readonly timeZone: string;
}

export interface SheetSummary {
  readonly sheetId: number;
  readonly title: string;
  readonly index: number;
}

/** Where a script finds the person. Rows and columns count from 0. */
export interface FoundCell {
  readonly sheet: SheetSummary;
  readonly row: number;
  readonly column: number;
}

/** The few questions that SpreadsheetApp answers here; cells are read and written through `Sheets` alone. */
export function spreadsheetHandlers(engine: SheetsEngine, spreadsheetId: string): Handlers {
  function get<Body>({ user }: Caller, fields: string): Body {
    const path = `/v4/spreadsheets/${encodeURIComponent(spreadsheetId)}?fields=${encodeURIComponent(fields)}`;
    const { status, body } = engine.handle({ method: "GET", path, user });
    if (status < 400) return body as Body;
    throw new Refused(`Service Spreadsheets failed while accessing document with id ${spreadsheetId}.`);
  }
  const sheets = (caller: Caller) =>
    get<{ sheets: { properties: SheetSummary }[] }>(caller, "sheets.properties(sheetId,title,index)").sheets.map(
      (sheet) => sheet.properties,
    );
  /** Without a window, and where the sheet in it is gone meanwhile, Google says the first cell of the first sheet. */
  function currentCell(caller: Caller): FoundCell {
    const all = sheets(caller);
    const { sheetId, row = 0, column = 0 } = caller.currentCell ?? {};
    const sheet = all.find((one) => one.sheetId === sheetId);
    return sheet === undefined ? { sheet: all[0]!, row: 0, column: 0 } : { sheet, row, column };
  }
  const properties = (caller: Caller) => get<{ properties: Properties }>(caller, "properties").properties;

  return {
    "Spreadsheet.getName": (caller) => properties(caller).title,
    "Spreadsheet.getSpreadsheetTimeZone": (caller) => properties(caller).timeZone,
    "Spreadsheet.getSpreadsheetLocale": (caller) => properties(caller).locale,
    "Spreadsheet.getUrl": (caller) => get<{ spreadsheetUrl: string }>(caller, "spreadsheetUrl").spreadsheetUrl,
    "Spreadsheet.getOwner": () => engine.ownerOf(spreadsheetId),
    "Spreadsheet.getSheets": sheets,
    "SpreadsheetApp.getActiveSheet": (caller) => currentCell(caller).sheet,
    "SpreadsheetApp.getCurrentCell": currentCell,
    // Nothing is buffered here.
    "SpreadsheetApp.flush": () => undefined,
  };
}
