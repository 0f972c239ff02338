import { invalid } from "../../api/api-error.ts";
import { answered } from "../../api/message.ts";
import { bandOf, checkBand, checkBandUnprotected } from "../../book/dimension.ts";
import type { RequestKind } from "../request-kind.ts";
import { groupsOf, regrouped, storeGroups } from "./dimension-group.ts";

/** Takes rows or columns one level out of their groups. */
export const deleteDimensionGroup: RequestKind<"deleteDimensionGroup"> = ({ range }, context) => {
  const band = bandOf(context, range);
  checkBand(band);
  checkBandUnprotected(context, band);
  const touched = groupsOf(band).some(
    (group) => (group.range?.startIndex ?? 0) < band.end && (group.range?.endIndex ?? 0) > band.start,
  );
  if (!touched) throw invalid("Cannot delete a dimension group that does not exist.");
  const groups = regrouped(band, -1);
  storeGroups(band, groups);
  return groups.length === 0 ? {} : { dimensionGroups: answered(groups) };
};
