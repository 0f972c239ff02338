import { UNFIXED } from "./codes.ts";
import type { OrderLine, ShopOrder, ShopPackage } from "./order.ts";

/** Wrapping, postage and fees are taxed at the full rate. */
export const FULL_RATE = 0.1;

export const priceTaxIncl = ({ price, taxRate, includeTax }: OrderLine): number =>
  includeTax ? price : Math.floor(price * (1 + taxRate));

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const fixed = (unfixed: boolean, value: number): number => (unfixed ? UNFIXED : value);

export interface PackageMoney {
  readonly goodsPrice: number;
  readonly goodsTax: number;
  readonly postagePrice: number;
  readonly deliveryPrice: number;
  readonly totalPrice: number;
}

/** Sums of one destination; -9999 wherever an unfixed postage enters. */
export function packageMoney({ lines, postage, codFee }: ShopPackage): PackageMoney {
  const goodsPrice = sum(lines.map((line) => line.price * line.units));
  const taxed = sum(lines.map((line) => priceTaxIncl(line) * line.units));
  return {
    goodsPrice,
    goodsTax: taxed - goodsPrice,
    postagePrice: postage ?? UNFIXED,
    deliveryPrice: codFee,
    totalPrice: fixed(postage === null, taxed + (postage ?? 0)),
  };
}

export interface TaxSummary {
  readonly taxRate: number;
  readonly reqPrice: number;
  readonly reqPriceTax: number;
  readonly totalPrice: number;
  readonly paymentCharge: number;
  readonly couponPrice: number;
  readonly point: number;
}

export interface OrderMoney extends PackageMoney {
  readonly requestPrice: number;
  readonly couponAll: number;
  readonly couponShop: number;
  readonly couponOther: number;
  readonly taxSummaries: readonly TaxSummary[];
}

/** What the sums of an order follow from. */
export type Bill = Pick<ShopOrder, "packages" | "wrappings" | "coupons" | "paymentCharge" | "feeToUser" | "usedPoint">;

/**
 * Sums of an order by the formulas of the order API: totalPrice = goods, postage, wrapping;
 * requestPrice = totalPrice + payment charge + orderer's fee - coupons - points. The 代引料 is in neither.
 */
export function orderMoney(order: Bill): OrderMoney {
  const packages = order.packages.map(packageMoney);
  const unfixed = order.packages.some((each) => each.postage === null);
  const wrapping = sum(order.wrappings.map((each) => each.price));
  const couponAll = sum(order.coupons.map((each) => each.couponPrice * each.couponUnit));
  const couponShop = sum(
    order.coupons.filter((each) => each.couponCapitalCode === 1).map((each) => each.couponPrice * each.couponUnit),
  );
  const totalPrice = fixed(unfixed, sum(packages.map((each) => each.totalPrice)) + wrapping);
  return {
    goodsPrice: sum(packages.map((each) => each.goodsPrice)) + wrapping,
    goodsTax: sum(packages.map((each) => each.goodsTax)),
    postagePrice: fixed(unfixed, sum(packages.map((each) => each.postagePrice))),
    deliveryPrice: sum(packages.map((each) => each.deliveryPrice)),
    totalPrice,
    requestPrice: fixed(unfixed, totalPrice + order.paymentCharge + order.feeToUser - couponAll - order.usedPoint),
    couponAll,
    couponShop,
    couponOther: couponAll - couponShop,
    taxSummaries: taxSummaries(order, wrapping, couponAll, unfixed),
  };
}

/** One entry per tax rate; coupons are taken off the full rate first. Their reqPrice adds up to the price before points. */
function taxSummaries(order: Bill, wrapping: number, coupons: number, unfixed: boolean): TaxSummary[] {
  const lines = order.packages.flatMap((each) => each.lines);
  const postage = sum(order.packages.map((each) => each.postage ?? 0));
  const totals = new Map<number, number>();
  const add = (rate: number, amount: number) => totals.set(rate, (totals.get(rate) ?? 0) + amount);
  for (const line of lines) add(line.taxRate, priceTaxIncl(line) * line.units);
  if (postage + wrapping + order.paymentCharge > 0) add(FULL_RATE, postage + wrapping);

  let left = coupons;
  return [...totals]
    .sort(([one], [other]) => other - one)
    .map(([taxRate, totalPrice]) => {
      const paymentCharge = taxRate === FULL_RATE ? order.paymentCharge : 0;
      const couponPrice = Math.min(left, totalPrice);
      left -= couponPrice;
      const reqPrice = totalPrice + paymentCharge - couponPrice;
      return {
        taxRate,
        reqPrice: fixed(unfixed, reqPrice),
        reqPriceTax: fixed(unfixed, Math.round((reqPrice * taxRate) / (1 + taxRate))),
        totalPrice: fixed(unfixed, totalPrice),
        paymentCharge,
        couponPrice,
        point: 0,
      };
    });
}
