import type { SheetFacts } from "./look.ts";

type Request = GoogleAppsScript.Sheets.Schema.Request;
type GridRange = GoogleAppsScript.Sheets.Schema.GridRange;

/** Whether a range ends above the last row of its sheet, as those of sheets do that grew without them. */
export const endsEarly = (range: GridRange | undefined, rowCount: number): boolean =>
  (range?.endRowIndex ?? rowCount) < rowCount;

/** Stripes and filter of a sheet down to its last row; what else people chose of them stays. */
export function reachRequests({ banding, filter, rowCount }: SheetFacts): Request[] {
  const down = (range: GridRange | undefined): GridRange => ({ ...range, endRowIndex: rowCount });
  return [
    ...(banding !== undefined && endsEarly(banding.range, rowCount)
      ? [{ updateBanding: { bandedRange: { ...banding, range: down(banding.range) }, fields: "range" } }]
      : []),
    ...(filter !== undefined && endsEarly(filter.range, rowCount)
      ? [{ setBasicFilter: { filter: { ...filter, range: down(filter.range) } } }]
      : []),
  ];
}

/** The first row that the stripes do not reach, where the sheet grew without its looks. */
export const grownFrom = ({ banding, filter, rowCount }: SheetFacts): number =>
  Math.min(banding?.range?.endRowIndex ?? rowCount, filter?.range?.endRowIndex ?? rowCount);
