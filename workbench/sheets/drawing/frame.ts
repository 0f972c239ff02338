/** Everything of a sheet but its cells, as one person sees it. */
import type { sheets_v4 } from "@googleapis/sheets";
import { mayEdit, protectedRect } from "../book/access.ts";
import { type GridRange, intersection, type Rect, toRect } from "../book/grid-range.ts";
import type { DimensionProperties, Sheet, Workbook } from "../book/workbook.ts";
import { answeredRule } from "../cells/cell-rule.ts";
import type { Area, DrawnBook, DrawnColumnGroup, DrawnFrame, DrawnProtection, DrawnSize } from "./drawn.ts";
import { drawnFilter } from "./drawn-filter.ts";
import { filteredRows } from "./filtered-rows.ts";
import { layerAreas } from "./layer-areas.ts";
import { spansOf } from "./span.ts";

/** `through` are the filter views that this person looks through. */
export const drawnBook = (book: Workbook, user: string, through: readonly number[] = []): DrawnBook => ({
  revision: book.revision,
  title: book.properties.title ?? "",
  sheets: book.sheets.map((sheet) => drawnFrame(book, sheet, user, through)),
});

function drawnFrame(book: Workbook, sheet: Sheet, user: string, through: readonly number[]): DrawnFrame {
  const { properties, parts, grid } = sheet;
  const { frozenRowCount, frozenColumnCount, hideGridlines } = properties.gridProperties ?? {};
  const tabColor = cssColor(properties);
  return {
    sheetId: properties.sheetId ?? 0,
    title: properties.title ?? "",
    hidden: properties.hidden === true,
    ...(tabColor === undefined ? {} : { tabColor }),
    rowCount: grid.rowCount,
    columnCount: grid.columnCount,
    gridlines: !hideGridlines,
    frozenRows: frozenRowCount ?? 0,
    frozenColumns: frozenColumnCount ?? 0,
    rows: sizes(parts.rows),
    columns: sizes(parts.columns),
    columnGroups: parts.columnGroups.map((group) => drawnGroup(sheet, group)),
    merges: parts.merges.flatMap((range) => areas(sheet, range)),
    validations: layerAreas(grid, "rule").map(({ item, areas }) => ({ rule: answeredRule(item), areas })),
    notes: layerAreas(grid, "note").flatMap(({ item: text, areas }) => areas.flatMap((area) => notesIn(area, text))),
    ...(parts.basicFilter?.range
      ? { filter: drawnFilter(book, sheet, parts.basicFilter, areas(sheet, parts.basicFilter.range)[0]!) }
      : {}),
    filtered: spansOf(filteredRows(book, sheet, parts.basicFilter)),
    filterViews: parts.filterViews.map((view) => ({
      id: view.filterViewId ?? 0,
      title: view.title ?? "",
      ...(through.includes(view.filterViewId ?? 0) ? { filtered: spansOf(filteredRows(book, sheet, view)) } : {}),
    })),
    protections: parts.protectedRanges.flatMap((each) => drawnProtection(book, sheet, each, user)),
  };
}

const sizes = (dimensions: readonly (DimensionProperties | undefined)[]): DrawnSize[] =>
  dimensions.flatMap((dimension, index) => {
    const { pixelSize, hiddenByUser } = dimension ?? {};
    const size = { ...(pixelSize ? { pixels: pixelSize } : {}), ...(hiddenByUser ? { hidden: true as const } : {}) };
    return Object.keys(size).length === 0 ? [] : [{ index, ...size }];
  });

function drawnGroup({ properties, grid }: Sheet, group: sheets_v4.Schema$DimensionGroup): DrawnColumnGroup {
  const [start, end] = [group.range?.startIndex ?? 0, group.range?.endIndex ?? grid.columnCount];
  const control = properties.gridProperties?.columnGroupControlAfter ? end : start - 1;
  return {
    start,
    end,
    depth: group.depth ?? 0,
    collapsed: group.collapsed === true,
    control: Math.min(Math.max(control, 0), grid.columnCount - 1),
  };
}

/** The part of a range that the grid has. */
const areas = (sheet: Sheet, range: GridRange): Area[] => inGrid(sheet, toRect(range));

function inGrid({ grid, properties }: Sheet, rect: Rect): Area[] {
  const sheetId = properties.sheetId ?? 0;
  const whole = { sheetId, startRow: 0, endRow: grid.rowCount, startColumn: 0, endColumn: grid.columnCount };
  const inside = intersection({ ...rect, sheetId }, whole);
  if (inside === undefined) return [];
  const { sheetId: _sheet, ...area } = inside;
  return [area];
}

const notesIn = ({ startRow, endRow, startColumn: column }: Area, text: string) =>
  Array.from({ length: endRow - startRow }, (_, index) => ({ row: startRow + index, column, text }));

function drawnProtection(
  book: Workbook,
  sheet: Sheet,
  protection: sheets_v4.Schema$ProtectedRange,
  user: string,
): DrawnProtection[] {
  const editable = protection.warningOnly === true || mayEdit(book, protection, user);
  const open = (protection.unprotectedRanges ?? []).flatMap((range) => areas(sheet, range));
  return inGrid(sheet, protectedRect(book, protection)).map((area) => ({
    area,
    editable,
    open,
    description: protection.description ?? "",
  }));
}

function cssColor({ tabColorStyle, tabColor }: sheets_v4.Schema$SheetProperties): string | undefined {
  const color = tabColorStyle?.rgbColor ?? tabColor;
  if (!color) return undefined;
  const channels = [color.red, color.green, color.blue].map((channel) => Math.round((channel ?? 0) * 255));
  return `#${channels.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}
