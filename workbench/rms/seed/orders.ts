import { SETTLEMENT_METHODS } from "../shop/codes.ts";
import type { CatalogueEntry } from "../shop/item.ts";
import { DAY, HOUR, jstDate } from "../shop/jst.ts";
import { type Bill, orderMoney } from "../shop/money.ts";
import type { Card, ChangeRecord, Coupon, OrderFlags, ShopOrder, Timeline } from "../shop/order.ts";
import { hastened, STAGE } from "../shop/timeline.ts";
import { type Sku, skusOf } from "./order-line.ts";
import { drawPackage } from "./packages.ts";
import { orderer } from "./people.ts";
import { type Random, random } from "./random.ts";
import { drawRemarks, drawWish, MEMOS } from "./remarks.ts";

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

/** `count` orders of the shop, oldest first. The same seed and opening give the same orders. */
export function seededOrders(count: number, wish: OrderSeed, entries: readonly CatalogueEntry[]): ShopOrder[] {
  const skus = skusOf(entries);
  if (skus.length === 0) return [];
  return Array.from({ length: count }, (_, index) => seededOrder(index, count, wish, skus));
}

/** One order, placed at its share of the period: the one with the highest index is the youngest. */
export function seededOrder(index: number, count: number, wish: OrderSeed, skus: readonly Sku[]): ShopOrder {
  const draw = random(wish.seed, "order", index);
  const share = (index + draw.next()) / count;
  const ordered = Math.floor((wish.opening - (1 - share) * wish.days * DAY) / 1000) * 1000;
  return drawOrder(draw, index, ordered, wish, skus);
}

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
    ...{ draw, skus, island, buyer, deliveryName, settlementMethodCode, unfixed, ordered, carrierAtPurchase },
  };
  const socialGift = draw.chance(0.02);
  const count = socialGift ? 1 : draw.weighted(DESTINATIONS);
  const packages = Array.from({ length: count }, (_, place) =>
    drawPackage(context, 2_000_000 + index * 100 + place * 20, place, count, socialGift, timeline),
  );
  const prepaid = SETTLEMENT_METHODS.get(settlementMethodCode)!.prepaid;
  const bill = {
    packages,
    wrappings: draw.chance(0.08) ? WRAPPINGS.slice(0, draw.int(1, 2)) : [],
    coupons: draw.chance(0.15) ? [drawCoupon(draw, ordered)] : [],
    paymentCharge: prepaid ? 220 : 0,
    feeToUser: settlementMethodCode === 21 ? 250 : 0,
    usedPoint: 0,
  };
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
    flags: drawFlags(draw),
    cautionDisplayType: 0,
    cautionDisplayDetailType: null,
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

/** Points pay for all of an order whose payment is ポイント, and never for more than there is to pay. */
function drawPoints(draw: Random, settlementMethodCode: number, bill: Bill): number {
  const due = Math.max(0, orderMoney(bill).requestPrice);
  if (settlementMethodCode === 8) return due;
  return draw.chance(0.3) ? Math.min(due, draw.int(1, 200)) : 0;
}

export const compactDate = (instant: number): string => jstDate(instant).replaceAll("-", "");

/** `<shop>-<day>-<ten digits>`. */
export const orderNumber = (shopId: string, ordered: number, index: number): string =>
  `${shopId}-${compactDate(ordered)}-${String(200_000_001 + index).padStart(10, "0")}`;

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

const WRAPPINGS = [
  { title: 1, name: "シンプル包装紙", price: 110 },
  { title: 2, name: "赤いリボン", price: 0 },
] as const;

/** Time confirms and settles an order; shipping it after the opening is left to whoever runs the shop. */
function drawTimeline(draw: Random, ordered: number, settlementMethodCode: number, opening: number): Timeline {
  const prepaid = SETTLEMENT_METHODS.get(settlementMethodCode)!.prepaid;
  const jitter = (span: number) => Math.round((span * (0.5 + draw.next())) / 1000) * 1000;
  const line = { ordered, confirmed: null, fixed: null, shipped: null, settling: null, settled: null, aside: null };
  const fate = draw.next();
  if (fate < 0.04) return line; // waits for the shop to confirm it
  const confirmed = ordered + jitter(STAGE.confirm);
  if (fate > 0.95) return { ...line, confirmed, aside: fate > 0.97 ? 900 : fate > 0.96 ? 800 : 400 };
  const fixed = confirmed + jitter(prepaid ? STAGE.prepay : STAGE.check);
  const shipped = fixed + jitter(STAGE.ship);
  // Three in ten wait for the shop to ship them; old ones among them are the overdue orders that every shop has.
  if (fate < 0.34 || shipped > opening) return { ...line, confirmed, fixed };
  const settling = shipped + jitter(STAGE.settle);
  return { ...line, confirmed, fixed, shipped, settling, settled: settling + jitter(STAGE.pay) };
}

const drawCard = (draw: Random): Card => ({
  name: draw.pick(["VISA", "MASTER", "JCB"]),
  lastDigits: String(draw.int(0, 9999)).padStart(4, "0"),
  owner: "TARO MIHON",
  expires: `20${draw.int(30, 35)}-${String(draw.int(1, 12)).padStart(2, "0")}`,
  ...draw.pick([
    { payType: 0, installments: null },
    { payType: 0, installments: null },
    { payType: 1, installments: null },
    { payType: 2, installments: "103" },
  ]),
});

const drawCoupon = (draw: Random, ordered: number): Coupon => ({
  couponCode: `MIHN-${draw.int(1000, 9999)}-SMPL`,
  couponName: "見本クーポン",
  couponSummary: "お試し割引",
  couponCapitalCode: draw.pick([1, 1, 2, 3]),
  expiryDate: jstDate(ordered + 30 * DAY),
  couponPrice: draw.pick([50, 100, 200]),
  couponUnit: 1,
});

function drawChanges(index: number, { confirmed, aside }: Timeline): ChangeRecord[] {
  const record = (changeType: number, instant: number | null, reason: number | null): ChangeRecord => ({
    changeId: 7_000_000 + index * 2 + (changeType === 8 ? 0 : 1),
    changeType,
    changeTypeDetail: null,
    changeReason: reason,
    changeReasonDetail: reason === null ? null : 1,
    applied: instant,
    fixed: instant,
    completed: instant,
  });
  const confirmedBy = confirmed === null ? [] : [record(8, confirmed, null)];
  return aside === 900 && confirmed !== null ? [...confirmedBy, record(2, confirmed + HOUR, 1)] : confirmedBy;
}
