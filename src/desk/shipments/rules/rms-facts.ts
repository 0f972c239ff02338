import { carrierText } from "../../../shop/carrier.ts";
import type { Line, Order, Package, ShippingRecord } from "../../../shop/order.ts";
import { isShipped, progressOfLabel } from "../../../shop/progress.ts";
import { saysShipped, shippedElsewhere } from "../../../shop/shipped-elsewhere.ts";
import { ownParcels, type ParcelCells } from "./staff-entries.ts";

/** What RMS holds of an order beside what was bought: what Rakuten and the shop say of it, and what was shipped there. */
export interface RmsFacts extends ShippingCells {
  /** What Rakuten warns of, one thing a line. */
  readonly caution: string;
  readonly shopMemo: string;
  readonly subStatus: string;
  readonly orderType: string;
  readonly deliveryInfo: string;
  readonly couponTotal: number | null;
  readonly usedPoints: number | null;
}

/** Record by record, one a line, the same record on the same line of each cell; empty where no record says anything. */
interface ShippingCells {
  readonly rmsDetailIds: string;
  readonly rmsCarriers: string;
  readonly rmsTrackingNumbers: string;
  readonly rmsShippedOn: string;
}

export const rmsFacts = (order: Order, { lines, shippingRecords }: Package): RmsFacts => ({
  caution: [...order.cautions, ...(order.beingChecked ? ["楽天確認中"] : [])].join("\n"),
  shopMemo: order.shopMemo,
  subStatus: order.subStatus,
  orderType: order.orderType,
  deliveryInfo: deliveryInfoOf(lines),
  couponTotal: order.couponTotal,
  usedPoints: order.usedPoints,
  ...shippingCells(shippingRecords),
});

const deliveryInfoOf = (lines: readonly Line[]): string =>
  [...new Set(lines.map(({ deliveryInfo }) => deliveryInfo))].filter(Boolean).join("\n");

const shippingCells = (records: readonly ShippingRecord[]): ShippingCells => ({
  rmsDetailIds: lineByLine(records.map(({ detailId }) => String(detailId ?? ""))),
  rmsCarriers: lineByLine(records.map(({ carrier }) => carrierText(carrier))),
  rmsTrackingNumbers: lineByLine(records.map(({ trackingNumber }) => trackingNumber)),
  rmsShippedOn: lineByLine(records.map(({ shippedOn }) => shippedOn)),
});

const lineByLine = (values: readonly string[]): string => (values.some(Boolean) ? values.join("\n") : "");

/** The records that these cells were written from. */
export function recordsIn(cells: ShippingCells): ShippingRecord[] {
  const [ids, carriers, numbers, days] = [
    cells.rmsDetailIds,
    cells.rmsCarriers,
    cells.rmsTrackingNumbers,
    cells.rmsShippedOn,
  ].map((cell) => (cell === "" ? [] : cell.split("\n"))) as [string[], string[], string[], string[]];
  const count = Math.max(ids.length, carriers.length, numbers.length, days.length);
  return Array.from({ length: count }, (_, at) => ({
    detailId: Number(ids[at] ?? "") || null,
    carrier: /^\S*/.exec(carriers[at] ?? "")?.[0] ?? "",
    trackingNumber: numbers[at] ?? "",
    shippedOn: days[at] ?? "",
  }));
}

type Facts = ShippingCells & { readonly caution: string; readonly progress: string };

/** Of the cells that changes are told of, those in which nobody has to hear of this one. */
export function quietFacts(before: Facts & ParcelCells, after: Facts): (keyof RmsFacts)[] {
  const warned = new Set(before.caution.split("\n"));
  const progress = progressOfLabel(after.progress);
  const records = recordsIn(after);
  const isElsewhere = shippedElsewhere(records, ownParcels(before)).length > 0;
  const isOurs = records.some(saysShipped) && !isElsewhere;
  // How a closed order was shipped is of interest only where staff have shipped it too.
  const isClosed = progress !== undefined && isShipped(progress) && !(isElsewhere && before.trackingNumber !== "");
  return [
    // That a warning is over is good news, and 確認事項 no longer asks.
    ...(after.caution.split("\n").every((line) => line === "" || warned.has(line)) ? (["caution"] as const) : []),
    ...(isOurs || isClosed ? (["rmsTrackingNumbers", "rmsShippedOn"] as const) : []),
  ];
}
