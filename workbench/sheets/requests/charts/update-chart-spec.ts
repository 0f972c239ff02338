import { checkSheetUnprotected } from "../../book/access.ts";
import type { RequestKind } from "../request-kind.ts";
import { findChart, normalSpec } from "./chart.ts";

/** Replaces what a chart shows; it stays where it is. */
export const updateChartSpec: RequestKind<"updateChartSpec"> = ({ chartId, spec }, { book, user }) => {
  const { sheet, chart } = findChart(book, chartId);
  checkSheetUnprotected(book, user, sheet.properties.sheetId!);
  chart.spec = normalSpec(book, spec);
  return undefined;
};
