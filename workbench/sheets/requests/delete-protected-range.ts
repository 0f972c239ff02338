import { checkOwnProtection } from "../access.ts";
import { findProtection } from "../protection.ts";
import type { RequestKind } from "../request-kind.ts";

/** Lifts a protection. */
export const deleteProtectedRange: RequestKind<"deleteProtectedRange"> = ({ protectedRangeId }, { book, user }) => {
  const { sheet, protection } = findProtection(book, protectedRangeId);
  checkOwnProtection(book, user, protection);
  sheet.parts.protectedRanges = sheet.parts.protectedRanges.filter((each) => each !== protection);
  return undefined;
};
