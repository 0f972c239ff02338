import { expect, test } from "vitest";
import { type Pair, pairName } from "../../../../src/desk/products/rules/pair.ts";
import { limitsOf } from "../../../../src/desk/shop-stock/rules/limits.ts";
import type { ShopProduct } from "../../../../src/desk/shop-stock/rules/skip.ts";
import { doneText, EVEN, unknownText, WAITING } from "../../../../src/desk/shop-stock/rules/texts.ts";
import { planText, type ShopRow, updatePlan } from "../../../../src/desk/shop-stock/rules/update-plan.ts";
import { updatePreview } from "../../../../src/desk/shop-stock/rules/update-preview.ts";
import type { Figure } from "../../../../src/desk/stock/rules/figures.ts";

const figure = (sellable: number | null, given: Partial<Figure> = {}): Figure => ({
  onHand: sellable,
  reserved: 0,
  unshipped: 0,
  safety: 0,
  sellable,
  question: "",
  ...given,
});
const pair = (name: string, given: Partial<Pair> = {}): Pair => {
  const [manageNumber = "", unit = ""] = name.split("/");
  return { manageNumber, unit, asked: false, movedTo: "", ...given };
};
const limits = limitsOf({ stockBuffer: null, stockShare: null, stockLimit: null, stockFloor: null });
const product = (pairs: readonly Pair[], given: Partial<ShopProduct> = {}): ShopProduct => ({
  state: "",
  stockControl: "通常",
  pairs,
  limits: "share" in limits ? limits : undefined,
  ...given,
});
const row = (productCode: string, given: Partial<ShopRow> = {}): ShopRow => ({
  productCode,
  figure: figure(7),
  taken: 0,
  product: product([pair(`${productCode}/1`)]),
  text: "",
  isHeld: false,
  ...given,
});

const levels = (known: Readonly<Record<string, number>>) => (one: Pair) => known[pairName(one)];
const planned = (rows: readonly ShopRow[], known: Readonly<Record<string, number>>, stopShare = 100) =>
  updatePlan(rows, { levelOf: levels(known), stop: { stopShare, stopAmount: 100 } });
/** 楽天に登録する数 and 楽天の更新 before anything is sent. */
const cells = (rows: readonly ShopRow[], known: Readonly<Record<string, number>>) =>
  planned(rows, known).rows.map((one) => [one.target, planText(one, () => WAITING)]);

test("only what differs is to be sent, from what the shop has to what it shall have", () => {
  const { steps, even, skipped } = planned([row("a"), row("b")], { "a/1": 5, "b/1": 7 });
  expect(steps).toMatchObject([{ productCode: "a", from: 5, to: 7 }]);
  expect({ even, skipped }).toEqual({ even: 1, skipped: {} });
  expect(cells([row("a"), row("b")], { "a/1": 5, "b/1": 7 })).toEqual([
    [7, WAITING],
    [7, EVEN],
  ]);
});

test.each([
  ["未棚卸", row("a", { figure: figure(null) })],
  ["未棚卸", row("a", { figure: undefined })],
  ["楽天で在庫を管理していない商品", row("a", { product: product([pair("a/1")], { stockControl: "なし" }) })],
  ["在庫が無制限の商品", row("a", { product: product([pair("a/1")], { stockControl: "無制限" }) })],
  ["頒布会の商品", row("a", { product: product([pair("a/1")], { stockControl: "頒布会" }) })],
  ["楽天にない商品", row("a", { product: product([pair("a/1")], { state: "廃止" }) })],
  ["「商品マスタ」の確認事項", row("a", { product: product([pair("a/1")], { state: "要確認" }) })],
  ["「在庫」の確認事項", row("a", { figure: figure(7, { question: "セットの誤り" }) })],
  ["引当可能数を計算できない", row("a", { figure: figure(null, { onHand: 7 }) })],
  ["「商品マスタ」の入力に確認が必要", row("a", { product: product([pair("a/1")], { limits: undefined }) })],
  ["「商品マスタ」にない商品コード", row("a", { product: undefined })],
  ["楽天のどの商品か分からない", row("a", { product: product([]) })],
  ["「商品マスタ」の確認事項", row("a", { product: product([pair("a/1", { asked: true })]) })],
  ["「商品マスタ」の確認事項", row("a", { product: product([pair("a/1", { movedTo: "b" })]) })],
  ["SKU管理番号のない", row("a", { product: product([pair("a/（カラー:赤）")]) })],
  ["楽天に在庫の登録がない", row("a", { product: product([pair("other/1")]) })],
])("nothing is sent for a row for this reason: %s", (reason, given) => {
  const { steps, skipped } = planned([given], { "a/1": 5 });
  expect(steps).toEqual([]);
  expect(Object.entries(skipped)).toEqual([[expect.stringContaining(reason), 1]]);
  expect(cells([given], { "a/1": 5 }).map(([, text]) => text)).toEqual([expect.stringMatching(`^見送り: .*${reason}`)]);
});

