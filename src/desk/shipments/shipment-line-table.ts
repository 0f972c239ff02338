import { sheetNames } from "../../core/sheet-names.ts";
import { number, seal, staffKey, text } from "../../workbook/declare/column.ts";
import { ORANGE, OVER } from "../../workbook/declare/highlight.ts";
import { defineTable } from "../../workbook/declare/table.ts";
import { itemNumber, manageNumber, merchantSkuId, variantId, variation } from "../products/goods-columns.ts";
import { SHIPPING_TAB } from "../tab-colors.ts";

/** 出荷明細: one SKU of one shipment a row. */
export const shipmentLineTable = defineTable({
  sheet: sheetNames.shipmentLines,
  key: ["orderNumber", "basketId", "detailId", "variantId"],
  tabColor: SHIPPING_TAB,
  columns: {
    orderNumber: text("注文番号", { note: `${sheetNames.shipments}の注文番号`, width: 220, writer: "import" }),
    basketId: text("送付先ID", { note: `${sheetNames.shipments}の送付先ID`, width: 90, writer: "import" }),
    detailId: text("明細ID", { note: "楽天の商品明細ID", width: 90, writer: "import" }),
    variantId: variantId("import"),
    productCode: text("商品コード", {
      note: `${sheetNames.products}と${sheetNames.stock}の商品コード`,
      width: 130,
      writer: "import",
    }),
    name: text("商品名", { note: "注文時の商品名", width: 300, writer: "import" }),
    variation: variation("import"),
    choice: text("項目選択肢", { note: "購入者が選んだ項目", width: 160, personal: "mentions", writer: "import" }),
    units: number("数量", { note: "出荷する数", width: 60, writer: "import" }),
    setParts: text("セット内訳", {
      note: `この行の商品が${sheetNames.sets}のとき、数量分の中身（部品の商品コード × 数）`,
      width: 160,
      writer: "import",
    }),
    price: number("単価", { note: "1個の価格（円）", writer: "import" }),
    postageIncluded: text("送料込み", { note: "送料込みの商品", width: 70, writer: "import" }),
    deliveryInfo: text("納期情報", { note: "注文時の商品の納期情報", width: 160, writer: "import" }),
    questions: text("確認事項", { note: "この行について確かめること", width: 160, writer: "import" }),
    staffKey: staffKey(),
    inspected: number("検品数", { note: "検品した数を入力してください。", width: 70, writer: "staff" }),
    manageNumber: manageNumber("import"),
    itemNumber: itemNumber("import"),
    merchantSkuId: merchantSkuId("import"),
    seal: seal({ writer: "import" }),
  },
  highlights: [
    ['AND({orderNumber}<>"",{units}=0)', OVER],
    ['{questions}<>""', ORANGE],
  ],
});
