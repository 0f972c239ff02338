import { staffBlocks } from "../declare/staff-blocks.ts";
import type { Table } from "../declare/table.ts";
import { placeOf } from "../read/layout.ts";
import type { ColumnPlan } from "./columns.ts";

type Request = GoogleAppsScript.Sheets.Schema.Request;

/**
 * A key of people's cells that is made anew comes at the end, and has to stand among the columns that it covers, wherever
 * people have those: elsewhere nothing would move it along with their cells.
 */
export function intoBlockRequests(table: Table, sheetId: number, { layout, added }: ColumnPlan): Request[] {
  const names = Object.keys(table.columns);
  const places = new Map(layout);
  return staffBlocks(table).flatMap(({ key, columns }): Request[] => {
    const there = columns.filter((name) => !added.includes(name));
    const next = there.find((name) => names.indexOf(name) > names.indexOf(key));
    const last = there[there.length - 1];
    if (!added.includes(key) || last === undefined) return [];
    const startIndex = placeOf(places, key);
    const destinationIndex = next === undefined ? placeOf(places, last) + 1 : placeOf(places, next);
    if (destinationIndex >= startIndex) return [];
    for (const [name, place] of places)
      if (place >= destinationIndex && place < startIndex) places.set(name, place + 1);
    places.set(key, destinationIndex);
    const source = { sheetId, dimension: "COLUMNS", startIndex, endIndex: startIndex + 1 };
    return [{ moveDimension: { source, destinationIndex } }];
  });
}
