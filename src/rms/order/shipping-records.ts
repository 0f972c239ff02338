import * as z from "zod/mini";
import { dateText } from "../../core/jst.ts";
import { oneLine } from "../../core/line-break.ts";
import type { ShippingRecord } from "../../shop/order.ts";
import { dayOf } from "./day.ts";

/** Digits come as text in most places, and nothing here is worth losing an order for. */
const loose = z.nullish(z.union([z.string(), z.number()]));

/** ShippingModelList of a destination. */
export const shippingModels = z.nullish(
  z.array(z.object({ shippingDetailId: loose, shippingNumber: loose, deliveryCompany: loose, shippingDate: loose })),
);

export const shippingRecordsOf = (models: z.infer<typeof shippingModels>): ShippingRecord[] =>
  (models ?? []).map((model) => ({
    detailId: Number(model.shippingDetailId ?? 0) || null,
    carrier: textOf(model.deliveryCompany),
    trackingNumber: textOf(model.shippingNumber),
    shippedOn: dayText(textOf(model.shippingDate)),
  }));

const textOf = (value: string | number | null | undefined): string => oneLine(String(value ?? ""));

/** What is no day says all the same that somebody shipped. */
function dayText(written: string): string {
  const day = dayOf(written);
  return day ? dateText(day) : written;
}
