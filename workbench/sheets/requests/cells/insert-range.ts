import { checkUnprotected } from "../../book/access.ts";
import { type RequestKind, rectOf } from "../request-kind.ts";
import { axisOfShift, openGap, shiftedRect } from "./shift-cells.ts";

/** Inserts empty cells; those there move down, or to the right. */
export const insertRange: RequestKind<"insertRange"> = ({ range, shiftDimension }, context) => {
  const rect = rectOf(context, range);
  const axis = axisOfShift(context, rect, shiftDimension);
  checkUnprotected(context.book, context.user, shiftedRect(context, rect, axis));
  openGap(context, rect, axis);
  return undefined;
};
