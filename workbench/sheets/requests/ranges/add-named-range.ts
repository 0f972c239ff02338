import { answered } from "../../api/message.ts";
import { newId, type RequestKind } from "../request-kind.ts";
import { normalNamedRange } from "./named-range.ts";

/** Gives a range a name. */
export const addNamedRange: RequestKind<"addNamedRange"> = ({ namedRange }, context) => {
  const { namedRanges } = context.book;
  const taken = (id: number) => namedRanges.some(({ namedRangeId }) => namedRangeId === String(id));
  const complete = normalNamedRange(
    context,
    namedRange ?? {},
    namedRange?.namedRangeId || String(newId(context, taken)),
  );
  namedRanges.push(complete);
  return { namedRange: answered(complete) };
};
