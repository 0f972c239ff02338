import { SETTLEMENT_METHODS } from "../shop/codes.ts";
import { DAY, jstDate } from "../shop/jst.ts";
import type { OrderFlags, ShopOrder } from "../shop/order.ts";
import { hastened } from "../shop/timeline.ts";
import { drawBill, drawCard, drawPoints } from "./order-bill.ts";
import type { Sku } from "./order-line.ts";
import { drawChanges, drawTimeline } from "./order-timeline.ts";
import { drawPackage } from "./packages.ts";
import { orderer } from "./people.ts";
import type { Random } from "./random.ts";
import { drawRemarks, drawWish, MEMOS } from "./remarks.ts";
import { drawWarnings } from "./warnings.ts";

export interface OrderSeed {
  readonly seed: string;
  readonly shopId: string;
  /** Orders are spread over this many days before `opening`. */
  readonly days: number;
  readonly opening: number;
  readonly timeFactor: number;
  /** RMS gives every order a shipping record with the carrier alone, as many shops have it set. */
  readonly carrierAtPurchase: boolean;
}

const SETTLEMENTS = [...SETTLEMENT_METHODS.keys()].map((code): [number, number] => [
  code === 1 ? 50 : code === 2 ? 10 : code === 21 || code === 14 || code === 9 ? 8 : 2,
  code,
]);

const ORDER_TYPE_WEIGHTS: readonly [number, number][] = [
  [90, 1],
  [5, 4],
  [2, 5],
  [3, 6],
];

const DELIVERIES: readonly [number, string][] = [
  [60, "宅配便"],
  [15, "メール便"],
  [10, "クール便"],
  [5, "小型宅配便"],
  [2, "大型宅配便"],
  [1, "国際配送"],
  [3, "コンビニ受取"],
  [1, "郵便局受取"],
  [1, "ロッカー受取"],
  [1, "店頭受取"],
  [1, "発送を伴わない"],
];

const DESTINATIONS: readonly [number, number][] = [
  [90, 1],
  [7, 2],
  [3, 3],
];

/** An order placed at `ordered`, everything else drawn. */
export function drawOrder(
  draw: Random,
  index: number,
  ordered: number,
  wish: OrderSeed,
  skus: readonly Sku[],
): ShopOrder {
  const settlementMethodCode = draw.weighted(SETTLEMENTS);
  const orderType = draw.weighted(ORDER_TYPE_WEIGHTS);
  const drawn = drawTimeline(draw, ordered, settlementMethodCode, wish.opening);
  const timeline = hastened(drawn, wish.opening, wish.timeFactor);
  const island = draw.chance(0.02);
  const buyer = orderer(draw, { island });
  const deliveryName = draw.weighted(DELIVERIES);
  // What still waits is mostly for the days to come, with a few orders that are late.
  const wished = drawWish(draw, timeline.shipped === null ? Math.max(ordered, wish.opening - 5 * DAY) : ordered);
  // Amounts that the shop has yet to fix keep an order from being confirmed.
  const unfixed = timeline.confirmed === null && draw.chance(0.4);
  const { carrierAtPurchase } = wish;
  const context = {
    draw,
    skus,
    island,
    buyer,
    deliveryName,
    settlementMethodCode,
    unfixed,
    ordered,
    carrierAtPurchase,
  };
  const socialGift = draw.chance(0.02);
  const count = socialGift ? 1 : draw.weighted(DESTINATIONS);
  const packages = Array.from({ length: count }, (_, place) =>
    drawPackage(context, 2_000_000 + index * 100 + place * 20, place, count, socialGift, timeline),
  );
  const bill = drawBill(draw, packages, settlementMethodCode, ordered);
  const { confirming, ...cautions } = drawWarnings(wish.seed, index, timeline);
  return {
    orderNumber: orderNumber(wish.shopId, ordered, index),
    timeline,
    orderType,
    reserveNumber:
      orderType === 1 ? null : `${wish.shopId}-${compactDate(ordered)}-${String(index).padStart(6, "0")}-r`,
    reserveDeliveryCount: orderType === 1 ? null : orderType === 6 ? 1 : draw.int(1, 6),
    subStatusId: draw.chance(0.05) ? draw.pick([101, 102]) : null,
    orderer: buyer,
    settlementMethodCode,
    card: settlementMethodCode === 1 ? drawCard(draw) : null,
    deliveryName,
    deliveryClass: null,
    deliveryDate: wished.date,
    shippingTerm: wished.term,
    remarks: drawRemarks(draw, wished),
    memo: draw.chance(0.1) ? draw.pick(MEMOS) : null,
    operator: draw.chance(0.05) ? "担当見本" : null,
    mailPlugSentence: draw.chance(0.05) ? "ご注文ありがとうございます。" : null,
    giftCheck: draw.chance(0.12),
    ...bill,
    usedPoint: drawPoints(draw, settlementMethodCode, bill),
    carrierCode: draw.pick([0, 0, 11, 11, 12, 12, 19, 21, 22, 99]),
    emailCarrierCode: draw.chance(0.85) ? 0 : draw.pick([1, 2, 3]),
    flags: { ...drawFlags(draw), rakutenConfirming: confirming },
    ...cautions,
    changes: drawChanges(index, timeline),
    overrides: {},
  };
}

const drawFlags = (draw: Random): OrderFlags => ({
  rakutenMember: draw.chance(0.9),
  asuraku: draw.chance(0.05),
  drug: draw.chance(0.01),
  deal: draw.chance(0.03),
  deliveryCertPrg: draw.chance(0.2),
  oneDayOperation: draw.chance(0.1),
  modified: draw.chance(0.03),
  rakutenConfirming: false,
});

const compactDate = (instant: number): string => jstDate(instant).replaceAll("-", "");

/** `<shop>-<day>-<ten digits>`. */
const orderNumber = (shopId: string, ordered: number, index: number): string =>
  `${shopId}-${compactDate(ordered)}-${String(200_000_001 + index).padStart(10, "0")}`;
