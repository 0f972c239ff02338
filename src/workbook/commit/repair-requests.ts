import { type Cell, type Cells, cellData, cellsRequest, isBlank, sameCell } from "../cell.ts";
import { staffKeysOf } from "../declare/staff-blocks.ts";
import { markOf } from "../declare/staff-mark.ts";
import { columnsOfJobs, formulasOf } from "../declare/table.ts";
import { type Layout, placeOf } from "../read/layout.ts";
import { cellAt, type SheetRow, type SheetState } from "../read/snapshot.ts";
import { formulaRepairs } from "./formula-repairs.ts";
import { lostRowRequests } from "./lost-rows.ts";
import { overwrittenRows } from "./overwritten-keys.ts";
import type { Placement } from "./placement.ts";
import { inverse } from "./rename.ts";
import { unrenamedRows } from "./rename-repairs.ts";
import { appendRequest, updateRequests } from "./requests.ts";
import type { Write } from "./writes.ts";

type Request = GoogleAppsScript.Sheets.Schema.Request;

export interface Repair {
  readonly requests: Request[];
  /** What it writes into each row that is not right: should people move rows once more, it may come to rows of nobody's. */
  readonly cells: readonly Cells[];
  /** Rows, as people call them, whose cells of people come back as the run read them: what was typed since is lost. */
  readonly restored: readonly string[];
}

/**
 * Staff sorted, inserted or deleted in the instant between the look and the write, so some cells went to the wrong place.
 * Puts every row right by its key: `before` is the sheet as the run knew it, `done` what was written, `now` the sheet as it is, and
 * `repaired` what earlier repairs wrote.
 */
export function repairOf(
  before: SheetState,
  done: Placement,
  now: SheetState,
  writes: readonly Write[],
  repaired: readonly Cells[],
): Repair {
  const intended = intendedRows(before, done);
  const own = writes.filter(({ sheetId }) => sheetId === now.sheetId);
  const writesTo = (key: string, row: SheetRow) => own.filter(({ row: to }) => to === key || to === row.index);
  const overwritten = overwrittenRows(done, now);
  const robbed = new Set(overwritten.values());
  const known = [...[...now.rows].filter(([, row]) => !robbed.has(row)), ...overwritten].flatMap(([key, row]) => {
    const wanted = intended.get(key);
    return wanted === undefined ? [] : [{ key, row, wanted }];
  });
  const foreign = known.map(({ key, row, wanted }) => ({
    key,
    requests: foreignRepairs(before, now, key, row, wanted, writesTo(key, row), done),
  }));
  const wrong = known.map(({ row, wanted }) => ({ rowIndex: row.index, cells: wrongCells(now, row, wanted) }));
  const requests = [
    ...updateRequests(now.sheetId, now.layout, wrong),
    ...foreign.flatMap((cells) => cells.requests),
    ...updateRequests(now.sheetId, now.layout, unrenamedRows(done.renamed, now)),
    ...updateRequests(now.sheetId, now.layout, lostKeys(done, now)),
    ...nobodys(now, intended, done)
      .filter((row) => !robbed.has(row))
      .flatMap((row) => clearRequests(now, done, row, repaired)),
    ...missingRows(done, now),
    ...lostRowRequests(before, done, now),
    ...formulaRepairs(done, now, own),
  ];
  const restored = foreign.flatMap(({ key, requests: own }) =>
    done.moves || own.length === 0 ? [] : [`「${now.table.sheet}」${key.split("\u001f").join(" ")}`],
  );
  return { requests, cells: wrong.map(({ cells }) => cells), restored };
}

/** Rows whose keys were to come back, or gave way to one that did; those that a commit leaves to the next one wait for it. */
function lostKeys({ position, rekeyed }: Placement, now: SheetState) {
  const left = rekeyed.length > 0 ? [] : position.overtyped;
  return now.overtyped.filter(({ key }) => !left.some((other) => other.key === key));
}

