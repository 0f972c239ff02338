import { describe, expect, test } from "vitest";
import { csvRows, listingsIn, reasonsIn } from "../../../../support/csv-rows.ts";

const read = (...cells: Parameters<typeof csvRows>[1][number][]) => listingsIn(csvRows("normal-item", cells));
const listing = (...cells: Parameters<typeof csvRows>[1][number][]) =>
  read(...cells).listings.map((one) => one.listing);

test("only SKU rows are products: the item's row and its options are none", () => {
  expect(
    listing(
      { manageNumber: "m1", itemNumber: "4900000000017", name: "架空の靴" },
      { manageNumber: "m1", variantId: "sku-a", merchantSkuId: "A-01" },
      { manageNumber: "m1", variantId: "sku-b" },
      { manageNumber: "m1", optionType: "s" },
    ),
  ).toMatchObject([
    { manageNumber: "m1", variantId: "sku-a", itemNumber: "4900000000017", name: "架空の靴", merchantSkuId: "A-01" },
    { manageNumber: "m1", variantId: "sku-b", itemNumber: "4900000000017", name: "架空の靴", merchantSkuId: "" },
  ]);
});

test("a 商品番号 that a tool repeats on a SKU's row is that SKU's", () => {
  expect(
    listing({ manageNumber: "m1", itemNumber: "P" }, { manageNumber: "m1", variantId: "a", itemNumber: "P-A" }),
  ).toMatchObject([{ itemNumber: "P-A" }]);
});

test("the item's row may come after its SKUs, or from another file", () => {
  const skus = csvRows("normal-item", [{ manageNumber: "m1", variantId: "a", name: "" }], 0);
  const items = csvRows("normal-item", [{ manageNumber: "M1", variantId: "", name: "架空の靴" }], 1);
  expect(listingsIn(skus, items).listings).toMatchObject([{ listing: { manageNumber: "m1", name: "架空の靴" } }]);
});

test("what the file does not say stays unsaid: columns that were not chosen, and an item whose row is not there", () => {
  const [only] = listing({ manageNumber: "m1", variantId: "a" });
  expect(Object.entries(only!).filter(([, value]) => value !== undefined)).toEqual([
    ["manageNumber", "m1"],
    ["variantId", "a"],
  ]);
});

test("what the file says is blank is blank", () => {
  expect(
    listing({ manageNumber: "m1", name: "" }, { manageNumber: "m1", variantId: "a", price: "", catalogueId: "" }),
  ).toMatchObject([{ name: "", price: null, jan: "" }]);
});

test("a variation is named by the item's row, in the order of the SKU's", () => {
  expect(
    listing(
      { manageNumber: "m1", selectorKeys: "key-1|key-2", selectorNames: "サイズ|カラー" },
      {
        manageNumber: "m1",
        variantId: "a",
        selectorKey1: "key-2",
        selectorValue1: "赤",
        selectorKey2: "key-1",
        selectorValue2: "S",
      },
    ),
  ).toMatchObject([{ variation: "カラー:赤\nサイズ:S" }]);
});

test.each([
  ["0", "0", false],
  ["1", "0", true],
  ["0", "1", true],
  ["1", undefined, true],
  ["0", undefined, undefined],
  [undefined, "1", true],
  [undefined, "0", undefined],
])("with 倉庫指定 %s of the item and %s of the SKU, 倉庫 is %s", (hidden, variantHidden, expected) => {
  const sku = { manageNumber: "m1", variantId: "a", ...(variantHidden === undefined ? {} : { variantHidden }) };
  const item = { manageNumber: "m1", variantId: "", ...(hidden === undefined ? {} : { hidden }) };
  expect(listing(item, sku)[0]?.hidden).toBe(expected);
});

test.each([
  [{ shopStock: "9" }, {}, { stockControl: "counted", shopStock: 9 }],
  [{ shopStock: "0" }, {}, { stockControl: "counted", shopStock: 0 }],
  [{ shopStock: "" }, {}, { stockControl: undefined, shopStock: null }],
  [{}, {}, { stockControl: undefined, shopStock: undefined }],
  [{ shopStock: "9" }, { club: "1" }, { stockControl: "club", shopStock: null }],
  [{ shopStock: "9" }, { club: "0" }, { stockControl: "counted", shopStock: 9 }],
])("stock of %j on an item with %j is %j", (sku, item, expected) => {
  expect(listing({ manageNumber: "m1", ...item }, { manageNumber: "m1", variantId: "a", ...sku })[0]).toMatchObject(
    expected,
  );
});

describe("one bad row is refused by its number, and the others are taken", () => {
  test.each([
    [{ manageNumber: "" }, "商品管理番号（商品URL）がありません。"],
    [{ manageNumber: "4.90E+12" }, "商品管理番号（商品URL）「4.90E+12」に使えない文字があります。"],
    [{ variantId: "2025/1/2" }, "SKU管理番号「2025/1/2」に使えない文字があります。"],
    [{ price: "千円" }, "通常購入販売価格「千円」は数字ではありません。"],
    [{ price: "1.98E+03" }, "通常購入販売価格「1.98E+03」は数字ではありません。"],
    [{ shopStock: "在庫あり" }, "在庫数「在庫あり」は数字ではありません。"],
  ])("%j", (bad, reason) => {
    const good = { manageNumber: "m1", variantId: "b", price: "1,980" };
    const found = read(good, { manageNumber: "m1", variantId: "a", ...bad });
    expect(found.listings).toMatchObject([{ listing: { variantId: "b", price: 1980 } }]);
    expect(reasonsIn(found)).toEqual([[3, expect.stringContaining(reason)]]);
  });
});

describe("rows that repeat a SKU", () => {
  const row = { manageNumber: "m1", variantId: "a", price: "100" };

  test("count once where they agree, also across files and with the item's row", () => {
    const item = { manageNumber: "m1", variantId: "", name: "靴" };
    const file = (at: number) => csvRows("normal-item", [item, row, row], at);
    const found = listingsIn(file(0), file(1));
    expect(found).toMatchObject({ listings: [{ listing: { name: "靴" } }], refused: [] });
  });

  test("are all refused where they contradict each other, each naming the others", () => {
    const found = read(row, { ...row, price: "200" }, { manageNumber: "m2", variantId: "a", price: "1" });
    expect(found.listings).toMatchObject([{ listing: { manageNumber: "m2" } }]);
    expect(reasonsIn(found)).toEqual([
      [2, expect.stringContaining("2行目、3行目")],
      [3, expect.stringContaining("2行目、3行目")],
    ]);
  });

  test("of an item that contradict each other keep its SKUs out, and no other item's", () => {
    const found = read(
      { manageNumber: "m1", itemNumber: "P1" },
      { manageNumber: "m1", itemNumber: "P2" },
      { manageNumber: "m1", variantId: "a" },
      { manageNumber: "m2", variantId: "a" },
    );
    expect(found.listings).toMatchObject([{ listing: { manageNumber: "m2" } }]);
    expect(reasonsIn(found)).toEqual([[4, expect.stringContaining("内容が違います")]]);
  });
});

test("an item of which a row was refused, or no SKU was found, is not seen whole", () => {
  const { unclear } = read(
    { manageNumber: "alone" },
    { manageNumber: "bad" },
    { manageNumber: "bad", variantId: "a", price: "x" },
    { manageNumber: "good" },
    { manageNumber: "good", variantId: "a" },
  );
  expect([...unclear].sort()).toEqual(["alone", "bad"]);
});
