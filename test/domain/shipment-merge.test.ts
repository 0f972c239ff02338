import { expect, test } from "vitest";
import type { Order, Package } from "../../src/domain/order.ts";
import type { Progress } from "../../src/domain/progress.ts";
import type { Shipment } from "../../src/domain/shipment.ts";
import { isOpen, type MergeTexts, mergeOrder, unknownToShop } from "../../src/domain/shipment-merge.ts";

const now = new Date("2026-11-24T10:30:00+09:00");
const texts: MergeTexts = {
  fieldName: (field) => field,
  valueText: (field, shipment) => String(shipment[field] ?? ""),
};

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
  lines: [
    {
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
    },
  ],
  ...given,
});

const order = (given: Partial<Order> = {}): Order => ({
  number: "123456-20261124-0000000001",
  progress: 300,
  orderedAt: 46350,
  confirmedAt: null,
  payment: { code: 1, name: "クレジットカード" },
  deliveryMethod: "宅配便",
  wishedDate: null,
  wishedTerm: 0,
  remarks: "",
  gift: false,
  wrappings: [],
  ordererName: "見本 太郎",
  requestPrice: 1000,
  packages: [destination()],
  ...given,
});

const taken = (given: Partial<Order> = {}, known: readonly Shipment[] = [], intact = true): readonly Shipment[] => {
  const merged = mergeOrder(
    order(given),
    300,
    known.map((shipment) => ({ shipment, intact })),
    now,
    texts,
  );
  if ("skipped" in merged) throw new Error(merged.skipped);
  return merged.shipments;
};

test("an order at its target becomes one shipment a destination, with its lines", () => {
  const merged = mergeOrder(order({ packages: [destination(), destination({ basketId: 2 })] }), 300, [], now, texts);
  expect(merged).toMatchObject({
    shipments: [{ basketId: "1", state: "取込済", units: 2 }, { basketId: "2" }],
    lines: [{ basketId: "1", units: 2 }, { basketId: "2" }],
  });
});

test.each<Progress>([100, 200, 400, 500, 600, 700, 800, 900])(
  "an order at %i is not taken while the target is 300, and the reason names its progress",
  (progress) => {
    expect(mergeOrder(order({ progress }), 300, [], now, texts)).toMatchObject({
      skipped: expect.stringContaining(String(progress)),
    });
  },
);

test("what did not change stays 取込済", () => {
  expect(taken({}, taken())).toEqual(taken());
});

test("a changed address marks the row and says from what to what", () => {
  const [moved] = taken(
    { packages: [destination({ addressee: { ...destination().addressee, street: "試験町9" } })] },
    taken(),
  );
  expect(moved).toMatchObject({
    state: "変更あり",
    changes: "11/24 10:30 street: 見本町1 → 試験町9",
    street: "試験町9",
  });
});

test("earlier changes stay on record", () => {
  const [once] = taken({ packages: [destination({ noshi: "御祝" })] }, taken());
  const [twice] = taken({ packages: [destination({ noshi: "御礼" })] }, [once as Shipment]);
  expect(twice?.changes.split("\n")).toEqual(["11/24 10:30 noshi: （空） → 御祝", "11/24 10:30 noshi: 御祝 → 御礼"]);
});

test.each<[Progress, string]>([
  [800, "取消"],
  [900, "取消"],
  [400, "取消"],
  [500, "出荷済"],
  [700, "出荷済"],
])("a listed order that went to %i becomes %s", (progress, state) => {
  expect(taken({ progress }, taken())).toMatchObject([{ state }]);
});

test("a cancellation that was taken back is shown as a change", () => {
  const cancelled = taken({ progress: 800 }, taken());
  expect(taken({}, cancelled)).toMatchObject([{ state: "変更あり", changes: expect.stringContaining("に戻りました") }]);
});

test("a destination that left the order is withdrawn, one that joined it is announced", () => {
  const shipments = taken({ packages: [destination({ basketId: 2 })] }, taken());
  expect(shipments).toMatchObject([
    { basketId: "2", state: "変更あり", changes: expect.stringContaining("追加") },
    { basketId: "1", state: "取消" },
  ]);
});

test("a row that something else altered is restored, not reported as a change of the order", () => {
  const altered = { ...(taken()[0] as Shipment), street: "別の町" };
  expect(taken({}, [altered], false)).toMatchObject([{ state: "取込済", changes: "", street: "見本町1" }]);
});

test("an order that RMS no longer knows stays on its row and asks for a look", () => {
  const [row] = taken();
  const asked = unknownToShop(row as Shipment, now);
  expect(asked).toMatchObject({ state: "要確認", street: "見本町1" });
  expect(unknownToShop(asked, now)).toBe(asked);
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
