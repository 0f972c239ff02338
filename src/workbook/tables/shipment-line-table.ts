import { number, text } from "../column.ts";
import { defineTable, sealColumn } from "../table.ts";

/** 出荷明細: one SKU of one shipment a row. */
export const shipmentLineTable = defineTable({
  sheet: "出荷明細",
  key: ["orderNumber", "basketId", "detailId", "variantId"],
  tabColor: { red: 0.1, green: 0.45, blue: 0.91 },
  columns: {
    orderNumber: text("注文番号", { width: 220, note: "出荷リストの注文番号です。" }),
    basketId: text("送付先ID", { width: 90, note: "出荷リストの送付先IDです。" }),
    detailId: text("明細ID", { width: 90 }),
    variantId: text("SKU管理番号", { width: 120 }),
    productCode: text("商品コード", { width: 130, note: "商品マスタと在庫の商品コードです。" }),
    name: text("商品名", { width: 300 }),
    variation: text("バリエーション", { width: 160 }),
    choice: text("項目選択肢", { width: 160 }),
    units: number("数量", { width: 60 }),
    price: number("単価", { width: 80 }),
    postageIncluded: text("送料込み", { width: 70 }),
    inspected: number("検品数", { owner: "staff", width: 70, note: "検品した数を入力してください。" }),
    manageNumber: text("商品管理番号", { width: 120 }),
    itemNumber: text("商品番号", { width: 120 }),
    merchantSkuId: text("システム連携用SKU番号", { width: 160 }),
    seal: sealColumn(),
  },
});
