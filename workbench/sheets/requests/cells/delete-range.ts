import { checkUnprotected } from "../../book/access.ts";
import { type RequestKind, rectOf } from "../request-kind.ts";
import { axisOfShift, closeGap, shiftedRect } from "./shift-cells.ts";

/** Deletes cells; those below move up, or those to the right move left. */
export const deleteRange: RequestKind<"deleteRange"> = ({ range, shiftDimension }, context) => {
  const rect = rectOf(context, range);
  const axis = axisOfShift(context, rect, shiftDimension);
  checkUnprotected(context.book, context.user, shiftedRect(context, rect, axis));
  closeGap(context, rect, axis);
  return undefined;
};
