import { type Cell, isBlank } from "../cell.ts";
import { isSeal } from "../declare/seal.ts";
import type { StaffBlock } from "../declare/staff-blocks.ts";
import { markText, printOf, type StaffMark } from "../declare/staff-mark.ts";
import { placeOf } from "./layout.ts";
import { marksOf } from "./marks.ts";
import type { SheetRow, SheetState } from "./snapshot.ts";

/** People's cells of one block in one row, with the mark that travels with them. */
export interface StaffRow {
  readonly index: number;
  /** Of the row; undefined where it has none. */
  readonly key: string | undefined;
  readonly keyCells: readonly Cell[];
  /** The row is a copy of another with its key. */
  readonly copy: boolean;
  /** Has no mark, and a job wrote it all the same: people also type notes into the column of a key. */
  readonly sealed: boolean;
  /** Its mark says just what its cells are, and whose: nearly all are so. */
  readonly settled: boolean;
  /** As it stands in the cell. */
  readonly text: Cell;
  readonly mark: StaffMark | undefined;
  /** In the order of the block's columns. */
  readonly cells: readonly Cell[];
  readonly prints: readonly string[];
}

/** Every row that has a key, or something in the place of a mark without one. */
export function staffRows(state: SheetState, block: StaffBlock): StaffRow[] {
  const place = placeOf(state.layout, block.key);
  const places = block.columns.map((column) => placeOf(state.layout, column));
  const markIn = marksOf(state, block);
  const keyPlaces = state.table.key.map((part) => placeOf(state.layout, part));
  const seen = ({ index, cells }: SheetRow, key: string | undefined, copy: boolean): StaffRow => {
    const at = (column: number) => cells[column] ?? null;
    const own = places.map(at);
    const keyCells = keyPlaces.map(at);
    const prints = own.map(printOf);
    const text = at(place);
    const settled = key !== undefined && text === markText(keyCells, prints);
    const mark = settled ? markOn(key, keyCells, prints) : markIn(cells);
    return {
      index,
      key,
      copy,
      sealed: mark === undefined && cells.some(isSeal),
      settled,
      keyCells,
      text,
      mark,
      cells: own,
      prints,
    };
  };
  return [
    ...[...state.rows].map(([key, row]) => seen(row, key, false)),
    ...state.doubles.map((row) => seen(row, row.key, true)),
    ...state.keyless
      .map((row) => seen(row, undefined, false))
      .filter(({ text, mark }) => !isBlank(text) || mark !== undefined),
  ];
}

/** Without taking it apart. */
const markOn = (key: string, keyCells: readonly Cell[], prints: readonly string[]): StaffMark => ({
  key,
  keyCells,
  name: String(keyCells[0] ?? ""),
  prints,
  doubt: undefined,
});

export const isHome = ({ key, mark }: StaffRow): boolean => key !== undefined && mark?.key === key;

export const hasEntries = ({ prints }: StaffRow): boolean => prints.some((print) => print !== "");
