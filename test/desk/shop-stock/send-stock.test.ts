import { expect, test } from "vitest";
import { openOutcomes } from "../../../src/desk/shop-stock/rules/outcomes.ts";
import { WAITING } from "../../../src/desk/shop-stock/rules/texts.ts";
import type { SkuStep } from "../../../src/desk/shop-stock/rules/update-plan.ts";
import { sendStock } from "../../../src/desk/shop-stock/send-stock.ts";
import { openRms, type RmsDesk } from "../../support/rms-port.ts";

/** SKUs that show 5 and shall show 7. */
const steps = (count: number): SkuStep[] =>
  Array.from({ length: count }, (_, at) => ({
    productCode: `p${at}`,
    pair: { manageNumber: `p${at}`, unit: "1", asked: false, movedTo: "" },
    from: 5,
    to: 7,
  }));

function opened(count: number) {
  const desk = openRms({ skus: 0 });
  const wanted = steps(count);
  for (const { productCode } of wanted) desk.shop.setStock(productCode, "1", 5);
  return { desk, wanted, outcomes: openOutcomes(wanted, { kind: "waiting", text: WAITING }) };
}

const sending = ({ desk, outcomes }: ReturnType<typeof opened>) => ({
  rms: desk.rms,
  now: desk.clock.now,
  hasTime: () => true,
  outcomes,
  save: () => {},
  progress: () => {},
});
const stockOf = ({ shop }: RmsDesk, code: string) => shop.stock(code, "1")?.quantity;

test("when the time is up, the parts that are left wait for the next run", () => {
  const one = opened(900);
  let parts = 0;
  sendStock(one.wanted, { ...sending(one), hasTime: () => parts++ < 2 });
  expect([one.outcomes.count("updated"), one.outcomes.count("waiting")]).toEqual([800, 100]);
  expect([stockOf(one.desk, "p799"), stockOf(one.desk, "p800")]).toEqual([7, 5]);
});

test("each part costs one look and one call, and the sheet knows of it before it is sent", () => {
  const one = opened(401);
  const sent: number[] = [];
  sendStock(one.wanted, { ...sending(one), save: () => void sent.push(one.outcomes.count("sending")) });
  expect(sent).toEqual([400, 1]);
  expect(one.desk.rms.calls()).toBe(4);
});

test("when the sheet was so slow that what it says may be over, nothing is sent", () => {
  const one = opened(2);
  sendStock(one.wanted, { ...sending(one), save: () => one.desk.clock.forward(61_000) });
  expect(one.outcomes.count("waiting")).toBe(2);
  expect([stockOf(one.desk, "p0"), one.desk.rms.calls()]).toEqual([5, 1]);
});

test("what changed while RMS refused another row is not sent again, whoever changed it", () => {
  const one = opened(3);
  one.desk.faults.next("inventories.bulk.upsert", { shop: (shop) => shop.removeStock("p0", "1") });
  one.desk.faults.next("inventories.bulk.get", null, { shop: (shop) => shop.setStock("p1", "1", 7) });
  const faults = sendStock(one.wanted, sending(one));
  expect(faults).toEqual([{ subject: "p0", reason: expect.stringContaining("IE0500") }]);
  expect(["p1", "p2"].map((code) => stockOf(one.desk, code))).toEqual([7, 7]);
  expect(one.wanted.map((step) => one.outcomes.of(step).kind)).toEqual(["refused", "waiting", "updated"]);
});

test("a SKU that vanished from the shop since the first look is left alone, with the reason", () => {
  const one = opened(2);
  one.desk.shop.removeStock("p0", "1");
  sendStock(one.wanted, sending(one));
  expect(one.outcomes.of(one.wanted[0] as SkuStep).text).toMatch(/^見送り: 楽天に在庫の登録がない/);
  expect(stockOf(one.desk, "p1")).toBe(7);
});

test("when the shop cannot be looked at, nothing is sent and the rest waits", () => {
  const one = opened(2);
  one.desk.faults.next("inventories.bulk.get", ...Array(4).fill({ status: 503 }));
  let saved = 0;
  expect(() => sendStock(one.wanted, { ...sending(one), save: () => saved++ })).toThrow("応答できない");
  expect([one.outcomes.count("waiting"), saved, stockOf(one.desk, "p0")]).toEqual([2, 1, 5]);
});

test("a key that ended in the middle moves nothing: the part waits, and is not taken for sent", () => {
  const one = opened(2);
  one.desk.faults.next("inventories.bulk.upsert", { status: 401 });
  expect(() => sendStock(one.wanted, sending(one))).toThrow("キー");
  expect([one.outcomes.count("waiting"), one.outcomes.count("unknown")]).toEqual([2, 0]);
});
