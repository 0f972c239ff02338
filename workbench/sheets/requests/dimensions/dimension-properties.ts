import { type Mask, overlay } from "../../api/field-mask.ts";
import { stored } from "../../api/message.ts";
import type { Band } from "../../book/dimension.ts";
import type { DimensionProperties } from "../../book/workbook.ts";

/** Gives all rows or columns of a band what the mask names of the properties. */
export function changeProperties({ sheet, axis, start, end }: Band, properties: DimensionProperties, mask: Mask): void {
  const kept = sheet.parts[axis];
  while (kept.length < end) kept.push(undefined);
  for (let i = start; i < end; i++) {
    const next = stored(overlay(kept[i] ?? {}, properties, mask));
    kept[i] = Object.keys(next).length === 0 ? undefined : next;
  }
}
