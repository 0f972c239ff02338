import { updateMask } from "../../api/checked-mask.ts";
import { overlay } from "../../api/field-mask.ts";
import type { RequestKind } from "../request-kind.ts";
import { findNamedRange, type NamedRange, normalNamedRange } from "./named-range.ts";

/** Renames a named range or gives it another place. */
export const updateNamedRange: RequestKind<"updateNamedRange"> = ({ namedRange, fields }, context) => {
  const mask = updateMask(fields, "NamedRange");
  const current = findNamedRange(context.book, namedRange?.namedRangeId);
  const next = overlay(current, namedRange ?? {}, mask) as NamedRange;
  const { namedRanges } = context.book;
  namedRanges[namedRanges.indexOf(current)] = normalNamedRange(context, next, current.namedRangeId!);
  return undefined;
};
