import { number, text } from "../../workbook/declare/column.ts";

/** What products are known by; the sheets that name them show it alike. */
export const variation = text("バリエーション", "色・サイズなどの選択肢", 160);
export const manageNumber = text("商品管理番号", "楽天の商品管理番号（商品URL）", 130);
export const itemNumber = text("商品番号", "店舗が付けた商品番号", 130);
export const variantId = text("SKU管理番号", "楽天のSKU管理番号", 130);
export const merchantSkuId = text("システム連携用SKU番号", "店舗が付けたSKU番号", 160);
export const safetyStock = number("安全在庫", "この数を残して販売します。", 80, "staff");
