import type { sheets_v4 } from "@googleapis/sheets";
import { forbidden, invalid } from "../api/api-error.ts";
import { contains, overlaps, type Rect, toRect } from "./grid-range.ts";
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

/** A warning stops nobody here: only people at the screen are asked whether they are sure. */
export const mayEdit = (book: Workbook, protection: ProtectedRange, user: string): boolean =>
  protection.warningOnly === true || book.access.owner === user || (protection.editors?.users ?? []).includes(user);

export const protectedCell = () =>
  invalid(
    "You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.",
  );

/** Where a protection lies; it may point to a named range. */
export function protectedRect(book: Workbook, protection: ProtectedRange): Rect {
  const named = book.namedRanges.find((range) => range.namedRangeId === protection.namedRangeId);
  return toRect(named?.range ?? protection.range ?? {});
}

/** Refuses to touch cells that are protected from this user. */
export function checkUnprotected(book: Workbook, user: string, rect: Rect): void {
  if (locks(book, user, rect.sheetId).some((protection) => covers(book, protection, rect))) throw protectedCell();
}

/** Refuses to insert before a row or column that has cells protected from this user on both sides. */
export function checkInsertable(book: Workbook, user: string, sheetId: number, axis: Axis, at: number): void {
  const splits = (rect: Rect) =>
    axis === "rows" ? rect.startRow < at && at < rect.endRow : rect.startColumn < at && at < rect.endColumn;
  if (locks(book, user, sheetId).some((protection) => splits(protectedRect(book, protection)))) throw protectedCell();
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

function covers(book: Workbook, protection: ProtectedRange, rect: Rect): boolean {
  const free = (protection.unprotectedRanges ?? []).some((range) => contains(toRect(range), rect));
  return !free && overlaps(protectedRect(book, protection), rect);
}

const locks = (book: Workbook, user: string, sheetId: number): ProtectedRange[] =>
  book.sheets
    .flatMap((sheet) => sheet.parts.protectedRanges)
    .filter((protection) => !mayEdit(book, protection, user) && protectedRect(book, protection).sheetId === sheetId);
