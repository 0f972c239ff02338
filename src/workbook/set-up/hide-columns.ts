import { type Sheets, SheetsFailure } from "../../platform/ports.ts";
import { columnGuards } from "../commit/column-guard.ts";
import type { Table } from "../declare/table.ts";
import { placeOf } from "../read/layout.ts";
import { isOutOfPlace, SHEETS_ATTEMPTS } from "../read/patient-sheets.ts";
import { readHeads } from "../read/read.ts";

type Request = GoogleAppsScript.Sheets.Schema.Request;

/**
 * Hides columns of the tables from everybody, or shows them again: one read and one write, again where people move columns meanwhile. They stay as they are then, for
 * nothing else of ours touches a column that is there. Throws SheetsFailure, and Problem("fix") where a sheet or a column is gone.
 */
export function hideColumns(
  sheets: Sheets,
  tables: readonly Table[],
  namesIn: (table: Table) => readonly string[],
  hiddenByUser: boolean,
): void {
  for (let attempt = 1; ; attempt++) {
    const requests = [...readHeads(sheets, tables)].flatMap(([table, { sheetId, layout }]) => {
      // A copied spreadsheet bears no marks before 初期設定: only the first try is guarded by them.
      const guards = attempt === 1 ? columnGuards(sheetId, layout, namesIn(table)) : [];
      return [...guards, ...namesIn(table).map((name) => hidden(sheetId, placeOf(layout, name)))];
    });
    if (requests.length === 0) return;
    try {
      sheets.batchUpdate({ requests });
      return;
    } catch (error) {
      if (!(error instanceof SheetsFailure && isOutOfPlace(error)) || attempt === SHEETS_ATTEMPTS) throw error;
    }
  }

  function hidden(sheetId: number, startIndex: number): Request {
    const range = { sheetId, dimension: "COLUMNS", startIndex, endIndex: startIndex + 1 };
    return { updateDimensionProperties: { range, properties: { hiddenByUser }, fields: "hiddenByUser" } };
  }
}
