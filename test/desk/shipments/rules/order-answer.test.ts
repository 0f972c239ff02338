import { expect, test } from "vitest";
import { type OrderFacts, orderAnswer } from "../../../../src/desk/shipments/rules/order-answer.ts";
import type { Shipment } from "../../../../src/desk/shipments/rules/shipment.ts";
import type { Order } from "../../../../src/shop/order.ts";

/** The answer on an order at its target, one of whose rows stands like this. */
const answer = (state: Shipment["state"], order: Partial<Order> = {}): string =>
  orderAnswer({
    targets: { default: 300, byCode: new Map(), excluded: new Set(), pastTarget: "taken" },
    listed: [{ row: 2, shipment: { state, questions: "" } as Shipment }],
    order: { progress: 300, payment: { code: 1, name: "クレジットカード" }, ...order } as Order,
  } as unknown as OrderFacts);

test("a destination that left an order which goes on points to what changed", () => {
  expect(answer("取消")).toMatch(/取消の理由は、出荷リストの「変更内容」を確認してください。$/);
});

test("a row that is in order says no more than where it is and how the order stands", () => {
  expect(answer("取込済")).toMatch(/「300 発送待ち」です。$/);
});

test("an order that left its target since the last import is told before its row says so", () => {
  expect(answer("取込済", { progress: 400 })).toMatch(
    /^出荷リストの2行目.*\n楽天のステータスが「400 変更確定待ち」です。変更・キャンセルの申請がRMSで確定するまで、出荷しないでください。[^「]*$/,
  );
  expect(answer("取込済", { progress: 900 })).toMatch(/出荷しないでください/);
});
