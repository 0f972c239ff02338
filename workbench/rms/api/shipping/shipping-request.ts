import type { OrderReport, ShippingEntry } from "../../shop/shipping-report.ts";
import { carrierCode, shippingDay, trackingNumber } from "../../shop/shipping-values.ts";
import { fieldsOf, isRecord } from "../call.ts";
import { type Accept, fieldReader, oneOf, text, within } from "../order/fields.ts";
import { type FieldFault, fieldError, type Message } from "../order/order-message.ts";

export const MAX_RECORDS_PER_BASKET = 20;

/** A report read from a request, and what is wrong with it; any message refuses the whole request. */
export interface ReadReport {
  readonly report: OrderReport;
  readonly messages: readonly Message[];
}

/** `scope` is the message code's middle, `more` what every message carries besides dataNumber and shippingDetailId. */
export function readReport(order: unknown, scope: string, more: object): ReadReport {
  const fields = fieldsOf(order);
  const messages: Message[] = [];
  const complain = (field: string, fault: FieldFault, dataNumber: number | null, shippingDetailId: number | null) =>
    messages.push(fieldError(scope, field, fault, { ...more, dataNumber, shippingDetailId }));

  const reader = fieldReader(fields);
  const orderNumber = reader.required("orderNumber", text) ?? "";
  const baskets = reader.required("BasketidModelList", list) ?? [];
  for (const { field, fault } of reader.faults) complain(field, fault, null, null);

  let dataNumber = 0;
  const read = baskets.map((basket) => {
    const inner = fieldReader(fieldsOf(basket));
    const basketId = inner.required("basketId", within(0, 9_999_999_999)) ?? 0;
    const records = inner.required("ShippingModelList", list) ?? [];
    if (records.length > MAX_RECORDS_PER_BASKET) inner.reject("ShippingModelList", "format");
    for (const { field, fault } of inner.faults) complain(field, fault, null, null);
    const entries = records.map((record) => {
      dataNumber++;
      const { entry, wrong } = readEntry(fieldsOf(record));
      if (wrong) complain(wrong.field, wrong.fault, dataNumber, entry.shippingDetailId ?? null);
      return entry;
    });
    return { basketId, entries };
  });
  return { report: { orderNumber, baskets: read }, messages };
}

const list: Accept<readonly unknown[]> = (value) => (Array.isArray(value) && value.every(isRecord) ? value : undefined);

/** The entry and the first thing wrong with it: RMS names one field a record, the date before the others. */
function readEntry(fields: Readonly<Record<string, unknown>>): {
  readonly entry: ShippingEntry;
  readonly wrong: { readonly field: string; readonly fault: FieldFault } | undefined;
} {
  const reader = fieldReader(fields);
  const shippingDate = reader.optional("shippingDate", shippingDay);
  // The key may be left out; once it is there it wants a value.
  const deliveryCompany = "deliveryCompany" in fields ? reader.required("deliveryCompany", carrierCode) : undefined;
  const shippingNumber = reader.optional("shippingNumber", trackingNumber);
  const shippingDetailId = reader.optional("shippingDetailId", within(1, 999_999_999_999));
  const shippingDeleteFlag = reader.optional("shippingDeleteFlag", oneOf([0, 1]));
  if (shippingDeleteFlag === 1 && shippingDetailId === undefined) reader.reject("shippingDetailId", "absent");
  return {
    entry: {
      ...("shippingDate" in fields && { shippingDate: shippingDate ?? null }),
      ...("shippingNumber" in fields && { shippingNumber: shippingNumber ?? null }),
      ...(deliveryCompany !== undefined && { deliveryCompany }),
      ...(shippingDetailId !== undefined && { shippingDetailId }),
      ...(shippingDeleteFlag !== undefined && { shippingDeleteFlag }),
    },
    wrong: reader.faults[0],
  };
}
