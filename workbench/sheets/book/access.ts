import type { sheets_v4 } from "@googleapis/sheets";
import { forbidden, invalid } from "../api/api-error.ts";
import { contains, intersection, type Rect, toRect, without } from "./grid-range.ts";
import type { Axis } from "./structure.ts";
import type { Workbook } from "./workbook.ts";

type ProtectedRange = sheets_v4.Schema$ProtectedRange;

export function checkReader(book: Workbook, user: string): void {
  const { owner, writers, readers } = book.access;
  if (![owner, ...writers, ...readers].includes(user)) throw forbidden();
}

export function checkWriter(book: Workbook, user: string): void {
  const { owner, writers } = book.access;
  if (![owner, ...writers].includes(user)) throw forbidden();
}

/*
 * What a protection keeps from whom. Documented (Sheets API, ProtectedRange; Apps Script, Protection): a fully unbounded range
 * is a protected sheet, and only that has unprotected ranges; the owner and whoever sets one up stay its editors; an editor of a
 * protection needs the right to edit the file as well; a warning lets everybody through. Reported: the text of the refusal, and
 * that sorting is refused as soon as one of its cells is protected. Taken from how Sheets behaves, with no recording of it: in a
 * protected sheet its non-editors insert, delete, append, move, resize and hide no rows or columns, touch no filter, chart or
 * name of a tab and protect nothing themselves, but for cells that are left open to them; filter views are each person's own.
 */

/** A warning stops nobody here: only people at the screen are asked whether they are sure. Google knows accounts in any capitals. */
export const mayEdit = (book: Workbook, protection: ProtectedRange, user: string): boolean =>
  protection.warningOnly === true ||
  [book.access.owner, ...(protection.editors?.users ?? [])].some((one) => one.toLowerCase() === user.toLowerCase());

export const protectedCell = () =>
  invalid(
    "You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.",
  );

/** A protection that is bounded nowhere is one of the sheet itself. */
export const isOfSheet = ({ range, namedRangeId }: ProtectedRange): boolean =>
  !namedRangeId && Object.keys(range ?? {}).every((side) => side === "sheetId");

/** Where a protection lies; it may point to a named range. */
export function protectedRect(book: Workbook, protection: ProtectedRange): Rect {
  const named = book.namedRanges.find((range) => range.namedRangeId === protection.namedRangeId);
  return toRect(named?.range ?? protection.range ?? {});
}

/** Refuses to touch cells that are protected from this user. */
export function checkUnprotected(book: Workbook, user: string, rect: Rect): void {
  if (locks(book, user, rect.sheetId).some((protection) => covers(book, protection, rect))) throw protectedCell();
}

/** Refuses to insert before a row or column that has cells protected from this user on both sides, and anywhere in a protected sheet. */
export function checkInsertable(book: Workbook, user: string, sheetId: number, axis: Axis, at: number): void {
  const splits = (rect: Rect) =>
    axis === "rows" ? rect.startRow < at && at < rect.endRow : rect.startColumn < at && at < rect.endColumn;
  const keeps = (protection: ProtectedRange) => isOfSheet(protection) || splits(protectedRect(book, protection));
  if (locks(book, user, sheetId).some(keeps)) throw protectedCell();
}

/** Refuses what concerns a sheet as a whole when all of it is protected from this user. */
export function checkSheetUnprotected(book: Workbook, user: string, sheetId: number): void {
  const whole = { sheetId, startRow: 0, endRow: Infinity, startColumn: 0, endColumn: Infinity };
  if (locks(book, user, sheetId).some((protection) => contains(protectedRect(book, protection), whole)))
    throw protectedCell();
}

/** Refuses to delete a sheet with anything on it that is protected from this user. */
export function checkNothingProtected(book: Workbook, user: string, sheetId: number): void {
  if (locks(book, user, sheetId).length > 0) throw protectedCell();
}

/** Refuses a change to a protection by someone whom it keeps out. */
export function checkOwnProtection(book: Workbook, user: string, protection: ProtectedRange): void {
  if (!mayEdit(book, protection, user)) throw protectedCell();
}

/** Several open ranges side by side are open as one. */
function covers(book: Workbook, protection: ProtectedRange, rect: Rect): boolean {
  const locked = intersection(protectedRect(book, protection), rect);
  const open = (protection.unprotectedRanges ?? []).map(toRect);
  return (
    locked !== undefined &&
    open.reduce((left, hole) => left.flatMap((each) => without(each, hole)), [locked]).length > 0
  );
}

const locks = (book: Workbook, user: string, sheetId: number): ProtectedRange[] =>
  book.sheets
    .flatMap((sheet) => sheet.parts.protectedRanges)
    .filter((protection) => !mayEdit(book, protection, user) && protectedRect(book, protection).sheetId === sheetId);
