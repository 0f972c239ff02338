import type { Table } from "../declare/table.ts";
import { type ChangeSet, changeBytes } from "./change-set.ts";

/** Google recommends two million bytes a request at most; log, marks and formats want their share of them. */
const MOST_BYTES = 1_900_000;

/**
 * What the changes are about, in as many parts as commits they take, in the order given: one subject each at least.
 * `subjectOf` tells whose a row is, by its table and key.
 */
export function fittingParts(
  changes: ReadonlyMap<Table, ChangeSet>,
  subjects: readonly string[],
  subjectOf: (key: string, table: Table) => string,
): string[][] {
  const sizes = new Map<string, number>();
  let total = 0;
  for (const [table, change] of changes)
    for (const [key, bytes] of changeBytes(change)) {
      const subject = subjectOf(key, table);
      sizes.set(subject, (sizes.get(subject) ?? 0) + bytes);
      total += bytes;
    }
  const sizeOf = (subject: string): number => sizes.get(subject) ?? 0;
  // What belongs to none of these comes with the first part.
  let left = MOST_BYTES - (total - subjects.reduce((sum, subject) => sum + sizeOf(subject), 0));
  const starts = subjects.flatMap((subject, at) => {
    left -= sizeOf(subject);
    if (left >= 0 || at === 0) return [];
    left = MOST_BYTES - sizeOf(subject);
    return [at];
  });
  return [0, ...starts].map((start, part) => subjects.slice(start, starts[part]));
}
