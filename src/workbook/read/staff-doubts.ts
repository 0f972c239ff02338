import { isBlank } from "../cell.ts";
import type { StaffBlock } from "../declare/staff-blocks.ts";
import type { Doubt } from "../declare/staff-mark.ts";
import { columnOf, type Table } from "../declare/table.ts";
import { hasEntries, isHome, type StaffRow } from "./staff-rows.ts";
import type { Holders, Trail } from "./staff-trails.ts";

/** Of one block, by the key of the row in which cells stand that a person has to look at. */
export type BlockDoubts = ReadonlyMap<string, Doubt>;

interface SeenBlock {
  readonly table: Table;
  readonly block: StaffBlock;
  readonly rows: readonly StaffRow[];
  /** Rows on which people have just answered whatever was asked. */
  readonly answered: ReadonlySet<number>;
  readonly holders: Holders;
  readonly trails: readonly Trail[];
}

export function doubtsOf({ table, block, rows, answered, holders, trails }: SeenBlock): BlockDoubts {
  const doubts = new Map<string, Doubt>();
  const standing = standingUnless(answered);
  const doubt = ({ key, copy }: StaffRow, what: Doubt | undefined) => {
    if (key !== undefined && !copy && what !== undefined && !doubts.has(key)) doubts.set(key, what);
  };
  for (const trail of trails) for (const [row, what] of doubtsOn(trail, standing)) doubt(row, what);
  const onTrails = new Set(trails.flatMap(({ moves }) => moves.flatMap(({ from, to }) => [from, to])));
  const strayed = strayedValues(table, block, rows);
  const isWiped = wipedAmong(rows);
  for (const row of rows) {
    if (onTrails.has(row)) continue;
    if (isHome(row)) doubt(row, standing(row) ?? strayed(row));
    else if (row.mark !== undefined) doubt(row, copied(row, holders));
    else if (!isBlank(row.text)) doubt(row, ["pasted", String(row.text).slice(0, 100)]);
    else if (isWiped(row)) doubt(row, ["lost", ""]);
  }
  for (const row of rows)
    if (row.key !== undefined && !onTrails.has(row) && isScattered(holders.get(row.key) ?? []))
      doubt(row, ["lost", ""]);
  return doubts;
}

/** Where nobody can tell which cells are whose, all are in doubt; else a row that gave cells away and got none, and what was in doubt already. */
function* doubtsOn({ moves, columns }: Trail, standing: Standing): Generator<[StaffRow, Doubt]> {
  const [first] = moves;
  if (columns !== undefined) {
    const isRing = moves.some(({ to }) => to === first?.from);
    if (first !== undefined && !isRing && columns.length > 0) yield [first.from, ["lost", ""]];
    for (const { from, to } of moves) {
      const doubt = standing(from);
      if (doubt !== undefined) yield [to, doubt];
    }
    return;
  }
  for (const { from } of moves) yield [from, ["from", from.mark?.name ?? ""]];
  for (const { to } of moves) yield [to, to.mark === undefined ? ["lost", ""] : ["from", to.mark.name]];
}

type Standing = (row: StaffRow) => Doubt | undefined;

/** What was asked stands until a person changes one of the cells, or answers. */
const standingUnless =
  (answered: ReadonlySet<number>): Standing =>
  ({ index, mark, prints }) =>
    mark?.doubt !== undefined && prints.join() === mark.prints.join() && !answered.has(index) ? mark.doubt : undefined;

/** Rows on which people ticked a box since the last commit, or took a tick away: that answers for all that they have there. */
export function answeredRows(table: Table, { columns }: StaffBlock, rows: readonly StaffRow[]): number[] {
  const boxes = columns.flatMap((name, at) => (columnOf(table, name).checkbox === true ? [at] : []));
  const isAnswered = (row: StaffRow) => boxes.some((at) => row.prints[at] !== (row.mark?.prints[at] ?? ""));
  return rows.filter((row) => isHome(row) && isAnswered(row)).map(({ index }) => index);
}

/** Cells with another row's mark. A mark that came alone, without any cell of that row, says nothing about the cells. */
function copied(row: StaffRow, holders: Holders): Doubt | undefined {
  const { mark, prints } = row;
  if (mark === undefined) return undefined;
  const others = (holders.get(mark.key) ?? []).filter((other) => other !== row);
  const isLike = (theirs: readonly string[]) => prints.some((print, at) => print !== "" && print === theirs[at]);
  const came = isLike(mark.prints) || others.some((other) => isLike(other.prints));
  return came || (others.length === 0 && hasEntries(row)) ? ["from", mark.name] : undefined;
}

/** More rows than these without a mark have not got theirs yet: beside rows that have one, and where no row has. */
const MOST_WIPED = 1000;
const ALL_WIPED = 20;

/** Tells of rows without a mark whether they had one: each row comes with it, and it goes only with the cells around it. */
function wipedAmong(rows: readonly StaffRow[]): (row: StaffRow) => boolean {
  const isBare = ({ key, mark, sealed }: StaffRow) => key !== undefined && sealed && mark === undefined;
  const most = rows.some(({ mark }) => mark !== undefined) ? MOST_WIPED : ALL_WIPED;
  const areWiped = rows.filter(isBare).length <= most;
  return (row) => areWiped && isBare(row);
}

/** The mark of a row stands in several others, and not in its own. */
const isScattered = (holders: readonly StaffRow[]): boolean => holders.length > 1 && !holders.some(isHome);

/** A value that stood in another row at the last commit, and stands there no more: it was moved without its mark. */
function strayedValues(
  table: Table,
  { columns }: StaffBlock,
  rows: readonly StaffRow[],
): (row: StaffRow) => Doubt | undefined {
  const distinct = columns.flatMap((name, at) => (columnOf(table, name).distinct ? [at] : []));
  const left = distinct.map((column) => valuesThatLeft(rows, column));
  return (row) => {
    for (const [at, column] of distinct.entries()) {
      const print = row.prints[column] ?? "";
      const source = print === row.mark?.prints[column] ? undefined : left[at]?.get(print);
      if (source !== undefined && source !== row) return ["from", source.mark?.name ?? ""];
    }
    return undefined;
  };
}

function valuesThatLeft(rows: readonly StaffRow[], column: number): Map<string, StaffRow> {
  const left = new Map<string, StaffRow>();
  for (const row of rows) {
    const was = isHome(row) ? (row.mark?.prints[column] ?? "") : "";
    if (was !== "" && row.prints[column] !== was) left.set(was, row);
  }
  return left;
}
