import { answered } from "../../api/message.ts";
import { newId, type RequestKind, writableRect } from "../request-kind.ts";
import { putBanding } from "./banding.ts";

/** Colours the rows or columns of a range in turn. */
export const addBanding: RequestKind<"addBanding"> = ({ bandedRange }, context) => {
  const given = bandedRange ?? {};
  writableRect(context, given.range, "bandedRange.range");
  const taken = (id: number) =>
    context.book.sheets.some(({ parts }) => parts.bandedRanges.some((each) => each.bandedRangeId === id));
  return { bandedRange: answered(putBanding(context, given, given.bandedRangeId || newId(context, taken))) };
};
