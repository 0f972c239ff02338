import { type BandedRange, findBanding, putBanding } from "../banding.ts";
import { overlay } from "../field-mask.ts";
import { updateMask } from "../payload.ts";
import { type RequestKind, writableRect } from "../request-kind.ts";

/** Changes the named fields of a banding. */
export const updateBanding: RequestKind<"updateBanding"> = ({ bandedRange, fields }, context) => {
  const mask = updateMask(fields, "BandedRange");
  const { sheet, banding } = findBanding(context.book, bandedRange?.bandedRangeId);
  writableRect(context, banding.range);
  const next = overlay(banding, bandedRange ?? {}, mask) as BandedRange;
  writableRect(context, next.range, "bandedRange.range");
  sheet.parts.bandedRanges = sheet.parts.bandedRanges.filter((each) => each !== banding);
  putBanding(context, next, banding.bandedRangeId!);
  return undefined;
};
