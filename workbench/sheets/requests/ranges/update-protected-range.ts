import { updateMask } from "../../api/checked-mask.ts";
import { overlay } from "../../api/field-mask.ts";
import { stored } from "../../api/message.ts";
import { checkOwnProtection } from "../../book/access.ts";
import { located } from "../../book/grid-range.ts";
import type { RequestKind } from "../request-kind.ts";
import { editorsOf, everyEditor, findProtection, type ProtectedRange, sheetOf } from "./protection.ts";

/** Changes the named fields of a protection. */
export const updateProtectedRange: RequestKind<"updateProtectedRange"> = ({ protectedRange, fields }, context) => {
  const { book, user } = context;
  const mask = updateMask(fields, "ProtectedRange");
  const { sheet, protection } = findProtection(book, protectedRange?.protectedRangeId);
  checkOwnProtection(book, user, protection);
  const given = protectedRange ?? {};
  const next = overlay(protection, given, mask) as ProtectedRange;
  const { range, unprotectedRanges, requestingUserCanEdit: _asks, ...rest } = next;
  const target = sheetOf(book, { ...next, editors: given.editors ?? {} });
  const hardens = protection.warningOnly === true && next.warningOnly !== true && given.editors === undefined;
  const { protectedRanges } = sheet.parts;
  protectedRanges.splice(protectedRanges.indexOf(protection), 1);
  target.parts.protectedRanges.push({
    ...stored(rest),
    protectedRangeId: protection.protectedRangeId!,
    ...(range ? { range: located(stored(range)) } : {}),
    ...(unprotectedRanges?.length ? { unprotectedRanges: unprotectedRanges.map((each) => located(stored(each))) } : {}),
    editors: editorsOf(book, user, hardens ? everyEditor(book) : next.editors),
  });
  return undefined;
};
