import type { sheets_v4 } from "@googleapis/sheets";
import { type Mask, under } from "../api/field-mask.ts";
import { axisOf } from "../book/dimension.ts";
import type { Rect } from "../book/grid-range.ts";
import type { Axis } from "../book/structure.ts";
import { type DimensionProperties, isFormula, type Sheet, type Workbook } from "../book/workbook.ts";
import { filteredRows } from "../drawing/filtered-rows.ts";
import { lookOf } from "../drawing/look.ts";
import { formulaLink, valueAt } from "../formulas/evaluation.ts";
import { type ErrorValue, isError } from "../formulas/value.ts";
import { type CellFormat, defaultFormat, effectiveFormat } from "./cell-format.ts";
import { type Layer, layers } from "./grid.ts";
import { display } from "./shown.ts";

type CellData = sheets_v4.Schema$CellData;

/** What a row or column measures until somebody changes it. */
const PIXELS = { rows: 21, columns: 100 } as const;

/** The cells of a rectangle as Google answers them: trailing empty cells and rows are left out. */
export function gridData(book: Workbook, sheet: Sheet, rect: Rect, mask: Mask): sheets_v4.Schema$GridData {
  const wants = (field: string) => under(mask, field) !== undefined;
  const rows = wants("rowData") ? rowData(book, sheet, rect, cellMask(mask)) : [];
  return {
    ...(wants("startRow") && rect.startRow > 0 ? { startRow: rect.startRow } : {}),
    ...(wants("startColumn") && rect.startColumn > 0 ? { startColumn: rect.startColumn } : {}),
    ...(rows.length > 0 ? { rowData: rows } : {}),
    ...(wants("rowMetadata") ? { rowMetadata: dimensions(book, sheet, "rows", rect.startRow, rect.endRow) } : {}),
    ...(wants("columnMetadata")
      ? { columnMetadata: dimensions(book, sheet, "columns", rect.startColumn, rect.endColumn) }
      : {}),
  };
}

const cellMask = (mask: Mask): Mask => under(under(mask, "rowData") ?? true, "values") ?? {};

function dimensions(book: Workbook, sheet: Sheet, axis: Axis, start: number, end: number): DimensionProperties[] {
  const pixelSize = PIXELS[axis];
  const kept = sheet.parts[axis];
  const filtered = new Set(axis === "rows" ? filteredRows(book, sheet, sheet.parts.basicFilter) : []);
  const tagged = book.metadata.filter(({ location }) => liesOn(location?.dimensionRange, sheet, axis));
  return Array.from({ length: end - start }, (_, i) => {
    const own = tagged.filter(({ location }) => location?.dimensionRange?.startIndex === start + i);
    return {
      pixelSize,
      ...kept[start + i],
      ...(filtered.has(start + i) ? { hiddenByFilter: true } : {}),
      ...(own.length > 0 ? { developerMetadata: own } : {}),
    };
  });
}

const liesOn = (range: sheets_v4.Schema$DimensionRange | undefined, { properties }: Sheet, axis: Axis): boolean =>
  range !== undefined && range.sheetId === properties.sheetId && axisOf(range.dimension) === axis;

function rowData(book: Workbook, sheet: Sheet, rect: Rect, mask: Mask): sheets_v4.Schema$RowData[] {
  const rows: sheets_v4.Schema$RowData[] = [];
  const end = Math.min(rect.endRow, sheet.grid.usedRows);
  for (let row = rect.startRow; row < end; row++) {
    const values = cells(book, sheet, row, rect, mask);
    if (values.length === 0) continue;
    while (rows.length < row - rect.startRow) rows.push({});
    rows.push({ values });
  }
  return rows;
}

function cells(book: Workbook, sheet: Sheet, row: number, rect: Rect, mask: Mask): CellData[] {
  const used = Math.max(0, ...layers.map((layer) => sheet.grid.row(row)?.[layer]?.length ?? 0));
  const values: CellData[] = [];
  for (let column = rect.startColumn; column < Math.min(rect.endColumn, used); column++) {
    if (!layers.some((layer) => sheet.grid.get(layer, row, column) !== undefined)) continue;
    while (values.length < column - rect.startColumn) values.push({});
    values.push(cellData(book, sheet, row, column, mask));
  }
  return values;
}

type Field = (book: Workbook, sheet: Sheet, row: number, column: number) => unknown;

const fromLayer =
  (layer: Layer): Field =>
  (_, { grid }, row, column) =>
    grid.get(layer, row, column);

const fields: Readonly<Record<string, Field>> = {
  userEnteredValue: (_, { grid }, row, column) => {
    const content = grid.get("value", row, column);
    return isFormula(content) ? { formulaValue: content.formula } : extended(content);
  },
  effectiveValue: (book, sheet, row, column) => {
    const value = valueAt(book, sheet, row, column);
    return isError(value) ? { errorValue: errorAnswer(value) } : value === "" ? undefined : extended(value);
  },
  formattedValue: (book, sheet, row, column) => {
    const value = valueAt(book, sheet, row, column);
    return value === undefined || value === "" ? undefined : display(book, sheet, row, column, value);
  },
  userEnteredFormat: fromLayer("format"),
  effectiveFormat: (book, sheet, row, column) => {
    const own = lookOf(book, sheet)(row, column);
    const value = valueAt(book, sheet, row, column);
    if (own === undefined && value === undefined) return undefined;
    return effectiveFormat(book.properties.defaultFormat ?? defaultFormat, own, isError(value) ? true : value);
  },
  note: fromLayer("note"),
  dataValidation: fromLayer("rule"),
  textFormatRuns: fromLayer("runs"),
  hyperlink: (book, sheet, row, column) => linkAt(book, sheet, row, column),
};

/** The one link of a cell: of its format, of its formula, or of its text; a cell with several tells of none. */
function linkAt(book: Workbook, sheet: Sheet, row: number, column: number): string | undefined {
  const format = sheet.grid.get("format", row, column) as CellFormat | undefined;
  const runs = (sheet.grid.get("runs", row, column) ?? []) as readonly sheets_v4.Schema$TextFormatRun[];
  const uris = new Set(runs.flatMap((run) => run.format?.link?.uri ?? []));
  const [uri] = uris;
  if (uris.size > 0) return uris.size === 1 ? uri : undefined;
  return format?.textFormat?.link?.uri ?? formulaLink(book, sheet, row, column);
}

function cellData(book: Workbook, sheet: Sheet, row: number, column: number, mask: Mask): CellData {
  const cell: { [field: string]: unknown } = {};
  for (const [field, read] of Object.entries(fields)) {
    if (under(mask, field) === undefined) continue;
    const value = read(book, sheet, row, column);
    if (value !== undefined) cell[field] = value;
  }
  return cell;
}

function extended(value: string | number | boolean | undefined): sheets_v4.Schema$ExtendedValue | undefined {
  if (typeof value === "string") return { stringValue: value };
  if (typeof value === "number") return { numberValue: value };
  return value === undefined ? undefined : { boolValue: value };
}

const errorTypes: Readonly<Record<string, string>> = {
  "#NULL!": "NULL_VALUE",
  "#DIV/0!": "DIVIDE_BY_ZERO",
  "#VALUE!": "VALUE",
  "#REF!": "REF",
  "#NAME?": "NAME",
  "#NUM!": "NUM",
  "#N/A": "N_A",
};

const errorAnswer = ({ error, message }: ErrorValue): sheets_v4.Schema$ErrorValue => ({
  type: errorTypes[error] ?? "ERROR",
  ...(message === undefined ? {} : { message }),
});
