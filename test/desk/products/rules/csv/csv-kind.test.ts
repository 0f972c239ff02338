import { expect, test } from "vitest";
import { kindOf } from "../../../../../src/desk/products/rules/csv/csv-kind.ts";
import { missingParts } from "../../../../../src/desk/products/rules/csv/file-parts.ts";

const URL = "商品管理番号（商品URL）";

test.each([
  ["normal-item", [URL, "商品番号", "SKU管理番号"]],
  ["normal-item", ["在庫数", "選択肢タイプ", "SKU管理番号", URL]],
  ["item", ["コントロールカラム", URL, "在庫タイプ"]],
  ["select", ["項目選択肢用コントロールカラム", URL, "選択肢タイプ", "項目選択肢別在庫用横軸選択肢"]],
])("%s is told by its headers, wherever they stand: %j", (kind, header) => {
  expect(kindOf(header)).toMatchObject({ kind });
});

test("headers are the same in full width and in half width", () => {
  expect(kindOf([" 商品管理番号(商品URL)", "ＳＫＵ管理番号"])).toMatchObject({ kind: "normal-item" });
});

test("columns go by today's name and by those they had before", () => {
  const found = kindOf([URL, "SKU管理番号", "販売価格", "全商品ディレクトリID"]);
  expect("places" in found && [...found.places]).toEqual([
    ["manageNumber", 0],
    ["variantId", 1],
    ["price", 2],
    ["genreId", 3],
  ]);
});

test.each([
  [["注文番号", "商品管理番号", "SKU管理番号"], "注文のCSVです"],
  [["注文番号", "送付先ID"], "注文のCSVです"],
  [[URL, "表示先カテゴリ"], "商品カテゴリのCSV"],
  [[URL, "商品番号", "商品名"], "「SKU管理番号」の列がありません"],
  [[URL, "項目選択肢別在庫用横軸選択肢"], "「選択肢タイプ」の列がありません"],
  [["郵便番号", "住所"], "商品のCSVではありません"],
  [[""], "商品のCSVではありません"],
])("a file with %j is refused with what to do", (header, words) => {
  expect(kindOf(header)).toMatchObject({
    refused: expect.stringMatching(`${words}.*(選んで|ダウンロードし直して)ください`),
  });
});

test.each([
  [["dl-normal-item_20261124103000-1.csv"], "「dl-normal-item_20261124103000-2.csv」があれば"],
  [["x-1.csv", "x-3.csv"], "「x-2.csv」がありません"],
  [["x-2.csv"], "「x-1.csv」がありません"],
  [["x-1.csv", "y-1.csv", "y-2.csv"], "「x-2.csv」があれば"],
  [["x-1 (1).csv"], "「x-2.csv」があれば"],
])("of %j the missing part is asked for", (names, words) => {
  expect(missingParts(names)).toEqual([expect.stringContaining(words)]);
});

test.each([
  [["x-1.csv", "x-2.csv"]],
  [["x-2.csv", "x-1.csv", "x-3.csv"]],
  [["normal-item.csv"]],
  [["dl-item.cp932.csv"]],
])("%j want no further part", (names) => {
  expect(missingParts(names)).toEqual([]);
});
