import { type Editors, isFor } from "./editors.ts";
import { isOurLock } from "./lock.ts";
import { type ProtectedSheet, wantedLock, wantedWarnings } from "./wanted.ts";

type Request = GoogleAppsScript.Sheets.Schema.Request;
type GridRange = GoogleAppsScript.Sheets.Schema.GridRange;
type ProtectedRange = GoogleAppsScript.Sheets.Schema.ProtectedRange;

/**
 * Brings the protections of a sheet up to date: of ours those that fit stay, the others give way to new ones; those of people
 * stay. One is made anew rather than changed, since whoever made it may write in it for good. Of ours that keep out whoever
 * asks, `locks` tells what the caller knows: nobody may touch them (`left`), or they have to go, and Google says so (`refused`).
 */
export function renewal(
  sheet: ProtectedSheet,
  editors: Editors,
  { anew = false, closed = "left" }: { readonly anew?: boolean; readonly closed?: "left" | "refused" } = {},
): Request[] {
  const ours = sheet.protections.filter(isOurLock);
  const open = ours.filter((one) => one.warningOnly === true || one.requestingUserCanEdit === true);
  // Who may edit is told only to those who may: of a lock that keeps whoever asks out, nothing can be seen to be right.
  if (closed === "left" && open.length < ours.length) return [];
  const wanted = [wantedLock(sheet, editors.users), ...wantedWarnings(sheet)];
  const kept = anew
    ? []
    : firstOfEach(
        open.filter((one) => wanted.some((other) => fits(sheet, editors, one, other))),
        sheet,
      );
  return [
    ...ours
      .filter((one) => !kept.includes(one))
      .map(({ protectedRangeId }) => ({ deleteProtectedRange: { protectedRangeId } })),
    ...wanted
      .filter((other) => !kept.some((one) => fits(sheet, editors, one, other)))
      .map((protectedRange) => ({ addProtectedRange: { protectedRange } })),
  ];
}

function firstOfEach(protections: readonly ProtectedRange[], sheet: ProtectedSheet): ProtectedRange[] {
  const extents = protections.map((one) => extent(sheet, one));
  return protections.filter((_, at) => extents.indexOf(extents[at] as string) === at);
}

const fits = (sheet: ProtectedSheet, editors: Editors, one: ProtectedRange, other: ProtectedRange): boolean =>
  extent(sheet, one) === extent(sheet, other) && (other.warningOnly === true || isFor(editors, one.editors));

/** What is protected and how. */
const extent = (
  sheet: ProtectedSheet,
  { description, warningOnly, range, unprotectedRanges = [] }: ProtectedRange,
): string =>
  [
    description,
    warningOnly === true,
    cells(sheet, range),
    ...unprotectedRanges.map((each) => cells(sheet, each)).sort(),
  ].join(";");

/** An end at the edge of the sheet may or may not be written out. */
function cells({ rowCount, columnCount }: ProtectedSheet, range: GridRange = {}): string {
  const { startRowIndex = 0, startColumnIndex = 0, endRowIndex = rowCount, endColumnIndex = columnCount } = range;
  return [
    startRowIndex,
    Math.max(endRowIndex, rowCount) === endRowIndex ? "" : endRowIndex,
    startColumnIndex,
    endColumnIndex,
  ].join();
}
