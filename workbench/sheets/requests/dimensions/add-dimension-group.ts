import { answered } from "../../api/message.ts";
import { bandOf, checkBand, checkBandUnprotected } from "../../book/dimension.ts";
import type { RequestKind } from "../request-kind.ts";
import { regrouped, storeGroups } from "./dimension-group.ts";

/** Groups rows or columns, one level deeper than they are. */
export const addDimensionGroup: RequestKind<"addDimensionGroup"> = ({ range }, context) => {
  const band = bandOf(context, range);
  checkBand(band);
  checkBandUnprotected(context, band);
  const groups = regrouped(band, 1);
  storeGroups(band, groups);
  // The first group decides where the toggle of all groups stands, and it stays there.
  const control = band.axis === "rows" ? "rowGroupControlAfter" : "columnGroupControlAfter";
  const { properties } = band.sheet;
  properties.gridProperties = { ...properties.gridProperties, [control]: true };
  return { dimensionGroups: answered(groups) };
};
