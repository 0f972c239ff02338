import type { Cell, Cells } from "../cell.ts";
import type { Table } from "../declare/table.ts";
import { formulasOf } from "../declare/table.ts";
import type { Dressed } from "../read/dressed.ts";
import type { FormulaCells } from "../read/formula-cells.ts";
import { placeOf } from "../read/layout.ts";
import { type SheetRow, type SheetState, type States, stateOf } from "../read/snapshot.ts";
import { asRepaired, type StaffRepair } from "../read/staff-repair.ts";
import type { Removals } from "./cells.ts";
import { growth } from "./grow.ts";
import type { Placement } from "./placement.ts";
import { afterRemovals, asKnown } from "./removal.ts";
import { renamedRows } from "./rename.ts";

/** A run's own picture of a sheet: as it was read, with people's cells in their own rows and what the run wrote since. Positions in it grow old. */
export interface Picture extends SheetState {
  rows: Map<string, SheetRow>;
  doubles: SheetState["doubles"];
  used: number;
  filled: number;
  rowCount: number;
  dressed: readonly Dressed[];
  formulas: FormulaCells;
  overtyped: SheetState["overtyped"];
}

export const picturesOf = (states: States, repairs: ReadonlyMap<Table, StaffRepair>): Map<Table, Picture> =>
  new Map([...states].map(([table, state]) => [table, pictureOf(repairedBy(repairs.get(table), state))]));

const repairedBy = (repair: StaffRepair | undefined, state: SheetState): SheetState =>
  repair === undefined ? state : asRepaired(state, repair);

const pictureOf = (state: SheetState): Picture => ({ ...state, rows: new Map(state.rows) });

export function follow(picture: Picture, place: Placement, spare: number): void {
  const { updated, renamed, added, places } = place;
  if (place.rekeyed.length > 0) picture.overtyped = [];
  for (const [key, { rowIndex, cells }] of updated) put(picture, key, rowIndex, cells);
  if (renamed.size > 0) {
    picture.rows = renamedRows(picture, picture.rows, renamed);
    picture.doubles = picture.doubles.map((row) => ({ ...row, key: renamed.get(row.key) ?? row.key }));
  }
  [...added].forEach(([key, cells], at) => {
    put(picture, key, places[at] as number, cells);
  });
  const end = Math.max(...places.slice(-1), 0) + 1;
  picture.formulas = new Map([...picture.formulas, ...formulasIn(picture, places)]);
  picture.used = Math.max(picture.used, end);
  picture.rowCount = place.position.rowCount + growth(place, spare);
  picture.filled = Math.max(picture.filled, end);
}

/** New rows come with them. */
function formulasIn({ table, layout }: Picture, rows: readonly number[]): [row: number, columns: Set<number>][] {
  const columns = formulasOf(table).map(({ name }) => placeOf(layout, name));
  return columns.length === 0 ? [] : rows.map((row) => [row, new Set(columns)]);
}

/** `seen` shows which of the rows that were to go are gone; those that stay are known from now on as they were met. */
export function followRemovals(
  picture: Picture,
  { position, removed }: Placement,
  wanted: Removals = new Map(),
  seen: States,
): void {
  if (wanted.size === 0) return;
  const after = afterRemovals(removed);
  const left = stateOf(seen, picture.table).rows;
  const rows = new Map<string, SheetRow>();
  for (const [key, row] of picture.rows) {
    const met = wanted.has(key) && !removed.has(key) ? position.rows.get(key) : undefined;
    if (wanted.has(key) && met === undefined && !left.has(key)) continue;
    const known = met === undefined ? row : asKnown(picture, position, met);
    rows.set(key, { ...known, index: after(known.index) });
  }
  picture.rows = rows;
  picture.doubles = picture.doubles.map((row) => ({ ...row, index: after(row.index), first: after(row.first) }));
  picture.used = after(picture.used);
  picture.filled = after(picture.filled);
  picture.formulas = new Map([...picture.formulas].map(([row, columns]) => [after(row), columns]));
  picture.rowCount -= removed.size;
}

function put({ rows, layout }: Picture, key: string, index: number, cells: Cells): void {
  const values: Cell[] = [...(rows.get(key)?.cells ?? [])];
  for (const [name, cell] of cells) values[placeOf(layout, name)] = cell;
  rows.set(key, { index, cells: Array.from(values, (cell) => cell ?? null) });
}
