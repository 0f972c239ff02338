import type { sheets_v4 } from "@googleapis/sheets";
import { invalid } from "../api/api-error.ts";
import { type Mask, overlay, under } from "../api/field-mask.ts";
import { stored } from "../api/message.ts";
import { type CellFormat, formatUpdater } from "./cell-format.ts";
import type { Content, Grid } from "./grid.ts";

type CellData = sheets_v4.Schema$CellData;

const CHARACTERS = 50_000;

export function checkLength(text: string): string {
  if (text.length > CHARACTERS)
    throw invalid(`Your input contains more than the maximum of ${CHARACTERS} characters in a single cell.`);
  return text;
}

/** The content an ExtendedValue stands for, exactly as given; an empty text is an empty cell. */
export function contentOf(value: sheets_v4.Schema$ExtendedValue | null | undefined): Content | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value.stringValue === "string")
    return value.stringValue === "" ? undefined : checkLength(value.stringValue);
  if (typeof value.numberValue === "number") return value.numberValue;
  if (typeof value.boolValue === "boolean") return value.boolValue;
  if (typeof value.formulaValue === "string") return formulaOf(value.formulaValue);
  if (Object.values(value).every((field) => field === null || field === undefined)) return undefined;
  throw invalid(
    "A cell value must be one of stringValue (a string), numberValue (a number), boolValue or formulaValue",
  );
}

function formulaOf(text: string): Content {
  if (!text.startsWith("=")) throw invalid(`Invalid formula: ${text}`);
  return { formula: checkLength(text) };
}

/** Writes the named fields of one cell. */
export type CellWriter = (grid: Grid, row: number, column: number, cell: CellData | null | undefined) => void;

const readOnly = ["effectiveValue", "formattedValue", "effectiveFormat", "hyperlink"];
const unsupported = ["pivotTable", "dataSourceTable", "dataSourceFormula", "chipRuns"];

/** A writer for the fields of a mask: what is named but absent in the cell is cleared, what is not named stays. */
export function cellWriter(mask: Mask): CellWriter {
  for (const field of unsupported)
    if (mask !== true && field in mask) throw invalid(`workbench: cell field "${field}" is not implemented`);
  for (const field of readOnly) if (mask !== true && field in mask) throw invalid(`${field} is a read-only field`);
  const writers = Object.entries(fields).flatMap(([field, write]) => {
    const inner = under(mask, field);
    return inner === undefined ? [] : [write(inner)];
  });
  const only = writers.length === 1 ? writers[0] : undefined;
  return (
    only ??
    ((grid, row, column, cell) => {
      for (const write of writers) write(grid, row, column, cell);
    })
  );
}

const fields: Readonly<Record<string, (mask: Mask) => CellWriter>> = {
  userEnteredValue: () => (grid, row, column, cell) =>
    grid.set("value", row, column, contentOf(cell?.userEnteredValue)),
  userEnteredFormat: (mask) => {
    const updated = formatUpdater(mask);
    return (grid, row, column, cell) => {
      const current = grid.get("format", row, column) as CellFormat | undefined;
      if (current === undefined && !cell?.userEnteredFormat) return;
      grid.set("format", row, column, updated(current, cell?.userEnteredFormat));
    };
  },
  note: () => (grid, row, column, cell) => grid.set("note", row, column, cell?.note || undefined),
  dataValidation: (mask) => (grid, row, column, cell) =>
    grid.set("rule", row, column, updatedRule(grid.get("rule", row, column), cell?.dataValidation, mask)),
  textFormatRuns: () => (grid, row, column, cell) =>
    grid.set("runs", row, column, cell?.textFormatRuns?.length ? stored(cell.textFormatRuns) : undefined),
};

function updatedRule(current: object | undefined, given: object | null | undefined, mask: Mask): object | undefined {
  if (mask === true) return given ? stored(given) : undefined;
  const rule = overlay(current ?? {}, given ?? {}, mask);
  return Object.keys(rule).length === 0 ? undefined : stored(rule);
}
