import type { View } from "../../workbook/declare/view.ts";

/** How people look at 商品マスタ instead of sorting it. Formulas keep to functions that the workbench can compute. */
export const productViews: readonly View[] = [
  { title: "要確認の商品", rows: '{state}="要確認"' },
  { title: "棚番なし", rows: 'AND({productCode}<>"",{state}<>"廃止",{location}="")' },
  { title: "廃止の商品", rows: '{state}="廃止"' },
];
