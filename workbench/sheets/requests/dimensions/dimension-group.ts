import type { sheets_v4 } from "@googleapis/sheets";
import type { Band } from "../../book/dimension.ts";

type Group = sheets_v4.Schema$DimensionGroup;

export const groupsOf = ({ sheet, axis }: Band): Group[] =>
  axis === "rows" ? sheet.parts.rowGroups : sheet.parts.columnGroups;

/**
 * The groups after the rows or columns of a band went `step` deeper or up. Google's rules for nested and overlapping
 * groups come out of one: a group of depth d is an unbroken run of rows or columns that are at least d deep.
 */
export function regrouped(band: Band, step: 1 | -1): Group[] {
  const before = groupsOf(band);
  const depths: number[] = [];
  const deepen = (start: number, end: number, by: number) => {
    for (let i = start; i < end; i++) depths[i] = Math.max(0, (depths[i] ?? 0) + by);
  };
  for (const { range } of before) deepen(range?.startIndex ?? 0, range?.endIndex ?? 0, 1);
  deepen(band.start, band.end, step);
  const deepest = depths.reduce((most, depth) => Math.max(most, depth ?? 0), 0);
  return Array.from({ length: deepest }, (_, i) => i + 1).flatMap((depth) =>
    runs(depths, depth).map(([startIndex, endIndex]) => groupAt(band, before, startIndex, endIndex, depth)),
  );
}

function runs(depths: readonly (number | undefined)[], depth: number): [number, number][] {
  const found: [number, number][] = [];
  for (let i = 0; i < depths.length; i++) {
    if ((depths[i] ?? 0) < depth) continue;
    const last = found[found.length - 1];
    if (last?.[1] === i) last[1] = i + 1;
    else found.push([i, i + 1]);
  }
  return found;
}

/** A group that was there before stays collapsed if it was. */
function groupAt(
  { sheetId, axis }: Band,
  before: readonly Group[],
  startIndex: number,
  endIndex: number,
  depth: number,
): Group {
  const same = before.find(
    (group) => group.depth === depth && group.range?.startIndex === startIndex && group.range.endIndex === endIndex,
  );
  const dimension = axis === "rows" ? "ROWS" : "COLUMNS";
  return same ?? { range: { sheetId, dimension, startIndex, endIndex }, depth };
}

export function storeGroups({ sheet, axis }: Band, groups: Group[]): void {
  if (axis === "rows") sheet.parts.rowGroups = groups;
  else sheet.parts.columnGroups = groups;
}
