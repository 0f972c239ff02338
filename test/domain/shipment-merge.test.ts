import { expect, test } from "vitest";
import type { Line, Order, Package } from "../../src/domain/order.ts";
import type { Progress } from "../../src/domain/progress.ts";
import type { Shipment, ShipmentRules } from "../../src/domain/shipment.ts";
import {
  isOpen,
  type KnownOrder,
  type MergeContext,
  mergeOrder,
  unknownToShop,
} from "../../src/domain/shipment-merge.ts";

const now = new Date("2026-11-24T10:30:00+09:00");
const rules: ShipmentRules = {
  delivery: () => ({ carrier: "1001", service: "ヤマト宅急便", temperature: "常温", leadDays: 2 }),
  band: () => "1416",
  productCode: (line) => line.manageNumber,
  productCodeName: "商品管理番号",
};
const context = (given: Partial<ShipmentRules> = {}): MergeContext => ({
  target: 300,
  excluded: false,
  rules: { ...rules, ...given },
  now,
  texts: { fieldName: (field) => field, valueText: (field, shipment) => String(shipment[field] ?? "") },
});
const NOTHING: KnownOrder = { shipments: [], lines: [] };

const line = (given: Partial<Line> = {}): Line => ({
  detailId: 1,
  manageNumber: "item-1",
  itemNumber: "",
  variantId: "sku-1",
  merchantSkuId: "",
  name: "見本品",
  variation: "",
  choice: "",
  units: 2,
  price: 500,
  postageIncluded: false,
  ...given,
});

const destination = (given: Partial<Package> = {}): Package => ({
  basketId: 1,
  addressee: {
    name: "見本 太郎",
    kana: "",
    postcode: "100-0000",
    prefecture: "東京都",
    city: "架空区",
    street: "見本町1",
    phone: "000-0000-0000",
  },
  noshi: "",
  goodsPrice: 1000,
  postage: 0,
  codFee: 0,
  dropOff: "",
  island: false,
  awaiting: null,
  lines: [line()],
  ...given,
});

const order = (given: Partial<Order> = {}): Order => ({
  number: "123456-20261124-0000000001",
  progress: 300,
  orderedAt: 46350,
  confirmedAt: null,
  payment: { code: 1, name: "クレジットカード" },
  deliveryMethod: "宅配便",
  temperature: "",
  wishedDate: null,
  wishedTerm: 0,
  remarks: "",
  gift: false,
  wrappings: [],
  ordererName: "見本 太郎",
  requestPrice: 1000,
  nextDay: false,
  sameDay: false,
  packages: [destination()],
  ...given,
});

/** What the list has after an import of this order. */
const merged = (given: Partial<Order> = {}, known = NOTHING, given2: Partial<ShipmentRules> = {}) => {
  const result = mergeOrder(order(given), known, context(given2));
  if ("skipped" in result) throw new Error(result.skipped);
  return result;
};
const listed = (given: Partial<Order> = {}, rules2: Partial<ShipmentRules> = {}): KnownOrder =>
  asKnown(merged(given, NOTHING, rules2));
const asKnown = ({ shipments, lines }: ReturnType<typeof merged>): KnownOrder => ({
  shipments: shipments.map((shipment) => ({ shipment, intact: true })),
  lines: lines.map((each) => ({ line: each, intact: true })),
});
const taken = (given: Partial<Order> = {}, known = NOTHING, given2: Partial<ShipmentRules> = {}): readonly Shipment[] =>
  merged(given, known, given2).shipments;

test("an order at its target becomes one shipment a destination, with its lines", () => {
  expect(merged({ packages: [destination(), destination({ basketId: 2 })] })).toMatchObject({
    shipments: [{ basketId: "1", state: "取込済", units: 2 }, { basketId: "2" }],
    lines: [{ basketId: "1", units: 2 }, { basketId: "2" }],
  });
});

test.each<Progress>([100, 200, 400, 500, 600, 700, 800, 900])(
  "an order at %i is not taken while the target is 300, and the reason names its progress",
  (progress) => {
    expect(mergeOrder(order({ progress }), NOTHING, context())).toMatchObject({
      skipped: expect.stringContaining(String(progress)),
    });
  },
);

