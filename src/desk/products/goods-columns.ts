import { type Column, number, text } from "../../workbook/declare/column.ts";

/** What products are known by; the sheets that name them show it alike, each from a writer of its own. */
export const variation = <const Writer extends string>(writer: Writer): Column<string, Writer> =>
  text("バリエーション", { note: "色・サイズなどの選択肢", width: 160, writer });
export const manageNumber = <const Writer extends string>(writer: Writer): Column<string, Writer> =>
  text("商品管理番号", { note: "楽天の商品管理番号（商品URL）", width: 130, writer });
export const itemNumber = <const Writer extends string>(writer: Writer): Column<string, Writer> =>
  text("商品番号", { note: "店舗が付けた商品番号", width: 130, writer });
export const variantId = <const Writer extends string>(writer: Writer): Column<string, Writer> =>
  text("SKU管理番号", { note: "楽天のSKU管理番号", width: 130, writer });
export const merchantSkuId = <const Writer extends string>(writer: Writer): Column<string, Writer> =>
  text("システム連携用SKU番号", { note: "店舗が付けたSKU番号", width: 160, writer });
export const safetyStock = number("安全在庫", { note: "この数を残して販売します。", writer: "staff" });
