import * as z from "zod/mini";
import type { Serial } from "../../core/jst.ts";
import type { RowFault } from "../../core/problem.ts";
import type { ShippingRecord } from "../../shop/order.ts";
import type { Rms } from "../client/client.ts";
import { fieldOf, isError, type Message } from "../client/message.ts";
import { explained } from "../client/message-code.ts";
import { missed, RmsProblem } from "../client/rms-problem.ts";
import { dayOf } from "../order/day.ts";
import { getOrder } from "../order/order-endpoints.ts";
import { shippingModels, shippingRecordsOf } from "../order/shipping-records.ts";
import { getResultUpdateOrderShippingAsync } from "./shipping-endpoints.ts";
import { reportBreach, type ShipmentReport, updateOrderShippingAsync } from "./update-order-shipping.ts";

/** RMS takes all reports of a call or, on one bad record, none. */
export type Sent = { readonly requestId: string } | { readonly refused: readonly RowFault[] };

/**
 * Hands in shipment reports of at most 100 orders; RMS works on them later. When it throws an RmsProblem whose `effect` is
 * "unknown", they may have arrived: read shippingStates before sending any of them again.
 */
export function sendShipmentReports(rms: Rms, reports: readonly ShipmentReport[]): Sent {
  const { MessageModelList: messages } = rms.call(updateOrderShippingAsync, reports);
  const requestId = messages.find((message) => message.requestId)?.requestId;
  const refused = messages.filter(isError).map((message) => recordFault(message.orderNumber, message));
  if (requestId && refused.length === 0) return { requestId };
  if (!requestId && refused.length > 0) return { refused };
  throw neitherNor();
}

/** A receipt beside errors, or none of both: whether RMS took the reports, only a look at the orders tells. */
const neitherNor = (): RmsProblem =>
  new RmsProblem({
    remedy: "wait",
    message: "楽天から受付番号が返りませんでした。報告済みかどうかを注文で確認してから、もう一度送ります。",
    code: "",
    effect: "unknown",
  });

/** Splits off reports that RMS would refuse, so that the others can go. */
export function sendable(reports: readonly ShipmentReport[]): {
  readonly good: readonly ShipmentReport[];
  readonly faults: readonly RowFault[];
} {
  const faults = reports.flatMap((report) => {
    const breach = reportBreach(report);
    return breach === undefined ? [] : [{ subject: report.orderNumber, reason: breach.text }];
  });
  const bad = new Set(faults.map(({ subject }) => subject));
  return { good: reports.filter(({ orderNumber }) => !bad.has(orderNumber)), faults };
}

/** How one order of a request came out. */
export interface ReportResult {
  readonly orderNumber: string;
  /** Ids of the records in the order in which they were sent; null where RMS names none. */
  readonly detailIds: readonly (number | null)[];
  readonly faults: readonly RowFault[];
  /** Refused because the order was cancelled: its parcels must not leave, or have to come back. */
  readonly cancelled: boolean;
}

const CANCELLED = "ORDER_EXT_API_UPDATE_ORDERSHIPPING_ERROR_102";

/** Undefined while RMS is still at work; it answers the same for a request that it does not know or that is older than 30 days. */
export function shipmentReportResults(rms: Rms, requestId: string): readonly ReportResult[] | undefined {
  const { ResultShippingModelList: results } = rms.call(getResultUpdateOrderShippingAsync, requestId);
  const done = results.flatMap(({ orderNumber, MessageModelList: messages }) =>
    orderNumber ? [resultOf(orderNumber, messages)] : [],
  );
  return done.length === 0 ? undefined : done;
}

const resultOf = (orderNumber: string, messages: readonly Message[]): ReportResult => ({
  orderNumber,
  detailIds: messages
    .filter((message) => message.dataNumber != null)
    .sort((one, other) => (one.dataNumber ?? 0) - (other.dataNumber ?? 0))
    .map(({ shippingDetailId }) => shippingDetailId ?? null),
  faults: messages
    .filter((message) => message.messageType !== "INFO")
    .map((message) => recordFault(orderNumber, message)),
  cancelled: messages.some(({ messageCode }) => messageCode === CANCELLED),
});

function recordFault(orderNumber: string | null | undefined, { messageCode, message, dataNumber }: Message): RowFault {
  const field = fieldOf(message);
  const where = dataNumber == null ? "" : `${dataNumber}件目 `;
  return {
    subject: orderNumber ?? "（注文番号不明）",
    reason: `${explained("order", messageCode)}（${where}${messageCode}${field === "" ? "" : ` ${field}`}）`,
  };
}

/** What RMS holds about the parcels of an order. */
export interface ShippingState {
  readonly orderNumber: string;
  readonly progress: number;
  readonly baskets: readonly {
    readonly basketId: number;
    readonly records: readonly (Omit<ShippingRecord, "shippedOn"> & { readonly shippedOn: Serial | null })[];
  }[];
}

const stateSchema = z.object({
  orderNumber: z.string(),
  orderProgress: z.number(),
  PackageModelList: z.array(z.object({ basketId: z.number(), ShippingModelList: shippingModels })),
});

/** For at most 100 orders, whether earlier reports arrived. Orders that RMS does not have are left out. */
export function shippingStates(rms: Rms, numbers: readonly string[]): readonly (ShippingState | RowFault)[] {
  return (rms.call(getOrder, numbers).OrderModelList ?? []).map((raw) => {
    const parsed = z.safeParse(stateSchema, raw);
    if (parsed.success) return stateOf(parsed.data);
    const number = (raw as { orderNumber?: unknown } | null)?.orderNumber;
    return {
      subject: typeof number === "string" ? number : "（注文番号不明）",
      reason: `楽天の発送情報に読み取れない項目があります（${missed(parsed.error.issues)}）。RMSでこの注文を確認してください。`,
    };
  });
}

const stateOf = ({ orderNumber, orderProgress, PackageModelList }: z.infer<typeof stateSchema>): ShippingState => ({
  orderNumber,
  progress: orderProgress,
  baskets: PackageModelList.map(({ basketId, ShippingModelList }) => ({
    basketId,
    records: shippingRecordsOf(ShippingModelList).map((record) => ({
      ...record,
      shippedOn: dayOf(record.shippedOn) ?? null,
    })),
  })),
});
