import type { Spreadsheet } from "../../platform/ports.ts";
import type { ChartOf } from "../declare/figure.ts";
import { placeOf } from "../read/layout.ts";
import { type MadeSheet, madeOf, rowsOf } from "./made-sheet.ts";

type Request = GoogleAppsScript.Sheets.Schema.Request;
type Chart = GoogleAppsScript.Sheets.Schema.EmbeddedChart;
type ChartSpec = GoogleAppsScript.Sheets.Schema.ChartSpec;

const [WIDTH, HEIGHT, GAP] = [400, 260, 10];
/** Below the lines that there are, with room for some more. */
const FIRST_ROW = 28;

/** Charts that are gone come back, and one whose figures are gone shows those of now; what people made of the others stays. */
export function chartRequests(
  { sheets = [] }: Spreadsheet,
  made: readonly MadeSheet[],
  charts: readonly ChartOf[],
): Request[] {
  const there = sheets.flatMap((sheet) => sheet.charts ?? []);
  return charts.flatMap((chart): Request[] => {
    const spec = specOf(chart, made);
    const found = there.find(({ chartId, spec }) => chartId === chart.id || spec?.title === chart.title);
    if (found === undefined)
      return [{ addChart: { chart: { chartId: chart.id, spec, position: positionOf(chart, made) } } }];
    if (shows(found, madeOf(made, chart.from).sheetId)) return [];
    return [{ updateChartSpec: { chartId: found.chartId, spec } }];
  });
}

const shows = ({ spec }: Chart, sheetId: number): boolean => JSON.stringify(spec).includes(`"sheetId":${sheetId}`);

function specOf({ title, kind, from, keys, names, counts }: ChartOf, made: readonly MadeSheet[]): ChartSpec {
  const sheet = madeOf(made, from);
  const rows = rowsOf(sheet);
  const places = keys.flatMap((key) => rows.get(key) ?? []);
  const range = (column: string) => {
    const startColumnIndex = placeOf(sheet.layout, column);
    const ends = { startRowIndex: Math.min(...places), endRowIndex: Math.max(...places) + 1 };
    const source = { sheetId: sheet.sheetId, ...ends, startColumnIndex, endColumnIndex: startColumnIndex + 1 };
    return { sourceRange: { sources: [source] } };
  };
  if (kind === "PIE")
    return { title, pieChart: { legendPosition: "RIGHT_LEGEND", domain: range(names), series: range(counts) } };
  return {
    title,
    basicChart: {
      chartType: "COLUMN",
      legendPosition: "NO_LEGEND",
      headerCount: 0,
      domains: [{ domain: range(names) }],
      series: [{ series: range(counts), targetAxis: "LEFT_AXIS" }],
    },
  };
}

function positionOf(
  { on, at }: ChartOf,
  made: readonly MadeSheet[],
): GoogleAppsScript.Sheets.Schema.EmbeddedObjectPosition {
  const { sheetId, rowCount, facts } = madeOf(made, on);
  const rowIndex = Math.min(rowCount - 1, Math.max(FIRST_ROW, 3 + (facts?.rows.length ?? 0)));
  const anchorCell = { sheetId, rowIndex, columnIndex: 1 };
  const size = { widthPixels: WIDTH, heightPixels: HEIGHT };
  return { overlayPosition: { anchorCell, offsetXPixels: at * (WIDTH + GAP), ...size } };
}
