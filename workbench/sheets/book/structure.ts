import type { sheets_v4 } from "@googleapis/sheets";
import { type CellRule, hasFormula, withFormulas } from "../cells/cell-rule.ts";
import { adjustFormula, type SpanMap, shiftFormula } from "../formulas/formula-references.ts";
import { toRect } from "./grid-range.ts";
import { isFormula, type Sheet, type Workbook } from "./workbook.ts";

type Rule = sheets_v4.Schema$ConditionalFormatRule;

export type Axis = "rows" | "columns";

export const insertion =
  (at: number, count: number): SpanMap =>
  (start, end) => [start >= at ? start + count : start, end > at ? end + count : end];

export const deletion =
  (at: number, count: number): SpanMap =>
  (start, end) => {
    const left = (index: number) => (index <= at ? index : Math.max(at, index - count));
    return left(start) < left(end) ? [left(start), left(end)] : undefined;
  };

/** A span inside the moved block goes with it; any other closes over the gap and opens where the block arrives. */
export const movement =
  (from: number, count: number, to: number): SpanMap =>
  (start, end) => {
    const target = to > from ? to - count : to;
    if (start >= from && end <= from + count) return [start - from + target, end - from + target];
    const rest = deletion(from, count)(start, end);
    return rest && insertion(target, count)(...rest);
  };

/**
 * Carries everything that points into a sheet along with a change of its rows or columns: ranges of rules, filters,
 * protections, charts and names, developer metadata, and references in formulas of all sheets.
 */
export function follow(book: Workbook, sheet: Sheet, axis: Axis, map: SpanMap): void {
  const sheetId = sheet.properties.sheetId ?? 0;
  // While the rules still tell where they stood.
  followFormulas(book, sheet, axis, map);
  const move = (value: unknown) => moved(value, sheetId, axis, map);
  for (const each of book.sheets) {
    const { rows, columns, ...lists } = each.parts;
    each.parts = { ...(move(lists) as typeof lists), rows, columns };
  }
  book.namedRanges = move(book.namedRanges) as typeof book.namedRanges;
  book.metadata = move(book.metadata) as typeof book.metadata;
  if (axis === "columns") followFilters(sheet, map);
}

/** Filters and their sort orders name columns by index; what was on a deleted column is gone. */
function followFilters({ parts }: Sheet, map: SpanMap): void {
  const at = (column: number | null | undefined) => map(column ?? 0, (column ?? 0) + 1)?.[0];
  const adjust = <T extends sheets_v4.Schema$BasicFilter | sheets_v4.Schema$FilterView>(filter: T): T => ({
    ...filter,
    ...kept("filterSpecs", filter.filterSpecs, (spec) => ({ ...spec, columnIndex: at(spec.columnIndex) })),
    ...kept("sortSpecs", filter.sortSpecs, (spec) => ({ ...spec, dimensionIndex: at(spec.dimensionIndex) })),
    ...(filter.criteria ? { criteria: movedKeys(filter.criteria, at) } : {}),
  });
  if (parts.basicFilter) parts.basicFilter = adjust(parts.basicFilter);
  parts.filterViews = parts.filterViews.map(adjust);
}

function kept<T extends object>(field: string, specs: readonly T[] | undefined, change: (spec: T) => object): object {
  if (specs === undefined) return {};
  return { [field]: specs.map(change).filter((spec) => !Object.values(spec).includes(undefined)) };
}

const movedKeys = <T>(
  criteria: { [column: string]: T },
  at: (column: number) => number | undefined,
): { [column: string]: T } =>
  Object.fromEntries(
    Object.entries(criteria).flatMap(([column, value]) => {
      const to = at(Number(column));
      return to === undefined ? [] : [[String(to), value]];
    }),
  );

type Message = { [field: string]: unknown };

/** Fields without which their message means nothing, so that losing them loses the message. */
const essential = ["range", "dimensionRange", "location", "sourceRange", "anchorCell", "overlayPosition"];

/** The message with its ranges moved; undefined when what it stands for was deleted. */
function moved(value: unknown, sheetId: number, axis: Axis, map: SpanMap): unknown {
  if (Array.isArray(value)) return value.map((item) => moved(item, sheetId, axis, map)).filter((i) => i !== undefined);
  if (typeof value !== "object" || value === null) return value;
  const message = value as Message;
  if (message.sheetId !== undefined && !("properties" in message)) return movedRange(message, sheetId, axis, map);
  const result: Message = {};
  for (const [field, item] of Object.entries(message)) {
    const next = moved(item, sheetId, axis, map);
    if (next === undefined && essential.includes(field)) return undefined;
    if (next !== undefined) result[field] = next;
  }
  return Array.isArray(message.ranges) && (result.ranges as unknown[]).length === 0 ? undefined : result;
}

