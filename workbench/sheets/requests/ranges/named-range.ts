import type { sheets_v4 } from "@googleapis/sheets";
import { invalid } from "../../api/api-error.ts";
import { stored } from "../../api/message.ts";
import { located } from "../../book/grid-range.ts";
import type { Workbook } from "../../book/workbook.ts";
import { type Context, rectOf } from "../request-kind.ts";

export type NamedRange = sheets_v4.Schema$NamedRange;

/** Checks name and place; the range keeps its open sides. */
export function normalNamedRange(context: Context, given: NamedRange, id: string): NamedRange {
  const name = given.name ?? "";
  if (!/^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) || /^(?:[A-Za-z]{1,3}\d+|R\d+C\d+|true|false)$/i.test(name))
    throw invalid(`Invalid named range name: ${name}`);
  const taken = ({ name: other, namedRangeId }: NamedRange) =>
    namedRangeId !== id && other?.toLowerCase() === name.toLowerCase();
  if (context.book.namedRanges.some(taken))
    throw invalid(`Cannot add named range with name ${name}, a named range with that name already exists.`);
  rectOf(context, given.range, "namedRange.range");
  return { namedRangeId: id, name, range: located(stored(given.range!)) };
}

export function findNamedRange(book: Workbook, id: string | null | undefined): NamedRange {
  const found = book.namedRanges.find(({ namedRangeId }) => namedRangeId === id);
  if (found === undefined) throw invalid(`No named range with id: ${id ?? ""}`);
  return found;
}
