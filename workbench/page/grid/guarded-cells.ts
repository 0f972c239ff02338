/** Cells that are not to be changed by accident: headers, and what a protection covers. */
import type { Area, DrawnFrame, DrawnProtection } from "../../sheets/drawing/drawn.ts";
import type { Corner } from "../sheets-client.ts";

export type SheetGuard = Pick<DrawnFrame, "frozenRows" | "protections" | "validations">;

export type Caution = { readonly kind: "header" } | { readonly kind: "protected"; readonly description: string };

export const unguarded: SheetGuard = { frozenRows: 0, protections: [], validations: [] };

const inside = ({ startRow, endRow, startColumn, endColumn }: Area, { row, column }: Corner): boolean =>
  startRow <= row && row < endRow && startColumn <= column && column < endColumn;

const covering = ({ protections }: SheetGuard, cell: Corner): DrawnProtection[] =>
  protections.filter(({ area, open }) => inside(area, cell) && !open.some((free) => inside(free, cell)));

/** A cell and whether the change leaves something in it. */
export type Changed = Corner & { readonly filled: boolean };

/** A header whose rule refuses what is not to be there, without being asked. */
const isRuledHeader = ({ frozenRows, validations }: SheetGuard, cell: Changed): boolean =>
  cell.row < frozenRows &&
  cell.filled &&
  validations.some(({ rule, areas }) => rule.strict === true && areas.some((area) => inside(area, cell)));

/** What to ask before these cells are changed. Nothing of cells that are refused to this person anyway. */
export function cautionFor(guard: SheetGuard, cells: readonly Changed[]): Caution | undefined {
  if (cells.some((cell) => isLocked(guard, cell))) return undefined;
  const asked = cells.filter((cell) => !isRuledHeader(guard, cell));
  if (asked.some(({ row }) => row < guard.frozenRows)) return { kind: "header" };
  const [first] = asked.flatMap((cell) => covering(guard, cell));
  return first && { kind: "protected", description: first.description };
}

/** Nobody but those whom the protection lets through may edit this cell. */
export const isLocked = (guard: SheetGuard, cell: Corner): boolean =>
  covering(guard, cell).some(({ editable }) => !editable);

/** Where typing does no harm: the first cell below the headers that no protection covers. */
export function harmlessCell(guard: SheetGuard, columns: number): Corner {
  const row = guard.frozenRows;
  const free = Array.from({ length: columns }, (_, column) => column).find(
    (column) => covering(guard, { row, column }).length === 0,
  );
  return { row, column: free ?? 0 };
}
