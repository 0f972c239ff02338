import { invalid } from "../../api/api-error.ts";
import { updateMask } from "../../api/checked-mask.ts";
import { bandOf, checkBand, checkBandUnprotected } from "../../book/dimension.ts";
import type { RequestKind } from "../request-kind.ts";
import { changeProperties } from "./dimension-properties.ts";

/** Hides, shows or sizes rows and columns. */
export const updateDimensionProperties: RequestKind<"updateDimensionProperties"> = (request, context) => {
  const { range, properties, fields, dataSourceSheetRange } = request;
  if (dataSourceSheetRange) throw invalid("workbench: dataSourceSheetRange is not implemented");
  const mask = updateMask(fields, "DimensionProperties");
  const band = bandOf(context, range);
  checkBand(band);
  checkBandUnprotected(context, band);
  changeProperties(band, properties ?? {}, mask);
  return undefined;
};
