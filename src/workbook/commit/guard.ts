import type { Sheets } from "../../platform/ports.ts";
import type { Placement } from "./placement.ts";

type Request = GoogleAppsScript.Sheets.Schema.Request;

/** Stands on the last row of a sheet, which moves with every row that is inserted or deleted above it. */
const KEY = "shukka-sheet-end";

const isGuarded = ({ added, appended }: Placement): boolean => added.size > 0 && !appended;

/**
 * Makes Google refuse a commit that writes new rows into rows that are there, when the rows of the sheet moved since the
 * look: an entry that is not at the last row any more is not found, and nothing of the commit is applied.
 */
export const guardRequests = (place: Placement): Request[] => {
  if (!isGuarded(place)) return [];
  const metadataLocation = { dimensionRange: lastRow(place) };
  const lookup = { metadataKey: KEY, metadataLocation, locationMatchingStrategy: "EXACT_LOCATION" };
  const dataFilters = [{ developerMetadataLookup: lookup }];
  const developerMetadata = { metadataValue: "1" };
  return [{ updateDeveloperMetadata: { dataFilters, developerMetadata, fields: "metadataValue" } }];
};

/** Sets the entries anew, after a commit was refused; false where there are none. */
export function renewGuards(sheets: Sheets, places: readonly Placement[]): boolean {
  const guarded = places.filter(isGuarded);
  if (guarded.length === 0) return false;
  sheets.batchUpdate({ requests: guarded.flatMap(renewed) });
  return true;
}

function renewed(place: Placement): Request[] {
  const location = { sheetId: place.position.sheetId };
  const lookup = { metadataKey: KEY, metadataLocation: location, locationMatchingStrategy: "INTERSECTING_LOCATION" };
  const developerMetadata = {
    metadataKey: KEY,
    metadataValue: "1",
    location: { dimensionRange: lastRow(place) },
    visibility: "PROJECT",
  };
  return [
    { deleteDeveloperMetadata: { dataFilter: { developerMetadataLookup: lookup } } },
    { createDeveloperMetadata: { developerMetadata } },
  ];
}

const lastRow = ({ position: { sheetId, rowCount } }: Placement) => ({
  sheetId,
  dimension: "ROWS",
  startIndex: rowCount - 1,
  endIndex: rowCount,
});