function movedRange(range: Message, sheetId: number, axis: Axis, map: SpanMap): Message | undefined {
  if (range.sheetId !== sheetId) return range;
  if ("dimension" in range)
    return range.dimension === (axis === "rows" ? "ROWS" : "COLUMNS")
      ? mapped(range, "startIndex", "endIndex", map)
      : range;
  const side = axis === "rows" ? "Row" : "Column";
  const cell = axis === "rows" ? "rowIndex" : "columnIndex";
  if ("rowIndex" in range || "columnIndex" in range) {
    const at = Number(range[cell] ?? 0);
    // A chart whose anchor row is deleted stays, at the row that comes up.
    return { ...range, [cell]: map(at, at + 1)?.[0] ?? at };
  }
  return mapped(range, `start${side}Index`, `end${side}Index`, map);
}

function mapped(range: Message, from: string, to: string, map: SpanMap): Message | undefined {
  const start = range[from] as number | undefined;
  const end = range[to] as number | undefined;
  // A side that is open on both ends covers all rows, whatever happens to them.
  if (start === undefined && end === undefined) return range;
  const span = map(start ?? 0, end ?? Number.POSITIVE_INFINITY);
  if (span === undefined) return undefined;
  return {
    ...range,
    ...(start === undefined ? {} : { [from]: span[0] }),
    ...(end === undefined ? {} : { [to]: span[1] }),
  };
}

function followFormulas(book: Workbook, sheet: Sheet, axis: Axis, map: SpanMap): void {
  const changed = sheet.properties.title?.toLowerCase();
  for (const { grid, parts, properties } of book.sheets) {
    const own = properties.title?.toLowerCase();
    const refersTo = (title: string | undefined) => (title?.toLowerCase() ?? own) === changed;
    const change = (formula: string) => adjustFormula(formula, refersTo, axis === "rows" ? "row" : "column", map);
    changeFormulas(grid, change);
    followRules(grid, (formula) => adjustFormula(formula, refersTo, axis === "rows" ? "row" : "column", map, true));
    parts.conditionalFormats = parts.conditionalFormats.map((rule) =>
      changeRule(rule, (formula) => change(own === changed ? forFirstCell(formula, rule, axis, map) : formula)),
    );
  }
}

/** Rewrites the formulas of a grid; cells whose formula stays the same are not touched. */
export function changeFormulas(grid: Sheet["grid"], change: (formula: string) => string): void {
  for (let row = 0; row < grid.usedRows; row++)
    grid.row(row)?.value?.forEach((content, column) => {
      if (!isFormula(content)) return;
      const formula = change(content.formula);
      if (formula !== content.formula) grid.set("value", row, column, { formula });
    });
}

/** Cells go on sharing what they share. */
function followRules(grid: Sheet["grid"], change: (formula: string) => string): void {
  const changed = new Map<object, object>();
  const followed = (rule: CellRule): object => {
    const known = changed.get(rule) ?? (hasFormula(rule) ? withFormulas(rule, change) : rule);
    changed.set(rule, known);
    return known;
  };
  for (let row = 0; row < grid.usedRows; row++)
    grid.row(row)?.rule?.forEach((rule, column) => {
      if (rule !== undefined && followed(rule) !== rule) grid.set("rule", row, column, followed(rule));
    });
}

/** A rule is written for the first cell of its range: once that is gone or moved away, for the one that takes its place. */
function forFirstCell(formula: string, { ranges }: Rule, axis: Axis, map: SpanMap): string {
  const { startRow, endRow, startColumn, endColumn } = toRect(ranges?.[0] ?? {});
  const [start, end] = axis === "rows" ? [startRow, endRow] : [startColumn, endColumn];
  const first = map(start, end)?.[0];
  if (first === undefined) return formula;
  let by = 0;
  while (start + by < end && map(start + by, start + by + 1)?.[0] !== first) by++;
  return axis === "rows" ? shiftFormula(formula, by, 0) : shiftFormula(formula, 0, by);
}

/** The formula of a conditional format follows like that of a cell. */
function changeRule(rule: Rule, change: (formula: string) => string): Rule {
  const { condition, ...booleanRule } = rule.booleanRule ?? {};
  if (!condition?.values) return rule;
  const values = condition.values.map((value) =>
    value.userEnteredValue?.startsWith("=") ? { ...value, userEnteredValue: change(value.userEnteredValue) } : value,
  );
  return { ...rule, booleanRule: { ...booleanRule, condition: { ...condition, values } } };
}
