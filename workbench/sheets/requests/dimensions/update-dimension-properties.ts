import { invalid } from "../../api/api-error.ts";
import { updateMask } from "../../api/checked-mask.ts";
import { overlay } from "../../api/field-mask.ts";
import { stored } from "../../api/message.ts";
import { bandOf, checkBand, checkBandUnprotected } from "../../book/dimension.ts";
import type { RequestKind } from "../request-kind.ts";

/** Hides, shows or sizes rows and columns. */
export const updateDimensionProperties: RequestKind<"updateDimensionProperties"> = (request, context) => {
  const { range, properties, fields, dataSourceSheetRange } = request;
  if (dataSourceSheetRange) throw invalid("workbench: dataSourceSheetRange is not implemented");
  const mask = updateMask(fields, "DimensionProperties");
  const band = bandOf(context, range);
  checkBand(band);
  checkBandUnprotected(context, band);
  const kept = band.sheet.parts[band.axis];
  while (kept.length < band.end) kept.push(undefined);
  for (let i = band.start; i < band.end; i++) {
    const next = stored(overlay(kept[i] ?? {}, properties ?? {}, mask));
    kept[i] = Object.keys(next).length === 0 ? undefined : next;
  }
  return undefined;
};
