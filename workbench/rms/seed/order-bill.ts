import { SETTLEMENT_METHODS } from "../shop/codes.ts";
import { DAY, jstDate } from "../shop/jst.ts";
import { type Bill, orderMoney } from "../shop/money.ts";
import type { Card, Coupon, ShopPackage } from "../shop/order.ts";
import type { Random } from "./random.ts";

const WRAPPINGS = [
  { title: 1, name: "シンプル包装紙", price: 110 },
  { title: 2, name: "赤いリボン", price: 0 },
] as const;

/** What the goods of these destinations cost their buyer, before points. */
export const drawBill = (
  draw: Random,
  packages: readonly ShopPackage[],
  settlementMethodCode: number,
  ordered: number,
): Bill => ({
  packages,
  wrappings: draw.chance(0.08) ? WRAPPINGS.slice(0, draw.int(1, 2)) : [],
  coupons: draw.chance(0.15) ? [drawCoupon(draw, ordered)] : [],
  paymentCharge: SETTLEMENT_METHODS.get(settlementMethodCode)!.prepaid ? 220 : 0,
  feeToUser: settlementMethodCode === 21 ? 250 : 0,
  usedPoint: 0,
});

/** Points pay for all of an order whose payment is ポイント, and never for more than there is to pay. */
export function drawPoints(draw: Random, settlementMethodCode: number, bill: Bill): number {
  const due = Math.max(0, orderMoney(bill).requestPrice);
  if (settlementMethodCode === 8) return due;
  return draw.chance(0.3) ? Math.min(due, draw.int(1, 200)) : 0;
}

export const drawCard = (draw: Random): Card => ({
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
