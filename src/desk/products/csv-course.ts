import * as z from "zod/mini";
import { parsedJson } from "../../core/json.ts";
import type { Book } from "../../workbook/commit/book.ts";
import type { ImportPart, PartCounts } from "./rules/csv/import-wire.ts";
import { type Change, kindOf, type Merged } from "./rules/merge.ts";
import { type RefusalSummary, refusalSummaries } from "./rules/refusal.ts";

/** Names the import of product files, and the cursor that tells how far the one came that committed last. */
export const COURSE = "import-product-rows";

const count = z.int();
const courseSchema = z.object({
  run: z.string(),
  /** Parts that are done whole. */
  parts: count,
  found: count,
  counts: z.object({ added: count, updated: count, asked: count, retired: count }),
  refused: z.record(z.string(), z.object({ count, text: z.string() })),
});

export type Course = z.infer<typeof courseSchema>;

/** The course of this import: a new one where none of its parts was committed yet. */
export function courseOf(book: Book, { run }: Pick<ImportPart, "run">): Course {
  const parsed = z.safeParse(courseSchema, parsedJson(book.cursor(COURSE) ?? ""));
  return parsed.success && parsed.data.run === run
    ? parsed.data
    : { run, parts: 0, found: 0, counts: { added: 0, updated: 0, asked: 0, retired: 0 }, refused: {} };
}

export const cursorsOf = (course: Course): Readonly<Record<string, string>> => ({ [COURSE]: JSON.stringify(course) });

/** With the rows of one commit. */
export const withRows = (course: Course, { changes }: Merged): Course => ({
  ...course,
  counts: changes.reduce(withChange, course.counts),
});

function withChange(counts: PartCounts, change: Change): PartCounts {
  const kind = kindOf(change);
  const name = kind === "changed" ? "updated" : kind;
  return { ...counts, [name]: counts[name] + 1 };
}

/** With a part that is done whole. */
export const withPart = (course: Course, { part, listings, refused }: ImportPart, merged: Merged): Course => ({
  ...course,
  parts: part + 1,
  found: course.found + listings.length,
  refused: [
    ...refusalSummaries(merged.refusals),
    ...Object.entries(refused).map(([text, some]) => ({ kind: text, text, count: some })),
  ].reduce(withRefused, course.refused),
});

const MORE = " ほか）";

function withRefused(
  refused: Course["refused"],
  { kind, text, count: some }: Omit<RefusalSummary, "kind"> & { readonly kind: string },
): Course["refused"] {
  const known = refused[kind];
  if (known === undefined) return { ...refused, [kind]: { count: some, text } };
  // The first part names some; there are more now.
  const more = known.text.endsWith("）") && !known.text.endsWith(MORE) ? known.text.slice(0, -1) + MORE : known.text;
  return { ...refused, [kind]: { count: known.count + some, text: more } };
}
