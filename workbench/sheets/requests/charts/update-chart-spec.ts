import type { RequestKind } from "../request-kind.ts";
import { findChart, normalSpec } from "./chart.ts";

/** Replaces what a chart shows; it stays where it is. */
export const updateChartSpec: RequestKind<"updateChartSpec"> = ({ chartId, spec }, { book }) => {
  findChart(book, chartId).chart.spec = normalSpec(book, spec);
  return undefined;
};
