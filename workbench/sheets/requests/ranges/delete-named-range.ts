import type { RequestKind } from "../request-kind.ts";
import { findNamedRange } from "./named-range.ts";

/** Forgets a named range; its cells stay. */
export const deleteNamedRange: RequestKind<"deleteNamedRange"> = ({ namedRangeId }, { book }) => {
  const found = findNamedRange(book, namedRangeId);
  book.namedRanges = book.namedRanges.filter((each) => each !== found);
  return undefined;
};
