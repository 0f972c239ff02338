import { expect, test } from "vitest";
import { confirmOrders } from "../../../src/rms/order/confirm-orders.ts";
import { openRms, thrown } from "../../support/rms-port.ts";

const A = "123456-20261123-0000000001";
const B = "123456-20261123-0000000002";

test("orders are confirmed one by one: what cannot be is named with the reason", () => {
  const { rms, shop } = openRms();
  shop.add({ orderNumber: A, progress: 100 });
  shop.add({ orderNumber: B, progress: 300 });
  expect(confirmOrders(rms, [A, B])).toMatchObject({
    confirmed: [A],
    faults: [{ subject: B, reason: expect.stringContaining("先のステータス") }],
  });
});

test("confirming is not repeated when the answer is lost", () => {
  const { rms, shop, faults } = openRms();
  shop.add({ orderNumber: A, progress: 100 });
  faults.next("confirmOrder", { transport: "reset", after: true });
  expect(thrown(() => confirmOrders(rms, [A]))).toMatchObject({ effect: "unknown" });
  expect(rms.calls()).toBe(1);
});
