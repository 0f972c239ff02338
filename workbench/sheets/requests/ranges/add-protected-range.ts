import { answered, stored } from "../../api/message.ts";
import { checkUnprotected, protectedRect } from "../../book/access.ts";
import { located } from "../../book/grid-range.ts";
import { newId, type RequestKind } from "../request-kind.ts";
import { editorsOf, type ProtectedRange, sheetOf } from "./protection.ts";

/** Protects a range, a named range or a whole sheet from all but its editors. */
export const addProtectedRange: RequestKind<"addProtectedRange"> = (request, context) => {
  const { book, user } = context;
  const given = request.protectedRange ?? {};
  const sheet = sheetOf(book, given);
  checkUnprotected(book, user, protectedRect(book, given));
  const taken = (id: number) =>
    book.sheets.some(({ parts }) => parts.protectedRanges.some((each) => each.protectedRangeId === id));
  const { protectedRangeId, requestingUserCanEdit: _asks, editors, range, unprotectedRanges, ...rest } = given;
  const protection: ProtectedRange = {
    protectedRangeId: protectedRangeId || newId(context, taken),
    ...(range ? { range: located(stored(range)) } : {}),
    ...stored(rest),
    ...(unprotectedRanges?.length ? { unprotectedRanges: unprotectedRanges.map((each) => located(stored(each))) } : {}),
  };
  sheet.parts.protectedRanges.push({ ...protection, editors: editorsOf(book, user, editors) });
  // The reply repeats the editors as asked for; a later read shows all of them.
  return { protectedRange: answered({ ...protection, requestingUserCanEdit: true, editors: stored(editors ?? {}) }) };
};
