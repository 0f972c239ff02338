import type { sheets_v4 } from "@googleapis/sheets";
import { invalid } from "../../api/api-error.ts";
import { stored } from "../../api/message.ts";
import { requireSheet, type Sheet, type Workbook } from "../../book/workbook.ts";

export type Chart = sheets_v4.Schema$EmbeddedChart;

export function findChart(book: Workbook, id: number | null | undefined): { sheet: Sheet; chart: Chart } {
  for (const sheet of book.sheets) {
    const chart = sheet.parts.charts.find((each) => each.chartId === id);
    if (chart) return { sheet, chart };
  }
  throw invalid(`No chart with id: ${id ?? 0}`);
}

/** The specification as it was given, every source range knowing its sheet. */
export function normalSpec(
  book: Workbook,
  spec: sheets_v4.Schema$ChartSpec | null | undefined,
): sheets_v4.Schema$ChartSpec {
  if (!spec) throw invalid("No chart spec specified.");
  const located = withSheets(stored(spec)) as sheets_v4.Schema$ChartSpec;
  for (const range of sources(located)) requireSheet(book, range.sheetId);
  return located;
}

function withSheets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withSheets);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([field, item]) =>
    field === "sources" && Array.isArray(item)
      ? [field, item.map((range: object) => ({ sheetId: 0, ...range }))]
      : [field, withSheets(item)],
  );
  return Object.fromEntries(entries);
}

function sources(value: unknown): sheets_v4.Schema$GridRange[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([field, item]) => (field === "sources" ? item : sources(item)));
}

/** Where a chart stands: over cells, anchored at one; Google's default size is 600 by 371 pixels. */
export function normalPosition(
  book: Workbook,
  position: sheets_v4.Schema$EmbeddedObjectPosition | null | undefined,
): sheets_v4.Schema$EmbeddedObjectPosition {
  if (position?.newSheet || position?.sheetId)
    throw invalid("workbench: a chart on a sheet of its own is not implemented; use overlayPosition");
  const { anchorCell, widthPixels, heightPixels, ...offsets } = position?.overlayPosition ?? {};
  const { sheetId, rowIndex, columnIndex } = anchorCell ?? {};
  const sheet = requireSheet(book, sheetId ?? book.sheets[0]?.properties.sheetId);
  if ((rowIndex ?? 0) >= sheet.grid.rowCount)
    throw invalid(`GridCoordinate.rowIndex[${rowIndex}] is after last row in grid[${sheet.grid.rowCount - 1}]`);
  if ((columnIndex ?? 0) >= sheet.grid.columnCount)
    throw invalid(
      `GridCoordinate.columnIndex[${columnIndex}] is after last column in grid[${sheet.grid.columnCount - 1}]`,
    );
  return {
    overlayPosition: {
      anchorCell: {
        sheetId: sheet.properties.sheetId!,
        rowIndex: rowIndex ?? 0,
        columnIndex: columnIndex ?? 0,
      },
      ...stored(offsets),
      widthPixels: widthPixels ?? 600,
      heightPixels: heightPixels ?? 371,
    },
  };
}
