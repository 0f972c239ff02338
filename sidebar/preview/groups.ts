import { groupedBy } from "../../src/core/grouped.ts";
import { NO_CARRIER } from "../../src/desk/shipments/rules/reasons.ts";
import type { PreviewEntry } from "../../src/desk/shipments/rules/shipment-preview.ts";

/** Rows that would wait for one reason. */
interface Group {
  readonly name: string;
  readonly rows: number;
  /** What the reason is about, with how often, where that differs from row to row. */
  readonly of: readonly string[];
}

/** The reasons, the commonest first; a row counts once for each of its own. */
export function groupsOf(entries: readonly PreviewEntry[]): Group[] {
  const all = entries.flatMap(({ reasons }, row) => reasons.map((reason) => ({ ...reason, row })));
  const count = (some: readonly { readonly row: number }[]) => new Set(some.map(({ row }) => row)).size;
  return [...groupedBy(all, ({ name }) => name)]
    .map(([name, some]) => {
      const named = some.filter(({ of }) => of !== "");
      const of = [...groupedBy(named, (one) => one.of)].map(([what, those]) => `「${what}」${count(those)}件`);
      return { name, rows: count(some), of };
    })
    .sort((one, other) => other.rows - one.rows);
}

/** Delivery methods of which nobody has said yet who carries them. */
export const carrierlessMethods = (entries: readonly PreviewEntry[]): string[] => [
  ...new Set(
    entries.flatMap(({ reasons }) => reasons.flatMap(({ name, of }) => (name === NO_CARRIER && of !== "" ? [of] : []))),
  ),
];
