import { expect, test } from "vitest";
import type { Order, Package } from "../../src/shop/order.ts";
import { orderQuestions } from "../../src/shop/order-questions.ts";
import { line } from "../support/order.ts";

type Asked = Pick<Order, "payment" | "deliveryMethod"> & Pick<Package, "dropOff" | "lines"> & { destinations: number };

/** What is asked of the first destination of an order that is plain but for this. */
function questions(given: Partial<Asked> = {}): string[] {
  const { destinations = 1, dropOff = "", lines = [line()], ...order } = given;
  const destination = { dropOff, lines } as Package;
  return orderQuestions(
    {
      payment: { code: 2, name: "代金引換" },
      deliveryMethod: "宅配便",
      packages: Array.from({ length: destinations }, () => destination),
      ...order,
    },
    destination,
  );
}

test("a plain order asks nothing", () => {
  expect(questions()).toEqual([]);
  expect(questions({ payment: { code: 1, name: "クレジットカード" }, destinations: 2 })).toEqual([]);
  expect(questions({ lines: [line(), line({ detailId: 2 })] })).toEqual([]);
});

test("an order without a payment method is asked about", () => {
  expect(questions({ payment: { code: 0, name: "" } })).toEqual([expect.stringContaining("支払方法がありません")]);
});

test("cash on delivery to several destinations is asked about, since RMS gives one amount for all of them", () => {
  expect(questions({ destinations: 2 })).toEqual([
    expect.stringMatching(/代金引換で送付先が複数です.*送付先ごとの代引金額をRMSで確認/),
  ]);
});

test.each(["コンビニ受取", "郵便局受取"])(
  "%s without a store is asked about, and with one it is not",
  (deliveryMethod) => {
    expect(questions({ deliveryMethod })).toEqual([expect.stringContaining(`受取店舗がありません`)]);
    expect(questions({ deliveryMethod, dropOff: "店舗受取" })).toEqual([]);
  },
);

test("an item with two SKUs is asked about: RMS does not say how many of each", () => {
  expect(questions({ lines: [line(), line({ variantId: "sku-2" })] })).toEqual([
    expect.stringContaining("SKUごとの数量が不明です"),
  ]);
});
