import type { sheets_v4 } from "@googleapis/sheets";
import { invalid } from "../../api/api-error.ts";
import { isOfSheet } from "../../book/access.ts";
import { requireSheet, type Sheet, type Workbook } from "../../book/workbook.ts";

export type ProtectedRange = sheets_v4.Schema$ProtectedRange;

export function findProtection(
  book: Workbook,
  id: number | null | undefined,
): { readonly sheet: Sheet; readonly protection: ProtectedRange } {
  for (const sheet of book.sheets) {
    const protection = sheet.parts.protectedRanges.find((each) => each.protectedRangeId === id);
    if (protection) return { sheet, protection };
  }
  throw invalid(`No protected range with id: ${id ?? 0}`);
}

/**
 * The sheet a protection belongs to: where its range lies, or that of the named range it is for. Of editors beside a warning the
 * reference says that they are ignored; the service refuses them, in these words (gspread #1437). That only sheets have
 * unprotected ranges is told in the words of the reference: how the service puts it is not on record.
 */
export function sheetOf(book: Workbook, protection: ProtectedRange): Sheet {
  const { range, namedRangeId, warningOnly, editors, unprotectedRanges } = protection;
  if (warningOnly && (editors?.users?.length || editors?.groups?.length || editors?.domainUsersCanEdit))
    throw invalid("ProtectedRange is warningOnly. Editors cannot be set on it.");
  if (unprotectedRanges?.length && !isOfSheet(protection))
    throw invalid("Unprotected ranges are only supported on protected sheets.");
  if ((unprotectedRanges ?? []).some(({ sheetId }) => (sheetId ?? 0) !== (range?.sheetId ?? 0)))
    throw invalid("Unprotected ranges must be on the sheet that is protected.");
  const named = namedRangeId ? book.namedRanges.find((each) => each.namedRangeId === namedRangeId) : undefined;
  if (namedRangeId && named === undefined) throw invalid(`No named range with id: ${namedRangeId}`);
  if (!range && named === undefined) throw invalid("Must specify either range or namedRangeId.");
  return requireSheet(book, (named?.range ?? range)?.sheetId, "sheet");
}

/** Where a mere warning becomes a lock and nobody says for whom, it lets through all who may edit the document. */
export const everyEditor = ({ access }: Workbook): ProtectedRange["editors"] => ({
  users: [access.owner, ...access.writers],
});

/** Whoever may edit now keeps that right: the owner and the one who asks. */
export function editorsOf(book: Workbook, user: string, given: ProtectedRange["editors"]) {
  const users = [...new Set([...(given?.users ?? []), book.access.owner, user])];
  return { users, ...(given?.groups?.length ? { groups: given.groups } : {}) };
}
