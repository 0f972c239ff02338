import { type Cell, isBlank } from "../cell.ts";
import { formulasOf } from "../declare/table.ts";
import { isFormulaAt } from "../read/formula-cells.ts";
import { placeOf } from "../read/layout.ts";
import type { SheetRow, SheetState } from "../read/snapshot.ts";

/** The first row below all that have a key. */
export const keyedEnd = ({ rows, doubles }: Pick<SheetState, "rows" | "doubles">): number => {
  let last = 0;
  for (const { index } of rows.values()) last = Math.max(last, index);
  for (const { index } of doubles) last = Math.max(last, index);
  return last + 1;
};

/**
 * Below the last row with a key something may stand of which an empty-looking answer tells nothing: a column of formulas,
 * below which Google would append. Nobody but us puts anything into sheets of our own.
 */
export const hasTail = ({ table }: SheetState): boolean => !table.ours;

/** From where on to look at it: somebody may delete rows above. */
export const tailStart = (state: SheetState): number => Math.max(1, keyedEnd(state) - 100);

/** Where new rows go. */
export interface Room {
  readonly places: readonly number[];
  /** Google appends them there by itself; otherwise they are written into rows that are there. */
  readonly appended: boolean;
}

/**
 * The rows below the last that holds something of the table. A column of formulas, of people or ours, and unticked boxes are
 * ready for rows to come and hold nothing yet; a row with anything else in it is somebody's note and is left out.
 * `state` has everything `from` this row on, formulas too.
 */
export function roomIn(state: SheetState, count: number, from: number): Room {
  const declared = new Set(state.layout.values());
  const formulas = new Set(formulasOf(state.table).map(({ name }) => placeOf(state.layout, name)));
  const ofTable = (column: number) => declared.has(column) && !formulas.has(column);
  const notes = state.keyless.filter((row) => holds(state, row, () => true));
  const last = notes.filter((row) => holds(state, row, ofTable)).reduce((most, { index }) => Math.max(most, index), 0);
  const end = Math.max(keyedEnd(state), last + 1, from);
  const taken = new Set(notes.map(({ index }) => index));
  const places: number[] = [];
  for (let row = end; places.length < count; row++) if (!taken.has(row)) places.push(row);
  return { places, appended: state.filled <= end };
}

const holds = ({ formulas }: SheetState, { index, cells }: SheetRow, among: (column: number) => boolean): boolean =>
  cells.some((cell, column) => isWritten(cell) && among(column) && !isFormulaAt(formulas, index, column));

const isWritten = (cell: Cell): boolean => !isBlank(cell) && cell !== false;
