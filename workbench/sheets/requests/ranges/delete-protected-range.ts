import { checkOwnProtection } from "../../book/access.ts";
import type { RequestKind } from "../request-kind.ts";
import { findProtection } from "./protection.ts";

/** Lifts a protection. */
export const deleteProtectedRange: RequestKind<"deleteProtectedRange"> = ({ protectedRangeId }, { book, user }) => {
  const { sheet, protection } = findProtection(book, protectedRangeId);
  checkOwnProtection(book, user, protection);
  sheet.parts.protectedRanges = sheet.parts.protectedRanges.filter((each) => each !== protection);
  return undefined;
};
