import type { Sheets } from "../../platform/ports.ts";
import type { Table } from "../declare/table.ts";
import { placeOf } from "../read/layout.ts";
import { readHeads } from "../read/read.ts";

type Request = GoogleAppsScript.Sheets.Schema.Request;

/**
 * Hides columns of the tables from everybody, or shows them again, but for those of a group that is closed, which come with
 * it: two reads at most and one write. They stay as they are then, for nothing else of ours touches a column that is there.
 * Throws SheetsFailure, and Problem("fix") where a sheet or a column is gone.
 */
export function hideColumns(
  sheets: Sheets,
  tables: readonly Table[],
  namesIn: (table: Table) => readonly string[],
  hiddenByUser: boolean,
): void {
  const isFolded = hiddenByUser ? () => false : foldedColumns(sheets);
  const requests = [...readHeads(sheets, tables)].flatMap(([table, { sheetId, layout }]) =>
    namesIn(table)
      .map((name) => placeOf(layout, name))
      .filter((place) => !isFolded(sheetId, place))
      .map((startIndex): Request => {
        const range = { sheetId, dimension: "COLUMNS", startIndex, endIndex: startIndex + 1 };
        return { updateDimensionProperties: { range, properties: { hiddenByUser }, fields: "hiddenByUser" } };
      }),
  );
  if (requests.length > 0) sheets.batchUpdate({ requests });
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
