import { sheetNames } from "../../core/sheet-names.ts";
import { number, text } from "../../workbook/declare/column.ts";
import { defineTable } from "../../workbook/declare/table.ts";
import { chartFigures } from "./rules/figures.ts";

/** Names are computed, as the days are: no cells that are made for texts. */
const { numberFormat, ...label } = text("表示", { note: "グラフでの呼び名", width: 120, writer: "run" });

/** 集計: what the charts of ダッシュボード show, a figure a row. Every cell but the first is a formula over the lists. */
export const figureTable = defineTable({
  sheet: sheetNames.figures,
  key: ["item"],
  ours: true,
  unfiltered: true,
  columns: {
    item: text("項目", { note: "集計の項目", width: 160, writer: "run" }),
    label,
    count: number("件数", { note: `${sheetNames.shipments}から数えた件数`, writer: "run" }),
  },
  seeds: { rows: [], always: chartFigures.map(({ item }) => ({ item })) },
});
