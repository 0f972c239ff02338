import { expect, test } from "vitest";
import { moveStock } from "../../../src/rms/inventory/move-stock.ts";
import { answering, openRms, type RmsDesk, thrown } from "../../support/rms-port.ts";

const sku = (name: string) => ({ manageNumber: name, variantId: "Sku-1" });
const move = (name: string, difference: number) => ({ ...sku(name), difference });

function opened(stock: Readonly<Record<string, number>>): RmsDesk {
  const desk = openRms();
  for (const [name, quantity] of Object.entries(stock))
    desk.shop.setStock(name, "Sku-1", quantity, { operationLeadTime: { normalDeliveryTimeId: 4 } });
  return desk;
}

const stockOf = ({ shop }: RmsDesk, name: string) => shop.stock(name, "Sku-1")?.quantity;

test("stocks move by what is sent, in one call, and keep their lead times", () => {
  const desk = opened({ a: 10, b: 10 });
  expect(moveStock(desk.rms, [move("a", -3), move("b", 5)])).toEqual([]);
  expect([stockOf(desk, "a"), stockOf(desk, "b")]).toEqual([7, 15]);
  expect(desk.shop.stock("a", "Sku-1")).toMatchObject({ operationLeadTime: { normalDeliveryTimeId: 4 } });
  expect(desk.rms.calls()).toBe(1);
});

test("a sale between read and write stays sold", () => {
  const desk = opened({ a: 10 });
  desk.faults.next("inventories.bulk.upsert", { shop: (shop) => shop.moveStock("a", "Sku-1", -1) });
  moveStock(desk.rms, [move("a", -3)]);
  expect(stockOf(desk, "a")).toBe(6);
});

test.each([
  ["below zero", move("b", -11), "0～99999", "IE0117"],
  ["above what RMS takes", move("b", 99_990), "0～99999", "IE0117"],
  ["a SKU without stock in RMS", move("nowhere", 1), "登録がありません", "IE0500"],
  ["a number that is none of RMS's", move("商品", 1), "値を楽天が受け付けません", "IE0002"],
])("one row that RMS refuses (%s) is named with the reason, and none is moved", (_, bad, reason, code) => {
  const desk = opened({ a: 10, b: 10, c: 10 });
  const refused = moveStock(desk.rms, [move("a", 1), bad, move("c", 1)]);
  expect(refused).toEqual([{ move: bad, reason: expect.stringMatching(`${reason}.*（${code}）$`) }]);
  expect(["a", "b", "c"].map((name) => stockOf(desk, name))).toEqual([10, 10, 10]);
  expect(moveStock(desk.rms, [move("a", 1), move("c", 1)])).toEqual([]);
  expect(["a", "b", "c"].map((name) => stockOf(desk, name))).toEqual([11, 10, 11]);
});

test.each([
  ["503", { status: 503 }, 10],
  ["500", { status: 500 }, 10],
  ["no answer", { transport: "hang" }, 10],
  ["an answer that got lost", { transport: "reset", after: true }, 13],
] as const)(
  "after %s nothing is sent a second time, and nobody claims to know what became of it",
  (_, fault, after) => {
    const desk = opened({ a: 10 });
    desk.faults.next("inventories.bulk.upsert", fault);
    expect(thrown(() => moveStock(desk.rms, [move("a", 3)]))).toMatchObject({ remedy: "wait", effect: "unknown" });
    expect(stockOf(desk, "a")).toBe(after);
    expect(desk.rms.calls()).toBe(1);
  },
);

test.each([
  ["an overload", { status: 429 }],
  ["a key that is over", { status: 401 }],
] as const)("%s is no row's fault: nothing was moved, and the call says so", (_, fault) => {
  const desk = opened({ a: 10 });
  desk.faults.next("inventories.bulk.upsert", fault);
  expect(thrown(() => moveStock(desk.rms, [move("a", 3)]))).toMatchObject({ effect: "none" });
  expect(stockOf(desk, "a")).toBe(10);
  expect(desk.rms.calls()).toBe(1);
});

test("the same SKU twice is our mistake, and is not sent", () => {
  const desk = opened({ a: 10 });
  expect(thrown(() => moveStock(desk.rms, [move("a", 3), move("A", 3)]))).toMatchObject({ remedy: "report" });
  expect(desk.rms.calls()).toBe(0);
});

test("while RMS is read-only nothing is moved, and no row is blamed", () => {
  const desk = opened({ a: 10 });
  desk.shop.state.mode = "readOnly";
  expect(thrown(() => moveStock(desk.rms, [move("a", 3)]))).toMatchObject({ remedy: "wait", effect: "none" });
  expect(stockOf(desk, "a")).toBe(10);
});

test("all the rows that one answer names are given back", () => {
  const named = (row: number) => ({
    code: "IE0117",
    message: "",
    metadata: { propertyPath: `inventories[${row}].quantity` },
  });
  const { rms } = answering({ status: 400, body: JSON.stringify({ errors: [named(2), named(0)] }) });
  const refused = moveStock(rms, [move("a", 1), move("b", 1), move("c", 1)]);
  expect(refused.map((one) => one.move.manageNumber).sort()).toEqual(["a", "c"]);
});
