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

/** The few questions that SpreadsheetApp answers here; cells are read and written through `Sheets` alone. */
export function spreadsheetHandlers(engine: SheetsEngine, spreadsheetId: string): Handlers {
  function get<Body>({ user }: Caller, fields: string): Body {
    const path = `/v4/spreadsheets/${encodeURIComponent(spreadsheetId)}?fields=${encodeURIComponent(fields)}`;
    const { status, body } = engine.handle({ method: "GET", path, user });
    if (status < 400) return body as Body;
    throw new Refused(`Service Spreadsheets failed while accessing document with id ${spreadsheetId}.`);
  }
  const properties = (caller: Caller) => get<{ properties: Properties }>(caller, "properties").properties;

  return {
    "Spreadsheet.getName": (caller) => properties(caller).title,
    "Spreadsheet.getSpreadsheetTimeZone": (caller) => properties(caller).timeZone,
    "Spreadsheet.getSpreadsheetLocale": (caller) => properties(caller).locale,
    "Spreadsheet.getUrl": (caller) => get<{ spreadsheetUrl: string }>(caller, "spreadsheetUrl").spreadsheetUrl,
    "Spreadsheet.getSheets": (caller) =>
      get<{ sheets: { properties: SheetSummary }[] }>(caller, "sheets.properties(sheetId,title,index)").sheets.map(
        (sheet) => sheet.properties,
      ),
    // Nothing is buffered here.
    "SpreadsheetApp.flush": () => undefined,
  };
}
