import type { Clock, Sheets } from "../../platform/ports.ts";
import type { Table } from "../declare/table.ts";
import { patientReads } from "../read/patient-sheets.ts";
import { readBook, readKeys } from "../read/read.ts";
import { type SheetState, stateOf } from "../read/snapshot.ts";
import { entriesProven, type StaffRepair, staffRepair } from "../read/staff-repair.ts";
import { byTable, type TableCells } from "./cells.ts";
import { type ChangeSet, changeSet, isEmpty } from "./change-set.ts";
import { commit, type Extras } from "./commit.ts";
import type { OpenBook, RenewedFor } from "./open-book.ts";
import { picturesOf } from "./picture.ts";

/** How many rows of a table were new, and how many changed. */
export type Counts = ReadonlyMap<Table, { readonly added: number; readonly updated: number }>;

/** What cells would change on the sheets as the run knows them. */
export interface Plan {
  readonly changes: ReadonlyMap<Table, ChangeSet>;
  readonly counts: Counts;
  /**
   * All or nothing, with what comes with it. Throws Problem("wait") while Google does not answer, Problem("fix") when
   * people have to mend a sheet.
   */
  commit(extras?: Extras): void;
}

export interface Book {
  /** As it was read when the run began, with every commit since. */
  state(table: Table): SheetState;
  /** All that were read as a whole, in the order in which the job names its tables. */
  states(): readonly SheetState[];
  /** Reads as a whole what was opened by its names, in one call; no commit before it may update rows there, or mend. */
  whole(): void;
  /** Of a table that a run need not know otherwise: one that was not read with the others costs two small calls, once. */
  keys(table: Table): ReadonlySet<string>;
  /** What is wrong with where people's cells stand, and what the next commit that mends does about it. */
  repair(table: Table): StaffRepair;
  /** Tells by the keys of rows whether people's cells there are theirs beyond doubt: nothing may be reported or labelled before. */
  proven(table: Table): (key: string) => boolean;
  cursor(name: string): string | undefined;
  /**
   * Rows by `rowsFor`, people's cells by `staffCells`, new keys of rows by `renamesFor`: what else is given for a renamed row
   * comes under its new key. Throws Problem("fix") where people's cells are given for a row that is gone, and where a new key
   * is another row's: a job asks `state(table).rows` first.
   */
  plan(cells: readonly TableCells[]): Plan;
}

export interface BookOptions {
  readonly sheets: Sheets;
  readonly clock: Clock;
  readonly tables: readonly Table[];
  /** Those of them of which, until the whole is asked for, only what names their rows is read: no key but its first part. */
  readonly named?: readonly Table[];
  /** Unique to this run: it marks the commits, so that one whose answer was lost is recognised. */
  readonly run: string;
  /**
   * Another run may be at work: what was read of the memory, its cursors and the mark of the last commit, may be older than what
   * that run writes meanwhile, so commits leave the memory to those who hold the lock.
   */
  readonly unlocked?: boolean;
  /** Whom the first commit renews the protections for; without them they stay as they are. */
  readonly editors?: RenewedFor;
}

/** Reads the tables in one call. */
export function openBook({ sheets, clock, tables, named = [], run, unlocked = false, editors }: BookOptions): Book {
  const reads = patientReads(sheets, clock);
  const byName = new Set(named);
  const { memory, states: seen } = readBook(reads, tables, byName);
  const states = new Map(seen);
  const repairs = repairsOf([...states].filter(([table]) => !byName.has(table)));
  const pictures = picturesOf(states, repairs);
  const open: OpenBook = {
    reads,
    clock,
    tables,
    run,
    pictures,
    repairs,
    memory,
    unlocked,
    commits: 0,
    mended: new Map(),
    editors,
    guardsColumns: true,
    spare: 0,
  };
  const changesOf = (cells: readonly TableCells[]): ChangeSet[] =>
    byTable(cells)
      .map((wanted) => changeSet(stateOf(open.pictures, wanted.table), wanted))
      .filter((change) => !isEmpty(change));
  const repair = (table: Table) => repairs.get(table) ?? staffRepair(stateOf(states, table));
  const looked = new Map<Table, ReadonlySet<string>>();
  return {
    state: (table) => stateOf(open.pictures, table),
    states: () => tables.filter((table) => !byName.has(table)).map((table) => stateOf(open.pictures, table)),
    whole() {
      if (byName.size === 0) return;
      const now = readBook(reads, [...byName]).states;
      byName.clear();
      const found = repairsOf(now);
      for (const [table, state] of now) states.set(table, state);
      for (const [table, repair] of found) repairs.set(table, repair);
      for (const [table, picture] of picturesOf(now, found)) pictures.set(table, picture);
    },
    keys(table) {
      const picture = open.pictures.get(table);
      if (picture !== undefined) return new Set(picture.rows.keys());
      const keys = looked.get(table) ?? readKeys(reads, table);
      looked.set(table, keys);
      return keys;
    },
    repair,
    proven: (table) => entriesProven(stateOf(states, table), repair(table)),
    cursor: (name) => open.memory.memory.cursors[name],
    plan(cells) {
      const changes = changesOf(cells);
      return {
        changes: new Map(changes.map((change) => [change.state.table, change])),
        counts: countsOf(changes),
        commit: (extras = {}) => commit(open, changesOf([...cells, ...(extras.records ?? [])]), extras),
      };
    },
  };
}

const repairsOf = (states: Iterable<readonly [Table, SheetState]>): Map<Table, StaffRepair> =>
  new Map([...states].map(([table, state]) => [table, staffRepair(state)]));

const countsOf = (changes: readonly ChangeSet[]): Counts =>
  new Map(changes.map(({ state, added, updated }) => [state.table, { added: added.size, updated: updated.size }]));
