import type { sheets_v4 } from "@googleapis/sheets";
import { invalid } from "../api/api-error.ts";
import { parseA1 } from "./a1.ts";
import { axisOf, size } from "./dimension.ts";
import { overlaps, type Rect, toRect } from "./grid-range.ts";
import { requireSheet, type Workbook } from "./workbook.ts";

export type Metadata = sheets_v4.Schema$DeveloperMetadata;
type Location = sheets_v4.Schema$DeveloperMetadataLocation;
type Lookup = sheets_v4.Schema$DeveloperMetadataLookup;

/** Characters of keys and values that a spreadsheet, and each of its sheets, may hold. */
const LIMIT = 30_000;

/** The location as Google stores it; rows and columns must be exactly one. */
export function locationOf(book: Workbook, given: Location | null | undefined): Location {
  if (given?.spreadsheet) return { locationType: "SPREADSHEET", spreadsheet: true };
  if (given?.dimensionRange) {
    const { sheetId, dimension, startIndex, endIndex } = given.dimensionRange;
    const sheet = requireSheet(book, sheetId, "sheet");
    const start = startIndex ?? 0;
    if ((endIndex ?? start) - start !== 1) throw invalid("DimensionRange must represent a single row or column.");
    if (start < 0 || start >= size(sheet, axisOf(dimension))) throw invalid("The dimension range is outside the grid.");
    return {
      locationType: dimension === "ROWS" ? "ROW" : "COLUMN",
      dimensionRange: { sheetId: sheetId ?? 0, dimension: dimension!, startIndex: start, endIndex: start + 1 },
    };
  }
  if (typeof given?.sheetId === "number") {
    requireSheet(book, given.sheetId, "sheet");
    return { locationType: "SHEET", sheetId: given.sheetId };
  }
  throw invalid("Developer metadata must always have a location specified.");
}

export function checkVisibility(visibility: string | null | undefined): void {
  if (!visibility) throw invalid("Developer metadata must always have visibility specified.");
  if (visibility !== "DOCUMENT" && visibility !== "PROJECT")
    throw invalid(`Invalid developer metadata visibility: ${visibility}`);
}

export function checkMetadataSize(book: Workbook): void {
  const totals = new Map<number | undefined, number>();
  for (const { location, metadataKey, metadataValue } of book.metadata) {
    const place = location?.spreadsheet ? undefined : (location?.sheetId ?? location?.dimensionRange?.sheetId ?? 0);
    const characters = (metadataKey?.length ?? 0) + (metadataValue?.length ?? 0);
    totals.set(place, (totals.get(place) ?? 0) + characters);
  }
  if ([...totals.values()].some((total) => total > LIMIT))
    throw invalid(`Developer metadata is limited to ${LIMIT} characters per spreadsheet and per sheet.`);
}

/** The entries that one data filter matches. */
export function matching(book: Workbook, filter: sheets_v4.Schema$DataFilter): Metadata[] {
  const { developerMetadataLookup: lookup, a1Range, gridRange } = filter;
  if (lookup) return book.metadata.filter((entry) => matches(entry, lookup));
  const rect = a1Range ? parseA1(book, a1Range).rect : gridRange ? toRect(gridRange) : undefined;
  if (rect === undefined) throw invalid("Must specify at least one data filter");
  return book.metadata.filter(({ location }) => {
    const place = rectOf(location);
    return place !== undefined && overlaps(place, rect);
  });
}

/** The entries that any of the filters matches, in the order of their creation. */
export function matchingAny(book: Workbook, filters: readonly sheets_v4.Schema$DataFilter[]): Metadata[] {
  const found = new Set(filters.flatMap((filter) => matching(book, filter)));
  return book.metadata.filter((entry) => found.has(entry));
}

function matches(entry: Metadata, lookup: Lookup): boolean {
  return (
    fits(lookup.metadataId, entry.metadataId) &&
    fits(lookup.metadataKey, entry.metadataKey) &&
    fits(lookup.metadataValue, entry.metadataValue) &&
    fits(lookup.visibility, entry.visibility) &&
    (!lookup.locationType || lookup.locationType === entry.location?.locationType) &&
    inLocation(entry.location ?? {}, lookup)
  );
}

const fits = <T>(wanted: T | null | undefined, value: T | null | undefined): boolean =>
  wanted === undefined || wanted === null || wanted === value;

function inLocation(location: Location, { metadataLocation, locationMatchingStrategy }: Lookup): boolean {
  if (!metadataLocation) return true;
  const wanted = metadataLocation.spreadsheet ? undefined : rectOf(metadataLocation);
  const exact = metadataLocation.spreadsheet
    ? location.spreadsheet === true
    : JSON.stringify(locationKey(location)) === JSON.stringify(locationKey(metadataLocation));
  if (locationMatchingStrategy !== "INTERSECTING_LOCATION") return exact;
  if (metadataLocation.spreadsheet || location.spreadsheet) return true;
  const place = rectOf(location);
  return place !== undefined && wanted !== undefined && overlaps(place, wanted);
}

const locationKey = ({ spreadsheet, sheetId, dimensionRange }: Location) =>
  spreadsheet
    ? "spreadsheet"
    : dimensionRange
      ? [dimensionRange.sheetId ?? 0, dimensionRange.dimension, dimensionRange.startIndex ?? 0, dimensionRange.endIndex]
      : [sheetId ?? 0];

/** The cells a location covers; undefined for the spreadsheet as a whole. */
function rectOf(location: Location | null | undefined): Rect | undefined {
  if (!location || location.spreadsheet) return undefined;
  const range = location.dimensionRange;
  if (!range) return toRect({ sheetId: location.sheetId ?? 0 });
  const { sheetId, startIndex, endIndex } = range;
  const band = { sheetId: sheetId ?? 0 };
  return range.dimension === "ROWS"
    ? toRect({ ...band, startRowIndex: startIndex ?? 0, endRowIndex: endIndex ?? null })
    : toRect({ ...band, startColumnIndex: startIndex ?? 0, endColumnIndex: endIndex ?? null });
}
