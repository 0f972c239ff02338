import type { Order, Package } from "./order.ts";
import { COD } from "./payment-method.ts";

/**
 * The amounts that a payment method needs and RMS has not fixed yet, by the names of their columns: each bills what the
 * buyer owes, and what a carrier collects at the door is made of the destination's own amounts too.
 */
export function unfixedAmounts(
  { payment, requestPrice }: Pick<Order, "payment" | "requestPrice">,
  { goodsPrice, postage, codFee }: Pick<Package, "goodsPrice" | "postage" | "codFee">,
): string[] {
  const isCollected = payment.code === COD;
  return [
    isCollected && goodsPrice === null && "商品金額",
    // What leaves the sum open elsewhere too; where the sum is fixed, so is what was billed.
    (isCollected || requestPrice === null) && postage === null && "送料",
    isCollected && codFee === null && "代引料",
    requestPrice === null && "請求金額",
  ].filter((name) => name !== false);
}
