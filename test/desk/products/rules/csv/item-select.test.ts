import { describe, expect, test } from "vitest";
import { csvRows, listingsIn, reasonsIn } from "../../../../support/csv-rows.ts";

type Cells = Parameters<typeof csvRows>[1][number];

const read = (items: readonly Cells[], choices: readonly Cells[] = []) =>
  listingsIn(csvRows("item", items, 0), csvRows("select", choices, 1));
const listing = (items: readonly Cells[], choices?: readonly Cells[]) =>
  read(items, choices).listings.map((one) => one.listing);

const shoe: Cells = {
  manageNumber: "shoe",
  itemNumber: "S",
  name: "架空の靴",
  stockType: "2",
  acrossName: "サイズ",
  downName: "色",
};
const choice = (across: string, ids: Cells = {}): Cells => ({
  manageNumber: "shoe",
  optionType: "i",
  across,
  down: "",
  choiceStock: "3",
  acrossId: "",
  downId: "",
  ...ids,
});

test.each([
  ["0", { stockControl: "none", shopStock: null }],
  ["1", { stockControl: "counted", shopStock: 7 }],
])("an item of 在庫タイプ %s is one product with the stock %j", (stockType, expected) => {
  expect(listing([{ manageNumber: "m1", itemNumber: "A", stockType, shopStock: "7" }])).toMatchObject([
    { manageNumber: "m1", variantId: "", itemNumber: "A", ...expected },
  ]);
});

test("choices with a stock of their own are products, whose 商品番号 ends in their child numbers", () => {
  expect(
    listing(
      [shoe],
      [
        choice("23cm", { acrossId: "-23", downId: "-r", down: "赤" }),
        choice("24cm", { acrossId: "-24", downId: "-r", down: "赤" }),
      ],
    ),
  ).toMatchObject([
    { variantId: "-23-r", itemNumber: "S-23-r", name: "架空の靴", variation: "サイズ:23cm\n色:赤", shopStock: 3 },
    { variantId: "-24-r", itemNumber: "S-24-r", variation: "サイズ:24cm\n色:赤" },
  ]);
});

test("choices without child numbers stay apart by what the buyer reads, and share one code", () => {
  const found = listing([shoe], [choice("48cm"), choice("54cm"), choice("59cm"), choice("59cm")]);
  expect(found.map(({ itemNumber, variation }) => [itemNumber, variation])).toEqual([
    ["S", "サイズ:48cm"],
    ["S", "サイズ:54cm"],
    ["S", "サイズ:59cm"],
  ]);
});

test("choices of a product without 商品番号 have none from their child numbers alone", () => {
  expect(listing([{ ...shoe, itemNumber: "" }], [choice("48cm", { acrossId: "-48" })])).toMatchObject([
    { itemNumber: "" },
  ]);
});

test("what only asks the buyer something is no product", () => {
  const asks = (optionType: string): Cells => ({ ...choice("のし"), optionType });
  expect(listing([shoe], [asks("s"), asks("c"), choice("48cm")])).toHaveLength(1);
  expect(listing([{ ...shoe, stockType: "1" }], [choice("48cm")])).toMatchObject([{ variation: "" }]);
});

describe("what is missing is asked for by its name", () => {
  test("select.csv for products with choices", () => {
    const found = read([shoe, { manageNumber: "m1", stockType: "0" }]);
    expect(found.listings).toHaveLength(1);
    expect(reasonsIn(found)).toEqual([[2, "項目選択肢別在庫の商品です。select.csvも選んでください。"]]);
    expect(found.hints).toEqual(["項目選択肢別在庫の商品が1件あります。select.csvも選んでください。"]);
    expect([...found.unclear]).toEqual(["shoe"]);
  });

  test("item.csv for choices", () => {
    const found = read([], [choice("48cm")]);
    expect(reasonsIn(found)).toEqual([[2, expect.stringContaining("item.csvにありません")]]);
    expect(found.hints).toEqual([expect.stringContaining("item.csvも選んでください")]);
  });

  test("the choices of a product that select.csv does not have", () => {
    const found = read([shoe], [{ ...choice("48cm"), manageNumber: "other" }]);
    expect(reasonsIn(found).map(([record]) => record)).toEqual([2, 2]);
    expect([...found.unclear].sort()).toEqual(["other", "shoe"]);
  });
});

test.each(["", "3", "あり"])("an item of 在庫タイプ %j is refused alone", (stockType) => {
  const found = read([
    { manageNumber: "m1", stockType },
    { manageNumber: "m2", stockType: "0" },
  ]);
  expect(reasonsIn(found)).toEqual([[2, expect.stringContaining("在庫タイプ")]]);
  expect(found.listings).toHaveLength(1);
});

test("rows that are marked for deletion are no products", () => {
  const found = read(
    [
      { manageNumber: "m1", stockType: "0", control: "d" },
      { manageNumber: "m2", stockType: "0", control: "n" },
      { ...shoe, control: "u" },
    ],
    [choice("48cm", { control: "d" }), choice("54cm", { control: "n" })],
  );
  expect(found.listings.map(({ listing: one }) => [one.manageNumber, one.variation])).toEqual([
    ["shoe", "サイズ:54cm"],
    ["m2", ""],
  ]);
  expect(found.refused.map(({ at, reason }) => [at, reason])).toEqual([
    [{ file: 0, record: 2 }, expect.stringContaining("削除")],
    [{ file: 1, record: 2 }, expect.stringContaining("削除")],
  ]);
});

test("choices that contradict each other are all refused", () => {
  const found = read([shoe], [choice("48cm"), choice("48cm", { choiceStock: "4" }), choice("54cm")]);
  expect(found.listings).toHaveLength(1);
  expect(reasonsIn(found).map(([record]) => record)).toEqual([2, 3]);
});
