import { cellData, cellsRequest } from "../cell.ts";
import { dividerHeader, type Group } from "../declare/group.ts";
import { columnOf, type Table } from "../declare/table.ts";
import { type Layout, placeOf } from "../read/layout.ts";
import { headerFormat } from "./columns.ts";

type Request = GoogleAppsScript.Sheets.Schema.Request;

/**
 * The groups of a new sheet, folded. Their toggles stand before them, over their names. A sheet that is there has the
 * columns as people have arranged them, and gets none.
 */
export function groupRequests(table: Table, sheetId: number, layout: Layout): Request[] {
  const { groups = [] } = table;
  if (groups.length === 0) return [];
  const ranges = groups.map(({ from, to }) => ({
    sheetId,
    dimension: "COLUMNS",
    startIndex: placeOf(layout, from),
    endIndex: placeOf(layout, to) + 1,
  }));
  const properties = { sheetId, gridProperties: { columnGroupControlAfter: false } };
  return [
    ...groups.flatMap((group) => dividerRequests(table, sheetId, layout, group)),
    ...ranges.map((range) => ({ addDimensionGroup: { range } })),
    { updateSheetProperties: { properties, fields: "gridProperties.columnGroupControlAfter" } },
    ...ranges.map((range) => ({
      updateDimensionGroup: { dimensionGroup: { range, depth: 1, collapsed: true }, fields: "collapsed" },
    })),
  ];
}

const DIVIDER_COLOR = { red: 0.91, green: 0.92, blue: 0.93 };

function dividerRequests(table: Table, sheetId: number, layout: Layout, group: Group): Request[] {
  const place = placeOf(layout, group.from) - 1;
  const header = dividerHeader(group);
  const cell = { ...cellData(header), userEnteredFormat: headerFormat(DIVIDER_COLOR), note: noteOf(table, group) };
  const range = { sheetId, dimension: "COLUMNS", startIndex: place, endIndex: place + 1 };
  const pixelSize = MARGIN + CHARACTER * header.length;
  return [
    cellsRequest(sheetId, 0, place, [cell], "userEnteredValue,userEnteredFormat,note"),
    { updateDimensionProperties: { range, properties: { pixelSize }, fields: "pixelSize" } },
  ];
}

/** Pixels: of a header in bold, and of what surrounds it, the button of the filter among it. */
const [CHARACTER, MARGIN] = [13, 24];

function noteOf(table: Table, { from, to }: Group): string {
  const names = Object.keys(table.columns);
  const inside = names.slice(names.indexOf(from), names.indexOf(to) + 1).map((name) => columnOf(table, name).header);
  return (
    `折りたたんだ列: ${inside.join("、")}\n` +
    "列名の上の「＋」で開き、「－」で閉じます。シート全体を変更できる人が操作でき、全員の画面で開閉します。"
  );
}
