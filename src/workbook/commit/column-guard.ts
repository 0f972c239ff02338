import { boxColumns } from "../declare/box.ts";
import { formulasOf, type Table } from "../declare/table.ts";
import { type Layout, placeOf } from "../read/layout.ts";
import { spansOf } from "../read/spans.ts";
import { COLUMN_MARK } from "../set-up/which-sheet.ts";
import type { Placement } from "./placement.ts";
import { namingColumns } from "./rename.ts";

type Request = GoogleAppsScript.Sheets.Schema.Request;

/**
 * Makes Google refuse a call, all of it, where a column is not at its place any more: there it finds no mark of that name. What is
 * written by place would stand in a column of people otherwise, over what they typed.
 */
export function columnGuard(sheetId: number, column: number, name: string): Request {
  const dimensionRange = { sheetId, dimension: "COLUMNS", startIndex: column, endIndex: column + 1 };
  const developerMetadataLookup = {
    metadataKey: COLUMN_MARK,
    metadataValue: name,
    metadataLocation: { dimensionRange },
    locationMatchingStrategy: "EXACT_LOCATION",
  };
  const developerMetadata = { metadataValue: name };
  return {
    updateDeveloperMetadata: { dataFilters: [{ developerMetadataLookup }], developerMetadata, fields: "metadataValue" },
  };
}

export const isColumnGuard = ({ updateDeveloperMetadata }: Request): boolean =>
  updateDeveloperMetadata?.dataFilters?.[0]?.developerMetadataLookup?.metadataKey === COLUMN_MARK;

/**
 * For the columns of these names, both ends of each run of neighbours: whatever comes, goes or leaves within a run moves its end. Two
 * that change places within one are both written to, and the reply shows them.
 */
export function columnGuards(sheetId: number, layout: Layout, names: Iterable<string>): Request[] {
  const nameAt = new Map([...new Set(names)].map((name) => [placeOf(layout, name), name]));
  const ends = new Set(spansOf(nameAt.keys()).flat());
  return [...ends].map((place) => columnGuard(sheetId, place, nameAt.get(place) as string));
}

/** The columns that a commit writes to. */
export function writtenColumns(place: Placement): Set<string> {
  const { position, updated, added, copies, emptied, rekeyed, renamed, unshown, boxes } = place;
  const placed = [...updated.values(), ...copies, ...emptied, ...rekeyed];
  const rows = [...placed.map(({ cells }) => cells), ...added.values()];
  const names = new Set([...rows.flatMap((cells) => [...cells.keys()]), ...unshown.keys()]);
  for (const [name, { given, taken }] of boxes) if (given.length + taken.length > 0) names.add(name);
  if (renamed.size > 0) for (const name of namingColumns(position.table)) names.add(name);
  if (added.size > 0) for (const name of filledColumns(position.table)) names.add(name);
  return names;
}

/** New rows get formulas and boxes beside their cells. */
const filledColumns = (table: Table): string[] => [...formulasOf(table).map(({ name }) => name), ...boxColumns(table)];
