import { type RequestKind, writableRect } from "../request-kind.ts";
import { findBanding } from "./banding.ts";

/** Takes the alternating colours off a range. */
export const deleteBanding: RequestKind<"deleteBanding"> = ({ bandedRangeId }, context) => {
  const { sheet, banding } = findBanding(context.book, bandedRangeId);
  writableRect(context, banding.range);
  sheet.parts.bandedRanges = sheet.parts.bandedRanges.filter((each) => each !== banding);
  return undefined;
};
