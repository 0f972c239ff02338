import type { sheets_v4 } from "@googleapis/sheets";
import { toRect } from "../book/grid-range.ts";
import type { Sheet, Workbook } from "../book/workbook.ts";
import { display } from "../cells/shown.ts";
import { calculatedAt } from "../formulas/calculation-time.ts";
import { valueAt } from "../formulas/evaluation.ts";
import { cellOfRow, rowCondition, rowFormulasOf } from "../formulas/row-formulas.ts";
import { conditionFormula } from "./condition.ts";

type Filter = sheets_v4.Schema$BasicFilter | sheets_v4.Schema$FilterView;
type Criteria = sheets_v4.Schema$FilterCriteria;

type Passes = (row: number) => boolean;

/** The rows that a filter hides by values and conditions; colours hide nothing here. */
export function filteredRows(book: Workbook, sheet: Sheet, filter: Filter | undefined): number[] {
  const columns = filter === undefined ? [] : passesOf(book, sheet, filter);
  if (columns.length === 0) return [];
  const { startRow, endRow } = toRect(filter?.range ?? {});
  const rows: number[] = [];
  for (let row = startRow + 1; row < Math.min(endRow, sheet.grid.rowCount); row++)
    if (!columns.every((passes) => passes(row))) rows.push(row);
  return rows;
}

export const hasCriteria = (filter: Filter | undefined): boolean => criteriaOf(filter ?? {}).length > 0;

/** `filterSpecs` is the newer of the two notations, and stands alone where both are there. */
export function criteriaOf({ criteria, filterSpecs }: Filter): [column: number, criteria: Criteria][] {
  if (filterSpecs?.length)
    return filterSpecs.map(({ columnIndex, filterCriteria }) => [columnIndex ?? 0, filterCriteria ?? {}]);
  // A client may send null in place of a column's criteria.
  return Object.entries(criteria ?? {}).map(([column, each]) => [Number(column), each ?? {}]);
}

const passesOf = (book: Workbook, sheet: Sheet, filter: Filter): Passes[] =>
  criteriaOf(filter).flatMap(([column, { hiddenValues, condition }]) => [
    ...(hiddenValues?.length ? [byValue(book, sheet, column, new Set(hiddenValues))] : []),
    ...(condition ? [byCondition(book, sheet, column, condition, toRect(filter.range ?? {}).startRow + 1)] : []),
  ]);

/** Values are hidden by what they show. */
const byValue =
  (book: Workbook, sheet: Sheet, column: number, hidden: ReadonlySet<string>): Passes =>
  (row) =>
    !hidden.has(textAt(book, sheet, row, column));

export function textAt(book: Workbook, sheet: Sheet, row: number, column: number): string {
  const value = valueAt(book, sheet, row, column);
  return value === undefined ? "" : display(book, sheet, row, column, value);
}

/** A custom formula is written for the first row below the header. */
function byCondition(
  book: Workbook,
  sheet: Sheet,
  column: number,
  condition: sheets_v4.Schema$BooleanCondition,
  firstRow: number,
): Passes {
  const text = conditionFormula(condition, cellOfRow(column));
  const formula = text && rowCondition(text, condition.type === "CUSTOM_FORMULA" ? firstRow : 0);
  if (!formula) return () => true;
  const time = calculatedAt(book);
  return (row) => rowFormulasOf(book).holds(formula, time, (at) => valueAt(book, sheet, row, at));
}