test("a product in 倉庫, and one whose way of counting no source told, are sent", () => {
  const rows = [
    row("a", { product: product([pair("a/1")], { state: "倉庫" }) }),
    row("b", { product: product([pair("b/1")], { stockControl: "" }) }),
  ];
  expect(planned(rows, { "a/1": 5, "b/1": 5 }).steps).toHaveLength(2);
});

test("what is free is negative: the shop shows nothing", () => {
  expect(planned([row("a", { figure: figure(-5) })], { "a/1": 5 }).steps).toMatchObject([{ from: 5, to: 0 }]);
});

test("what the shop says has left, or waits, is not offered again, and the row says so until that is over", () => {
  const rows = [row("a", { taken: 3 })];
  expect(planned(rows, { "a/1": 7 }).steps).toMatchObject([{ from: 7, to: 4 }]);
  const remark = "※ 楽天で発送済か変更確定待ちの3個を除いています。";
  expect(cells(rows, { "a/1": 4 })).toEqual([[4, `${EVEN}\n${remark}`]]);
  expect(cells([row("a", { text: `${EVEN}\n${remark}` })], { "a/1": 7 })).toEqual([[7, EVEN]]);
});

test("each SKU of a code that several pages sell gets the same number, and says what became of it", () => {
  const rows = [row("a", { product: product([pair("x/1"), pair("y/1"), pair("z/1"), pair("w/1", { asked: true })]) })];
  const known = { "x/1": 5, "y/1": 7 };
  expect(planned(rows, known).steps).toMatchObject([{ pair: { manageNumber: "x" }, to: 7 }]);
  const [text] = cells(rows, known).map(([, said]) => String(said).split("\n"));
  expect(text).toEqual([
    "x/1: 送信待ち",
    "y/1: 楽天と一致",
    expect.stringMatching("^z/1: 見送り: 楽天に在庫の登録がない"),
    expect.stringMatching("^w/1: 見送り: 「商品マスタ」の確認事項"),
  ]);
});

test("a SKU that two codes claim is sent for neither", () => {
  const rows = [
    row("a", { product: product([pair("x/1")]) }),
    row("b", { product: product([pair("x/1"), pair("b/1")]) }),
  ];
  const { steps, skipped } = planned(rows, { "x/1": 5, "b/1": 5 });
  expect(steps).toMatchObject([{ productCode: "b", pair: { manageNumber: "b" } }]);
  expect(Object.entries(skipped)).toEqual([[expect.stringContaining("2つの商品コード"), 2]]);
});

test("a row whose last update may still take effect stays as it is", () => {
  const { rows, steps, skipped } = planned([row("a", { isHeld: true, text: unknownText(new Date()) })], { "a/1": 5 });
  expect([rows, steps]).toEqual([[], []]);
  expect(Object.entries(skipped)).toEqual([[expect.stringContaining("3分ほどおいて"), 1]]);
});

test("a row that an earlier run brought in step keeps saying when, until something is to be done", () => {
  const text = doneText(new Date("2026-11-24T10:30:00+09:00"), 5, 7);
  expect(cells([row("a", { text })], { "a/1": 7 })).toEqual([[7, "更新済 11/24 10:30（5 → 7）"]]);
  expect(cells([row("a", { text })], { "a/1": 6 })).toEqual([[7, WAITING]]);
  expect(cells([row("a", { text: unknownText(new Date()) })], { "a/1": 7 })).toEqual([[7, EVEN]]);
});

test("a plan that empties most of the shop says that it is not to be carried out", () => {
  const rows = ["a", "b", "c"].map((code) => row(code, { figure: figure(code === "c" ? 7 : 0) }));
  const known = { "a/1": 5, "b/1": 5, "c/1": 7 };
  expect(planned(rows, known, 67).stop).toBeUndefined();
  expect(planned(rows, known, 66).stop).toContain("何も書き込みません");
});

test("the preview begins with what goes to zero", () => {
  const rows = [row("a"), row("b", { figure: figure(0) })];
  const preview = updatePreview(planned(rows, { "a/1": 5, "b/1": 5 }), (code) => `品${code}`);
  expect(preview).toEqual({
    changes: [
      { productCode: "b", name: "品b", sku: "b/1", from: 5, to: 0 },
      { productCode: "a", name: "品a", sku: "a/1", from: 5, to: 7 },
    ],
    even: 0,
    skipped: {},
    stop: "",
  });
});
