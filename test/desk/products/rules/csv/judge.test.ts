import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { refusalSummaries } from "../../../../../src/desk/products/rules/refusal.ts";
import { csvMaster } from "../../../../support/csv-import.ts";
import { csvRows } from "../../../../support/csv-rows.ts";

type Cells = Parameters<typeof csvRows>[1][number];

const normal = (...cells: readonly Cells[]) => csvRows("normal-item", cells);
const sku = (manageNumber: string, variantId: string, merchantSkuId: string, more: Cells = {}): Cells => ({
  manageNumber,
  variantId,
  merchantSkuId,
  ...more,
});
const codesOf = (changes: readonly { readonly row: { readonly productCode: string } }[]) =>
  changes.map(({ row }) => row.productCode);
const reasonsOf = (refusals: readonly { readonly reason: string }[]) => refusals.map(({ reason }) => reason);

describe("parts of a download", () => {
  const first = normal(sku("a", "1", "a1"), sku("a", "2", "a2"));
  const second = csvRows("normal-item", [sku("b", "1", "b1")], 1);

  test("one of them alone makes nothing 廃止; both find all that is known", () => {
    const desk = csvMaster("merchantSkuId");
    desk.imports([first, second]);
    expect(desk.judged(first)).toMatchObject({ unchanged: 2, added: [], changed: [], asked: [] });
    desk.imports([first]);
    expect([...desk.rows.values()].map(({ state }) => state)).toEqual(["", "", ""]);
    expect(desk.judged(first, second)).toMatchObject({ unchanged: 3, gone: { products: [], pages: [] } });
  });

  test("what they do not have becomes 廃止 by the operator's word alone, as the preview counted it", () => {
    const desk = csvMaster("merchantSkuId");
    desk.imports([first, second]);
    const less = normal(sku("a", "1", "a1"));
    expect(desk.judged(less).gone.products.map(({ productCode }) => productCode)).toEqual(["a2", "b1"]);
    desk.imports([less]);
    expect(desk.row("a2")?.state).toBe("");
    desk.imports([less], true);
    expect(["a1", "a2", "b1"].map((code) => desk.row(code)?.state)).toEqual(["", "廃止", "廃止"]);
    expect([...desk.stock.keys()]).toEqual(["a1", "a2", "b1"]);
    desk.imports([first]);
    expect(["a1", "a2", "b1"].map((code) => desk.row(code)?.state)).toEqual(["", "", "廃止"]);
  });

  test("an item with a refused row, or without its SKUs, is not gone", () => {
    const desk = csvMaster("merchantSkuId");
    desk.imports([first, second]);
    const doubtful = normal(sku("a", "1", "a1"), sku("a", "2", "a2", { price: "?" }), sku("b", "", ""));
    expect(desk.judged(doubtful).gone).toEqual({ products: [], pages: [] });
  });

  test("a row that people typed, and one that is 廃止 already, are not asked about", () => {
    const desk = csvMaster("merchantSkuId");
    desk.imports([first]);
    desk.rows.set("typed", { ...desk.row("a1")!, productCode: "typed", manageNumber: "", variantId: "" });
    desk.rows.set("a2", { ...desk.row("a2")!, state: "廃止" });
    expect(desk.judged(second).gone.products.map(({ productCode }) => productCode)).toEqual(["a1"]);
  });
});

describe("an item with its 商品番号 on its own row", () => {
  const file = normal(
    { manageNumber: "m1", itemNumber: "4900000000017" },
    sku("m1", "sku-a", "A-01"),
    sku("m1", "sku-b", ""),
  );

  test("by システム連携用SKU番号 the SKU without one is refused, and the item is no product", () => {
    const { added, refusals } = csvMaster("merchantSkuId").judged(file);
    expect(codesOf(added)).toEqual(["A-01"]);
    expect(refusals).toMatchObject([{ at: { record: 4 }, kind: "noCode" }]);
  });

  test("by 商品番号 both SKUs have it from their item, and are named as sharing it", () => {
    const desk = csvMaster("itemNumber");
    const { asked, added } = desk.judged(file);
    expect(codesOf(added)).toEqual([]);
    expect(asked).toMatchObject([
      {
        row: { productCode: "4900000000017", state: "要確認", question: expect.stringContaining("m1/sku-a、m1/sku-b") },
      },
    ]);
    desk.imports([file]);
    expect([...desk.stock.keys()]).toEqual([]);
  });
});

test("three stock choices without child numbers are named as sharing one code, and `s` rows are none of them", () => {
  const item = csvRows("item", [{ manageNumber: "x", itemNumber: "X", stockType: "2", acrossName: "サイズ" }]);
  const choice = (across: string, optionType = "i"): Cells => ({ manageNumber: "x", optionType, across });
  const select = csvRows("select", [choice("48cm"), choice("54cm"), choice("59cm"), choice("のし", "s")], 1);
  const { asked, added } = csvMaster("itemNumber").judged(item, select);
  expect(added).toEqual([]);
  expect(asked).toHaveLength(1);
  expect(asked[0]?.row.question).toMatch(/48cm.*54cm.*59cm/);
  expect(asked[0]?.row.question).not.toContain("のし");
});

