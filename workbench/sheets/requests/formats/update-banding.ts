import { updateMask } from "../../api/checked-mask.ts";
import { overlay } from "../../api/field-mask.ts";
import { type RequestKind, writableRect } from "../request-kind.ts";
import { type BandedRange, findBanding, putBanding } from "./banding.ts";

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
