import { invalid } from "../../api/api-error.ts";
import { updateMask } from "../../api/checked-mask.ts";
import { under } from "../../api/field-mask.ts";
import { bandOf, checkBand, checkBandUnprotected } from "../../book/dimension.ts";
import type { RequestKind } from "../request-kind.ts";
import { groupsOf, storeGroups } from "./dimension-group.ts";
import { changeProperties } from "./dimension-properties.ts";

/** Opens or closes a group. All of its rows or columns are shown or hidden along with it, also those that people had hidden one by one. */
export const updateDimensionGroup: RequestKind<"updateDimensionGroup"> = ({ dimensionGroup, fields }, context) => {
  const mask = updateMask(fields, "DimensionGroup");
  const band = bandOf(context, dimensionGroup?.range);
  checkBand(band);
  checkBandUnprotected(context, band);
  const groups = groupsOf(band);
  const place = groups.findIndex(
    ({ range, depth }) =>
      range?.startIndex === band.start && range.endIndex === band.end && depth === (dimensionGroup?.depth ?? 0),
  );
  if (place === -1) throw invalid("Cannot update a dimension group that does not exist.");
  if (under(mask, "collapsed") === undefined) return undefined;
  const { collapsed: _, ...group } = groups[place]!;
  const collapsed = dimensionGroup?.collapsed === true;
  storeGroups(band, groups.with(place, collapsed ? { ...group, collapsed } : group));
  changeProperties(band, { hiddenByUser: collapsed }, { hiddenByUser: true });
  return undefined;
};