test("what did not change stays 取込済", () => {
  expect(taken({}, listed())).toEqual(taken());
});

test("a changed address marks the row and says from what to what", () => {
  const [moved] = taken(
    { packages: [destination({ addressee: { ...destination().addressee, street: "試験町9" } })] },
    listed(),
  );
  expect(moved).toMatchObject({
    state: "変更あり",
    changes: "11/24 10:30 street: 見本町1 → 試験町9",
    street: "試験町9",
  });
});

test("earlier changes stay on record", () => {
  const once = asKnown(merged({ packages: [destination({ noshi: "御祝" })] }, listed()));
  const [twice] = taken({ packages: [destination({ noshi: "御礼" })] }, once);
  expect(twice?.changes.split("\n")).toEqual(["11/24 10:30 noshi: （空） → 御祝", "11/24 10:30 noshi: 御祝 → 御礼"]);
});

test.each<[Progress, string]>([
  [800, "取消"],
  [900, "取消"],
  [400, "取消"],
  [500, "出荷済"],
  [700, "出荷済"],
])("a listed order that went to %i becomes %s", (progress, state) => {
  expect(taken({ progress }, listed())).toMatchObject([{ state }]);
});

test("a cancellation that was taken back is shown as a change", () => {
  const cancelled = asKnown(merged({ progress: 800 }, listed()));
  expect(taken({}, cancelled)).toMatchObject([{ state: "変更あり", changes: expect.stringContaining("に戻りました") }]);
});

test("a destination that left the order is withdrawn, one that joined it is announced", () => {
  const shipments = taken({ packages: [destination({ basketId: 2 })] }, listed());
  expect(shipments).toMatchObject([
    { basketId: "2", state: "変更あり", changes: expect.stringContaining("追加") },
    { basketId: "1", state: "取消" },
  ]);
});

test("a row that something else altered is restored, not reported as a change of the order", () => {
  const shipment = { ...(taken()[0] as Shipment), street: "別の町" };
  expect(taken({}, { ...listed(), shipments: [{ shipment, intact: false }] })).toMatchObject([
    { state: "取込済", changes: "", street: "見本町1" },
  ]);
});

test("an order that RMS no longer knows stays on its row and asks for a look", () => {
  const [row] = taken();
  const asked = unknownToShop(row as Shipment);
  expect(asked).toMatchObject({ state: "要確認", street: "見本町1" });
  expect(unknownToShop(asked)).toEqual(asked);
  expect(taken({}, { shipments: [{ shipment: asked, intact: true }], lines: listed().lines })).toEqual(taken());
});

test.each<[string, boolean]>([
  ["300 発送待ち", true],
  ["800 キャンセル確定待ち", true],
  ["500 発送済", false],
  ["900 キャンセル確定", false],
  ["", true],
])("a row at %j is refreshed: %s", (progress, open) => {
  expect(isOpen({ progress })).toBe(open);
});

test("an order with an excluded payment method does not join the list; one that is on it goes on", () => {
  const excluded = { ...context(), excluded: true };
  expect(mergeOrder(order(), NOTHING, excluded)).toEqual({ skipped: expect.stringContaining("取込対象外の支払方法") });
  expect(mergeOrder(order(), listed(), excluded)).toMatchObject({ shipments: [{ state: "取込済" }] });
});

test("a row that falls out because the target changed says so, and not that its order moved", () => {
  const merged = mergeOrder(order(), listed(), { ...context(), target: 100 });
  expect(merged).toMatchObject({
    shipments: [
      { state: "取消", changes: expect.stringContaining("連携対象ステータスの変更により、対象外になりました") },
    ],
  });
});

test("every pair of target and progress: an order is taken exactly where they are the same", () => {
  const all: Progress[] = [100, 200, 300, 400, 500, 600, 700, 800, 900];
  const hits = all.flatMap((target) =>
    all.filter((progress) => "shipments" in mergeOrder(order({ progress }), NOTHING, { ...context(), target })),
  );
  expect(hits).toEqual(all);
});

const withLines = (...lines: Line[]): Partial<Order> => ({ packages: [destination({ lines })] });

