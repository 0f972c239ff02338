import { type Cell, type Cells, isBlank } from "../cell.ts";
import { keyText } from "../declare/key.ts";
import { isSeal, sealOf } from "../declare/seal.ts";
import { staffKeysOf } from "../declare/staff-blocks.ts";
import { markOf, markStartOf } from "../declare/staff-mark.ts";
import { columnOf, columnsBy, sealBy, type Table } from "../declare/table.ts";
import { type Layout, placeOf } from "./layout.ts";

/** A row whose key people typed over, or emptied. */
export interface OvertypedKey {
  readonly rowIndex: number;
  /** Of the row: a mark beside people's cells remembers it, and the seal of the job that writes the key proves it. */
  readonly key: string;
  readonly cells: Cells;
  /** What stands there instead, in the order of the key's columns. */
  readonly typed: readonly Cell[];
}

type Row = readonly Cell[];
type KeyCells = readonly Cell[];

/**
 * Rows that are not what their key says, wherever they stand now. A row whose own key another row has is a copy, and stays
 * one; of several that had one key the first gets it.
 */
export function overtypedKeys(table: Table, layout: Layout, grid: readonly Row[]): OvertypedKey[] {
  const proves = sealProof(table, layout);
  // Where seals were not asked for, nothing is to be proven.
  if (proves === undefined || !grid.some((row) => row.some(isSeal))) return [];
  const keyPlaces = table.key.map((name) => placeOf(layout, name));
  const keyIn = (row: Row): KeyCells => keyPlaces.map((place) => row[place] ?? null);
  const foreign = foreignMarks(table, layout, grid, keyIn);
  if (foreign.size === 0) return [];
  const isAnothers = (index: number) => !proves(grid[index] as Row, keyIn(grid[index] as Row));
  const claims = new Map<number, KeyCells>();
  for (const [index, marks] of foreign) {
    const own = isAnothers(index) ? marks.find((key) => proves(grid[index] as Row, key)) : undefined;
    if (own !== undefined) claims.set(index, own);
  }
  const textOf = (key: KeyCells) => keyText(table, key);
  const held = holders(grid, (row) => textOf(keyIn(row)));
  let tries = MOST_TRIES;
  for (const [index, key] of astray()) {
    if (tries-- === 0) break;
    if (!claims.has(index) && proves(grid[index] as Row, key)) claims.set(index, key);
  }
  withoutCopies(claims, held, textOf);
  return [...claims].map(([rowIndex, key]) => ({
    rowIndex,
    key: textOf(key),
    cells: new Map(table.key.map((name, at) => [name, key[at] ?? null])),
    typed: keyIn(grid[rowIndex] as Row),
  }));

  /** Where people's cells were moved too, the mark of a row is to be found in another. */
  function* astray(): Generator<[number, KeyCells]> {
    const claimed = new Set([...claims.values()].map(textOf));
    const homeless = new Map([...foreign.values()].flat().map((key) => [textOf(key), key]));
    const missing = [...homeless].filter(([text]) => !claimed.has(text) && !held.has(text)).map(([, key]) => key);
    if (missing.length === 0) return;
    for (const [index, row] of grid.entries())
      if (index > 0 && !claims.has(index) && row.some(isSeal) && isAnothers(index))
        for (const key of missing) yield [index, key];
  }
}

/** So many comparisons take a fraction of a second. */
const MOST_TRIES = 10_000;

/** Of each row, the keys in marks that stand in it and are not its own: nearly all rows have none. */
function foreignMarks(
  table: Table,
  layout: Layout,
  grid: readonly Row[],
  keyIn: (row: Row) => KeyCells,
): Map<number, KeyCells[]> {
  const places = staffKeysOf(table).map((name) => placeOf(layout, name));
  const foreign = new Map<number, KeyCells[]>();
  for (const [index, row] of grid.entries()) {
    if (index === 0 || places.every((place) => isBlank(row[place] ?? null))) continue;
    const key = keyIn(row);
    const [start, own] = [markStartOf(key), keyText(table, key)];
    const marks = places.flatMap((place) => {
      const text = row[place] ?? null;
      const mark = typeof text === "string" && text.startsWith(start) ? undefined : markOf(table, text);
      return mark === undefined || mark.key === own ? [] : [mark.keyCells];
    });
    if (marks.length > 0) foreign.set(index, marks);
  }
  return foreign;
}

/** Tells whether what the job that writes the keys wrote in a row was written for a key; undefined where it leaves no seal. */
function sealProof(table: Table, layout: Layout): ((row: Row, key: KeyCells) => boolean) | undefined {
  const { writer } = columnOf(table, table.key[0] as string);
  const seal = writer === null ? undefined : sealBy(table, writer);
  if (writer === null || seal === undefined || staffKeysOf(table).length === 0) return undefined;
  const sealPlace = placeOf(layout, seal);
  const columns = columnsBy(table, writer).map((name) => [table.key.indexOf(name), placeOf(layout, name)] as const);
  return (row, key) =>
    isSeal(row[sealPlace] ?? null) &&
    row[sealPlace] === sealOf(columns.map(([part, place]) => (part === -1 ? row[place] : key[part]) ?? null));
}

function holders(grid: readonly Row[], keyOf: (row: Row) => string): Map<string, number[]> {
  const held = new Map<string, number[]>();
  for (const [index, row] of grid.entries()) {
    if (index === 0) continue;
    const key = keyOf(row);
    const rows = held.get(key);
    if (rows === undefined) held.set(key, [index]);
    else rows.push(index);
  }
  return held;
}

/** A row keeps what was typed where its own key is that of a row above, or of one that keeps it. */
function withoutCopies(
  claims: Map<number, KeyCells>,
  held: ReadonlyMap<string, readonly number[]>,
  textOf: (key: KeyCells) => string,
): void {
  for (;;) {
    const first = new Map<string, number>();
    for (const index of [...claims.keys()].sort((a, b) => b - a))
      first.set(textOf(claims.get(index) as KeyCells), index);
    const copies = [...claims].filter(([index, key]) => {
      const text = textOf(key);
      return first.get(text) !== index || (held.get(text) ?? []).some((other) => !claims.has(other));
    });
    if (copies.length === 0) return;
    for (const [index] of copies) claims.delete(index);
  }
}
