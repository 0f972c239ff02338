import type { sheets_v4 } from "@googleapis/sheets";
import { axisOf } from "../../book/dimension.ts";
import type { Rect } from "../../book/grid-range.ts";
import { requireSheet } from "../../book/workbook.ts";
import { valueAt } from "../../formulas/evaluation.ts";
import { type Context, type RequestKind, writableRect } from "../request-kind.ts";
import { layersOf, pick, put } from "./paste.ts";

/** Takes out the rows of a range that say the same as one above them; the rows below move up within the range. */
export const deleteDuplicates: RequestKind<"deleteDuplicates"> = ({ range, comparisonColumns }, context) => {
  const rect = writableRect(context, range);
  const columns = comparedColumns(rect, comparisonColumns ?? []);
  const kept = firstOfEach(context, rect, columns);
  const removed = rect.endRow - rect.startRow - kept.length;
  const block = pick(context.book, rect, undefined);
  const rows = kept.map((row) => block[row - rect.startRow]!);
  const carried = layersOf(undefined);
  put(context.book, [[{ row: 0, column: 0 }]], rect, carried, false);
  put(context.book, rows, { ...rect, endRow: rect.startRow + rows.length }, carried, true);
  return removed === 0 ? {} : { duplicatesRemovedCount: removed };
};

/** All columns of the range when none is named. */
function comparedColumns(rect: Rect, named: readonly sheets_v4.Schema$DimensionRange[]): number[] {
  const all = Array.from({ length: rect.endColumn - rect.startColumn }, (_, i) => rect.startColumn + i);
  const compared = named.map(({ dimension, startIndex, endIndex }) => ({
    axis: axisOf(dimension ?? "COLUMNS"),
    start: startIndex ?? 0,
    end: endIndex ?? Number.POSITIVE_INFINITY,
  }));
  if (compared.length === 0) return all;
  return all.filter((column) => compared.some(({ start, end }) => column >= start && column < end));
}

function firstOfEach({ book }: Context, rect: Rect, columns: readonly number[]): number[] {
  const sheet = requireSheet(book, rect.sheetId);
  const seen = new Set<string>();
  const kept: number[] = [];
  for (let row = rect.startRow; row < rect.endRow; row++) {
    const key = JSON.stringify(columns.map((column) => comparable(valueAt(book, sheet, row, column))));
    if (seen.has(key)) continue;
    seen.add(key);
    kept.push(row);
  }
  return kept;
}

/** Texts that differ in case alone say the same. */
const comparable = (value: unknown): unknown => (typeof value === "string" ? value.toLowerCase() : value);
