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
import { answeredRule, type CellRule } from "./cell-rule.ts";
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

/** Shared by all cells that hold nothing of what is asked for: a list is formatted far below its last row. */
const NOTHING: CellData = Object.freeze({});

function rowData(book: Workbook, sheet: Sheet, rect: Rect, mask: Mask): sheets_v4.Schema$RowData[] {
  const asked = Object.entries(fields).filter(([field]) => under(mask, field) !== undefined);
  const rows: sheets_v4.Schema$RowData[] = [];
  const end = Math.min(rect.endRow, sheet.grid.usedRows);
  for (let row = rect.startRow; row < end; row++) {
    const values = cells(book, sheet, row, rect, asked);
    if (values.length === 0) continue;
    while (rows.length < row - rect.startRow) rows.push({});
    rows.push({ values });
  }
  return rows;
}

type Asked = readonly (readonly [name: string, field: Field])[];

function cells(book: Workbook, sheet: Sheet, row: number, rect: Rect, asked: Asked): CellData[] {
  const own = sheet.grid.row(row);
  const held = layers.map((layer): readonly unknown[] => own?.[layer] ?? []).filter(({ length }) => length > 0);
  const end = Math.min(rect.endColumn, Math.max(0, ...held.map(({ length }) => length)));
  const there = asked.filter(([, { of }]) => of.some((layer) => own?.[layer] !== undefined));
  if (there.length === 0) return nothing(rect.startColumn, end, held);
  const values: CellData[] = [];
  for (let column = rect.startColumn; column < end; column++) {
    if (!held.some((layer) => layer[column] !== undefined)) continue;
    while (values.length < column - rect.startColumn) values.push(NOTHING);
    values.push(cellData(book, sheet, row, column, there));
  }
  return values;
}

/** So many cells that hold nothing of what is asked for, the last of them the last that holds anything. */
function nothing(start: number, end: number, held: readonly (readonly unknown[])[]): CellData[] {
  let length = end - start;
  while (length > 0 && !held.some((layer) => layer[start + length - 1] !== undefined)) length--;
  return length > 0 ? new Array(length).fill(NOTHING) : [];
}

interface Field {
  readonly read: (book: Workbook, sheet: Sheet, row: number, column: number) => unknown;
  /** Without something in one of these layers there is nothing to read. */
  readonly of: readonly Layer[];
}

const fromLayer = (layer: Layer): Field => ({
  of: [layer],
  read: (_, { grid }, row, column) => grid.get(layer, row, column),
});

const fields: Readonly<Record<string, Field>> = {
  userEnteredValue: {
    of: ["value"],
    read(_, { grid }, row, column) {
      const content = grid.get("value", row, column);
      return isFormula(content) ? { formulaValue: content.formula } : extended(content);
    },
  },
  effectiveValue: {
    of: ["value"],
    read(book, sheet, row, column) {
      const value = valueAt(book, sheet, row, column);
      return isError(value) ? { errorValue: errorAnswer(value) } : value === "" ? undefined : extended(value);
    },
  },
  formattedValue: {
    of: ["value"],
    read(book, sheet, row, column) {
      const value = valueAt(book, sheet, row, column);
      return value === undefined || value === "" ? undefined : display(book, sheet, row, column, value);
    },
  },
  userEnteredFormat: fromLayer("format"),
  effectiveFormat: {
    of: layers,
    read(book, sheet, row, column) {
      const own = lookOf(book, sheet)(row, column);
      const value = valueAt(book, sheet, row, column);
      if (own === undefined && value === undefined) return undefined;
      return effectiveFormat(book.properties.defaultFormat ?? defaultFormat, own, isError(value) ? true : value);
    },
  },
  note: fromLayer("note"),
  dataValidation: {
    of: ["rule"],
    read(_, { grid }, row, column) {
      const rule = grid.get("rule", row, column) as CellRule | undefined;
      return rule && answeredRule(rule);
    },
  },
  textFormatRuns: fromLayer("runs"),
  hyperlink: { of: ["value", "format", "runs"], read: linkAt },
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

function cellData(book: Workbook, sheet: Sheet, row: number, column: number, asked: Asked): CellData {
  const held = sheet.grid.row(row);
  let cell: { [field: string]: unknown } | undefined;
  for (const [name, { of, read }] of asked) {
    if (!of.some((layer) => held?.[layer]?.[column] !== undefined)) continue;
    const value = read(book, sheet, row, column);
    if (value === undefined) continue;
    cell ??= {};
    cell[name] = value;
  }
  return cell ?? NOTHING;
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
