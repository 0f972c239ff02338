import { type Sheets, SheetsFailure } from "../../platform/ports.ts";
import { passes } from "../read/patient-sheets.ts";
import type { SheetState } from "../read/snapshot.ts";
import type { Placement } from "./placement.ts";

type Request = GoogleAppsScript.Sheets.Schema.Request;

/** Stands on the last row of a sheet, which moves with every row that is inserted or deleted above it. */
const KEY = "shukka-sheet-end";

/**
 * Makes Google refuse a commit that writes new rows into rows that are there, takes rows or what people put into them away, or moves
 * cells of people, when the rows of the sheet moved since the look: an entry that is not at the last row any more is not found, and nothing of the commit is applied.
 */
export const guardRequests = (place: Placement): Request[] => {
  if (!place.guarded) return [];
  const metadataLocation = { dimensionRange: lastRow(place.position) };
  const lookup = { metadataKey: KEY, metadataLocation, locationMatchingStrategy: "EXACT_LOCATION" };
  const dataFilters = [{ developerMetadataLookup: lookup }];
  const developerMetadata = { metadataValue: "1" };
  return [{ updateDeveloperMetadata: { dataFilters, developerMetadata, fields: "metadataValue" } }];
};

/** Sets the entries anew, after a commit was refused; false where there are none. */
export function renewGuards(sheets: Sheets, places: readonly Placement[]): boolean {
  const guarded = places.filter((place) => place.guarded);
  if (guarded.length === 0) return false;
  try {
    renew(sheets, guarded);
  } catch (error) {
    // The next try finds out whether they are there: rows may have gone in this moment too.
    if (!(error instanceof SheetsFailure && (passes(error) || error.code === 400))) throw error;
  }
  return true;
}

function renew(sheets: Sheets, guarded: readonly Placement[]): void {
  // Rows that were deleted meanwhile may be the reason: the last one is not where it was.
  const seen = sheets.get({ fields: "sheets(properties(sheetId,gridProperties(rowCount)))" }).sheets ?? [];
  const counts = new Map(
    seen.map(({ properties }) => [properties?.sheetId ?? 0, properties?.gridProperties?.rowCount ?? 0]),
  );
  const positions = guarded.map(({ position }) => ({ ...position, rowCount: counts.get(position.sheetId) ?? 0 }));
  sheets.batchUpdate({ requests: positions.filter(({ rowCount }) => rowCount > 0).flatMap(renewed) });
}

function renewed(position: LastRow): Request[] {
  const location = { sheetId: position.sheetId };
  const lookup = { metadataKey: KEY, metadataLocation: location, locationMatchingStrategy: "INTERSECTING_LOCATION" };
  const developerMetadata = {
    metadataKey: KEY,
    metadataValue: "1",
    location: { dimensionRange: lastRow(position) },
    visibility: "PROJECT",
  };
  return [
    { deleteDeveloperMetadata: { dataFilter: { developerMetadataLookup: lookup } } },
    { createDeveloperMetadata: { developerMetadata } },
  ];
}

type LastRow = Pick<SheetState, "sheetId" | "rowCount">;

const lastRow = ({ sheetId, rowCount }: LastRow) => ({
  sheetId,
  dimension: "ROWS",
  startIndex: rowCount - 1,
  endIndex: rowCount,
});