test.each<[string, Line[], string]>([
  ["another quantity", [line({ units: 3 })], "数量: 見本品 2 → 3"],
  ["one product more", [line(), line({ detailId: 2, name: "おまけ", units: 1 })], "商品追加: おまけ ×1"],
  ["another choice", [line({ choice: "色:赤" })], "項目選択肢: 見本品 （空） → 色:赤"],
])("%s is told on the shipment's row", (_, lines, change) => {
  expect(taken(withLines(...lines), listed())).toMatchObject([{ state: "変更あり", changes: `11/24 10:30 ${change}` }]);
});

test("a product that left the order is told, and its line stays with nothing to pack", () => {
  const two = listed(withLines(line(), line({ detailId: 2, name: "おまけ", units: 1 })));
  const after = merged({}, two);
  expect(after.shipments[0]?.changes).toBe("11/24 10:30 商品削除: おまけ ×1");
  expect(after.lines).toMatchObject([{ detailId: "1" }, { detailId: "2", units: 0 }]);
  expect(merged({}, asKnown(after)).shipments[0]?.changes).toBe("11/24 10:30 商品削除: おまけ ×1");
});

test("a line that people deleted from the sheet is no change of the order", () => {
  expect(taken({}, { ...listed(), lines: [] })).toEqual(taken());
});

const awaited = { ...destination().addressee, prefecture: "入力待ち", city: "入力待ち", street: "入力待ち" };
const gift = (given: Partial<Package> = {}): Partial<Order> => ({
  packages: [destination({ addressee: awaited, awaiting: { until: 46356 }, ...given })],
});

test("a social gift whose address is awaited is held with its reason, and taken plainly once the address is there", () => {
  expect(taken(gift())).toMatchObject([{ state: "保留", questions: expect.stringContaining("入力期限は 2026/11/30") }]);
  expect(taken({}, listed(gift()))).toMatchObject([{ state: "取込済", questions: "", changes: "", city: "架空区" }]);
});

test("a held gift whose quantity changes meanwhile is 変更あり after its release", () => {
  const changed = asKnown(merged(gift({ lines: [line({ units: 5 })] }), listed(gift())));
  expect(changed.shipments[0]?.shipment.state).toBe("保留");
  expect(taken(withLines(line({ units: 5 })), changed)).toMatchObject([{ state: "変更あり" }]);
});

test("an unmapped delivery method makes the row 要確認 by name; once it is filled in, the row is as any other", () => {
  const open = listed({}, { delivery: () => "unmapped" });
  expect(open.shipments[0]?.shipment).toMatchObject({
    state: "要確認",
    questions: expect.stringContaining("「宅配便」"),
  });
  expect(taken({}, open)).toEqual(taken());
});

test("values that no master knows are handed on for the masters, and those of rows that are over are not", () => {
  const unknown = { delivery: () => "unknown" as const };
  expect(merged({}, NOTHING, unknown).unknown).toEqual([{ kind: "delivery", method: "宅配便" }]);
  expect(merged({ progress: 900 }, listed(), unknown).unknown).toEqual([]);
});

test("a line without a product code makes the row 要確認 and names the line", () => {
  expect(
    taken(withLines(line(), line({ detailId: 2, name: "無番品" })), NOTHING, {
      productCode: ({ name }) => (name === "無番品" ? "" : "1"),
    }),
  ).toMatchObject([{ state: "要確認", questions: "商品「無番品」に商品コード（商品管理番号）がありません。" }]);
});

test.each<[string, Partial<Order>, string]>([
  ["取消 before 保留", { ...gift(), progress: 900 }, "取消"],
  ["保留 before 要確認", gift(), "保留"],
  ["要確認 before 変更あり", withLines(line({ units: 9 })), "要確認"],
])("what weighs more is shown: %s", (_, given, state) => {
  const [row] = taken(given, listed({}, { delivery: () => "unmapped" }), { delivery: () => "unmapped" });
  expect(row?.state).toBe(state);
});

test("a change that 要確認 hid comes up as 変更あり once all is settled", () => {
  const unmapped = { delivery: () => "unmapped" as const };
  const hidden = asKnown(merged(withLines(line({ units: 9 })), listed({}, unmapped), unmapped));
  expect(taken(withLines(line({ units: 9 })), hidden)).toMatchObject([
    { state: "変更あり", changes: "11/24 10:30 数量: 見本品 2 → 9" },
  ]);
});
