import { type Sheets, SheetsFailure } from "../../platform/ports.ts";
import { columnGuards } from "../commit/column-guard.ts";
import type { Table } from "../declare/table.ts";
import { placeOf } from "../read/layout.ts";
import { isOutOfPlace, SHEETS_ATTEMPTS } from "../read/patient-sheets.ts";
import { readHeads } from "../read/read.ts";

type Request = GoogleAppsScript.Sheets.Schema.Request;

/**
 * Hides columns of the tables from everybody, or shows them again, but for those of a group that is closed, which come with
 * it: again where people move columns meanwhile. They stay as they are then, for nothing else of ours touches a column that is
 * there. Throws SheetsFailure, and Problem("fix") where a sheet or a column is gone.
 */
export function hideColumns(
  sheets: Sheets,
  tables: readonly Table[],
  namesIn: (table: Table) => readonly string[],
  hiddenByUser: boolean,
): void {
  const isFolded = hiddenByUser ? () => false : foldedColumns(sheets);
  for (let attempt = 1; ; attempt++) {
    const requests = [...readHeads(sheets, tables)].flatMap(([table, { sheetId, layout }]) => {
      const names = namesIn(table).filter((name) => !isFolded(sheetId, placeOf(layout, name)));
      // A copied spreadsheet bears no marks before 初期設定: only the first try is guarded by them.
      const guards = attempt === 1 ? columnGuards(sheetId, layout, names) : [];
      return [...guards, ...names.map((name) => hidden(sheetId, placeOf(layout, name)))];
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

function foldedColumns(sheets: Sheets): (sheetId: number, place: number) => boolean {
  const { sheets: all = [] } = sheets.get({ fields: "sheets(properties(sheetId),columnGroups(range,collapsed))" });
  return (sheetId, place) =>
    all.some(
      ({ properties, columnGroups = [] }) =>
        (properties?.sheetId ?? 0) === sheetId &&
        columnGroups.some(
          ({ range: { startIndex = 0, endIndex = 0 } = {}, collapsed }) =>
            collapsed === true && startIndex <= place && place < endIndex,
        ),
    );
}