test("by SKU管理番号 what RMS puts everywhere tells no items apart: all are refused", () => {
  const { added, refusals } = csvMaster("variantId").judged(
    normal(sku("m1", "normal-inventory", ""), sku("m2", "normal-inventory", "")),
  );
  expect(added).toEqual([]);
  expect(refusalSummaries(refusals)).toMatchObject([{ kind: "placeholder", count: 2 }]);
});

test("codes that Excel spoiled are not added, each with the code that it may have been", () => {
  const desk = csvMaster("merchantSkuId");
  desk.imports([normal(sku("m1", "a", "007"), sku("m2", "a", "1-2"))]);
  const { added, refusals } = desk.judged(
    normal(sku("m1", "a", "7"), sku("m2", "a", "2025/1/2"), sku("m3", "a", "4.90E+12"), sku("m4", "a", "4.90E+12")),
  );
  expect(added).toEqual([]);
  expect(reasonsOf(refusals)).toEqual([
    "Excelで壊れた可能性（007?）",
    "Excelで壊れた可能性（1-2?）",
    expect.stringContaining("4.90E+12"),
    expect.stringContaining("4.90E+12"),
  ]);
});

test("an item that gets SKUs keeps its stock row under its code, and its old SKU is never written again", () => {
  const desk = csvMaster("merchantSkuId");
  desk.imports([normal(sku("m1", "normal-inventory", "S1"))]);
  const after = normal(sku("m1", "s", "S1"), sku("m1", "l", "S2"));
  desk.imports([after]);
  expect(desk.row("S1")).toMatchObject({ manageNumber: "m1", variantId: "s", otherPairs: "", question: "" });
  expect([...desk.stock]).toEqual([
    ["S1", "S1"],
    ["S2", "S2"],
  ]);
  expect(desk.judged(after)).toMatchObject({ unchanged: 2, changed: [], gone: { products: [] } });
});

test("goods that are sold on two pages are named, and once allowed are one product", () => {
  const desk = csvMaster("merchantSkuId");
  const file = normal(sku("m1", "a", "X"), sku("m2", "b", "X"));
  desk.imports([file]);
  expect(desk.row("X")).toMatchObject({ state: "要確認", question: expect.stringContaining("m1/a、m2/b") });
  desk.rows.set("X", { ...desk.row("X")!, confirmed: true });
  desk.imports([file]);
  expect(desk.row("X")).toMatchObject({ state: "", question: "", otherPairs: "m2/b" });
  expect([...desk.stock.keys()]).toEqual(["X"]);
});

test("where RMS does not count, 楽天在庫数 is blank and not 0", () => {
  const items = csvRows("item", [
    { manageNumber: "m1", stockType: "0", shopStock: "" },
    { manageNumber: "m2", stockType: "1", shopStock: "0" },
  ]);
  const merged = csvMaster("manageNumber").imports([items]);
  expect(merged.flatMap(({ shopStock }) => shopStock)).toEqual([
    { productCode: "m1", shopStock: null },
    { productCode: "m2", shopStock: 0 },
  ]);
});

test("codes of セット商品 are refused, however they are spelled", () => {
  const desk = csvMaster("merchantSkuId");
  const { added, refusals } = desk.judged(normal(sku("m1", "a", "SET-1"), sku("m2", "a", "B")));
  expect([codesOf(added), refusals]).toEqual([["SET-1", "B"], []]);
});

test("the sizes of chunks make no difference to what is written, nor does a second import change anything", () => {
  const cells = fc.record({
    manageNumber: fc.constantFrom("m1", "m2", "m3"),
    variantId: fc.constantFrom("a", "b", "normal-inventory"),
    merchantSkuId: fc.constantFrom("", "X", "Y", "Z", "7", "007"),
    shopStock: fc.constantFrom("", "3"),
  });
  const file = fc.array(cells, { maxLength: 8 }).map((rows) => normal(...rows));
  fc.assert(
    fc.property(file, file, (before, after) => {
      const [small, large] = [csvMaster("merchantSkuId", 1), csvMaster("merchantSkuId", 100)];
      for (const one of [before, after])
        for (const desk of [small, large]) {
          desk.imports([one]);
          expect(desk.imports([one]).flatMap(({ changes }) => changes)).toEqual([]);
        }
      const byCode = ({ rows }: typeof small) =>
        [...rows.values()].sort((a, b) => (a.productCode < b.productCode ? -1 : 1));
      expect(byCode(small)).toEqual(byCode(large));
      expect([...small.stock.keys()].sort()).toEqual([...large.stock.keys()].sort());
    }),
    { numRuns: 300 },
  );
});