/** Rows without a key, and those under a key that we know nothing of: cells of a shifted row may make one up. */
function nobodys(now: SheetState, intended: ReadonlyMap<string, Cells>, { renamed }: Placement): SheetRow[] {
  const isKnown = (key: string) => intended.has(key) || renamed.has(key);
  return [
    ...now.keyless,
    ...[...now.rows].flatMap(([key, row]) => (isKnown(key) ? [] : [row])),
    ...now.doubles.filter(({ key }) => !isKnown(key)),
  ];
}

/** The cells that each key shall have: what was known of those of the jobs, with what this commit changed. */
function intendedRows(before: SheetState, done: Placement): Map<string, Cells> {
  const intended = new Map<string, Cells>();
  const names = columnsOfJobs(before.table);
  for (const [key, row] of before.rows)
    intended.set(key, new Map(names.map((name) => [name, cellAt(before, row, name)])));
  for (const [was, { cells }] of done.updated) {
    const key = done.renamed.get(was) ?? was;
    intended.set(key, new Map([...(intended.get(key) ?? []), ...cells]));
  }
  for (const [key, cells] of done.added) intended.set(key, cells);
  return intended;
}

const wrongCells = (now: SheetState, row: SheetRow, wanted: Cells): Cells =>
  new Map([...wanted].filter(([name, cell]) => !sameCell(cell, cellAt(now, row, name))));

/**
 * Columns moved under the write: a cell that is not to be written and now holds what was meant for another gets its own
 * value back. It is known by its value, since the column may have moved again; an emptied one only by its place.
 */
function foreignRepairs(
  before: SheetState,
  now: SheetState,
  key: string,
  row: SheetRow,
  wanted: Cells,
  writes: readonly Write[],
  { renamed, moves, position }: Placement,
): Request[] {
  if (writes.length + renamed.size === 0) return [];
  const formulas = formulasOf(now.table).map(({ name }) => placeOf(now.layout, name));
  const ownMarks = staffKeysOf(now.table)
    .map((name) => placeOf(now.layout, name))
    .filter((place) => markOf(now.table, row.cells[place] ?? null)?.key === key);
  const ours = new Set([...placesOf(now.layout, wanted), ...formulas, ...ownMarks]);
  const latest = moves ? position.rows.get(inverse(renamed).get(key) ?? key) : undefined;
  const [state, known] = latest === undefined ? [before, before.rows.get(key)] : [position, latest];
  const isStray = (cell: Cell, column: number) =>
    writes.some((write) => sameCell(write.cell, cell) && (!isBlank(cell) || write.column === column));
  return row.cells.flatMap((cell, column) => {
    const own = known?.cells[state.headers.indexOf(now.headers[column] ?? "")] ?? null;
    const isRenamed = renamed.get(String(own)) === cell;
    if (ours.has(column) || sameCell(own, cell) || !(isRenamed || isStray(cell, column))) return [];
    return [cellsRequest(now.sheetId, row.index, column, [cellData(own)])];
  });
}

const placesOf = (layout: Layout, cells: Cells): Set<number> =>
  new Set([...cells.keys()].map((name) => placeOf(layout, name)));

/**
 * A row of nobody's is freed of what this commit and its repairs wrote there, if it is all there: where its columns are now, or
 * where they were before people moved them under the write.
 */
function clearRequests(
  now: SheetState,
  { position: { layout }, added, updated }: Placement,
  row: SheetRow,
  repaired: readonly Cells[],
): Request[] {
  const written = [...added.values(), ...[...updated.values()].map(({ cells }) => cells), ...repaired];
  const cellIn = (column: number) => row.cells[column] ?? null;
  const isHeld = (at: Layout) => (cells: Cells) =>
    [...cells].every(([name, cell]) => sameCell(cellIn(placeOf(at, name)), cell));
  const columns = new Set(
    [layout, now.layout].flatMap((at) => written.filter(isHeld(at)).flatMap((cells) => [...placesOf(at, cells)])),
  );
  return [...columns]
    .filter((column) => !isBlank(cellIn(column)))
    .map((column) => cellsRequest(now.sheetId, row.index, column, [cellData(null)]));
}

function missingRows(done: Placement, now: SheetState): Request[] {
  const missing = [...done.added].filter(([key]) => !now.rows.has(key)).map(([, cells]) => cells);
  return missing.length === 0 ? [] : [appendRequest(now.sheetId, now.layout, missing)];
}
