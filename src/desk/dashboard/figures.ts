import { computedLines, dashboardTable } from "../../run/dashboard-table.ts";
import type { ChartOf, Figure } from "../../workbook/declare/figure.ts";
import { figureTable } from "./figure-table.ts";
import { checklistFigures } from "./rules/checklist.ts";
import { carrierFigures, chartFigures, dayFigures, lineFigures, stateFigures } from "./rules/figures.ts";

/** Every row that the sheets compute by themselves. */
export const figures: readonly Figure[] = [
  ...chartFigures.map(({ item, label, count }) => ({ table: figureTable, key: item, cells: { label, count } })),
  ...computedLines.map((key) => ({
    table: dashboardTable,
    key,
    cells: { recordedState: lineFigures[key].state, recordedDetail: lineFigures[key].detail },
  })),
  ...checklistFigures.map(({ item, state, detail }) => ({
    table: dashboardTable,
    key: item,
    cells: { recordedState: state, recordedDetail: detail },
  })),
];

const chart = (
  at: number,
  title: string,
  kind: ChartOf["kind"],
  rows: readonly { readonly item: string }[],
): ChartOf => ({
  id: 160_001 + at,
  title,
  kind,
  at,
  on: dashboardTable,
  from: figureTable,
  keys: rows.map(({ item }) => item),
  names: "label",
  counts: "count",
});

/** The charts of ダッシュボード. */
export const charts: readonly ChartOf[] = [
  chart(0, "日別の発送数（14日間）", "COLUMN", dayFigures),
  chart(1, "配送会社別の発送数（30日間）", "PIE", carrierFigures),
  chart(2, "連携状態別の件数", "COLUMN", stateFigures),
];
