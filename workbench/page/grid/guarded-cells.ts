/** Cells that are not to be changed by accident: headers, and what a protection covers. */
import type { Corner } from "../sheets-client.ts";

export interface Box {
  readonly startRowIndex?: number;
  readonly endRowIndex?: number;
  readonly startColumnIndex?: number;
  readonly endColumnIndex?: number;
}

export interface Protection {
  readonly range?: Box;
  readonly unprotectedRanges?: readonly Box[];
  readonly description?: string;
  /** Told of those who may edit all the same, be it that they are only to be warned. */
  readonly requestingUserCanEdit?: boolean;
}

export interface SheetGuard {
  readonly frozenRows: number;
  readonly protections: readonly Protection[];
}

export type Caution = { readonly kind: "header" } | { readonly kind: "protected"; readonly description: string };

export const unguarded: SheetGuard = { frozenRows: 0, protections: [] };

const inside = (box: Box, { row, column }: Corner): boolean =>
  row >= (box.startRowIndex ?? 0) &&
  row < (box.endRowIndex ?? Infinity) &&
  column >= (box.startColumnIndex ?? 0) &&
  column < (box.endColumnIndex ?? Infinity);

const covering = ({ protections }: SheetGuard, cell: Corner): Protection[] =>
  protections.filter(
    ({ range = {}, unprotectedRanges = [] }) =>
      inside(range, cell) && !unprotectedRanges.some((box) => inside(box, cell)),
  );

/** What to ask before these cells are changed. Nothing of cells that are refused to this person anyway. */
export function cautionFor(guard: SheetGuard, cells: readonly Corner[]): Caution | undefined {
  const protections = cells.flatMap((cell) => covering(guard, cell));
  if (protections.some(({ requestingUserCanEdit }) => !requestingUserCanEdit)) return undefined;
  if (cells.some(({ row }) => row < guard.frozenRows)) return { kind: "header" };
  const [first] = protections;
  return first && { kind: "protected", description: first.description ?? "" };
}

/** Where typing does no harm: the first cell below the headers that no protection covers. */
export function harmlessCell(guard: SheetGuard, columns: number): Corner {
  const row = guard.frozenRows;
  const free = Array.from({ length: columns }, (_, column) => column).find(
    (column) => covering(guard, { row, column }).length === 0,
  );
  return { row, column: free ?? 0 };
}
