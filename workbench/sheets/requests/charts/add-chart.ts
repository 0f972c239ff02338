import { answered } from "../../api/message.ts";
import { checkSheetUnprotected } from "../../book/access.ts";
import { requireSheet } from "../../book/workbook.ts";
import { newId, type RequestKind } from "../request-kind.ts";
import { type Chart, normalPosition, normalSpec } from "./chart.ts";

/** Puts a chart over the cells of a sheet. */
export const addChart: RequestKind<"addChart"> = ({ chart }, context) => {
  const { book, user } = context;
  const taken = (id: number) => book.sheets.some(({ parts }) => parts.charts.some((each) => each.chartId === id));
  const position = normalPosition(book, chart?.position);
  const complete: Chart = {
    chartId: chart?.chartId || newId(context, taken),
    spec: normalSpec(book, chart?.spec),
    position,
  };
  const sheet = requireSheet(book, position.overlayPosition?.anchorCell?.sheetId);
  checkSheetUnprotected(book, user, sheet.properties.sheetId!);
  sheet.parts.charts.push(complete);
  return { chart: answered(complete) };
};
