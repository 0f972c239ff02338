import type { View } from "../../workbook/declare/view.ts";

/** How people look at 入出庫 instead of sorting it. */
export const ledgerViews: readonly View[] = [
  { title: "戻りの確認待ち", rows: 'AND({question}<>"",{answer}="")', sort: [["id", "DESCENDING"]] },
  { title: "棚卸の記録", rows: '{kind}="棚卸"', sort: [["id", "DESCENDING"]] },
  {
    title: "商品ごと",
    rows: '{productCode}<>""',
    sort: [
      ["productCode", "ASCENDING"],
      ["happenedAt", "DESCENDING"],
    ],
  },
];
