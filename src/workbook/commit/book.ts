import { Problem } from "../../core/problem.ts";
import { type BatchUpdate, type Clock, type Sheets, SheetsFailure } from "../../platform/ports.ts";
import type { Cell, Cells } from "../cell.ts";
import { apiCells, keyOf, type Table } from "../declare/table.ts";
import { backOff, healed, passes, patientReads, SHEETS_ATTEMPTS, sheetsProblem } from "../read/patient-sheets.ts";
import { type BookState, bookState, readBook, readMemory, readPositions, type States } from "../read/read.ts";
import type { SheetRow, SheetState } from "../read/snapshot.ts";
import { byTable, type ChangeSet, changeSet, isEmpty, type TableRows } from "./change-set.ts";
import { growRequests } from "./grow.ts";
import { type CellFault, isToMark, markRequests } from "./mark.ts";
import { type Memory, memoryRequest } from "./memory.ts";
import { isMisplaced, type Placement, placement, placementRequests, proofRanges } from "./placement.ts";
import { repairRequests, writesIn, writesOf } from "./repair.ts";

type Request = GoogleAppsScript.Sheets.Schema.Request;

/** One step of a job as it shall be on the sheets, all or nothing: rows (the log line among them) and how far the job came. */
export interface Step {
  readonly rows: readonly TableRows[];
  /** By name; those that are not given stay. */
  readonly cursors?: Readonly<Record<string, string>>;
  /** Cells that people have to mend, when the step knows them: earlier marks that are not among them are taken away. */
  readonly cellFaults?: readonly CellFault[];
}

/** How many rows of a table were new, and how many changed. */
export type Counts = ReadonlyMap<Table, { readonly added: number; readonly updated: number }>;

export interface Book {
  /** As it was read when the run began, with every commit since. */
  state(table: Table): SheetState;
  cursor(name: string): string | undefined;
  /** What a step would change, without a look at the sheet. */
  preview(step: Step): Counts;
  /** Throws Problem("wait") while Google does not answer, Problem("fix") when people have to mend a sheet. */
  commit(step: Step): Counts;
}

export interface BookOptions {
  readonly sheets: Sheets;
  readonly clock: Clock;
  readonly tables: readonly Table[];
  /** Unique to this run: it marks the commits, so that one whose answer was lost is recognised. */
  readonly run: string;
}

/** Reads the tables in one call. */
export function openBook({ sheets, clock, tables, run }: BookOptions): Book {
  const reads = patientReads(sheets, clock);
  const book: Mutable<BookState> = readBook(reads, tables);
  let commits = 0;

  const changesOf = (step: Step): ChangeSet[] =>
    byTable(step.rows)
      .map(({ table, rows }) => changeSet(stateOf(book.states, table), rows))
      .filter((change) => !isEmpty(change));

  function commit(step: Step): Counts {
    const changes = changesOf(step);
    const memory = nextMemory(book.memory.memory, `${run}/${++commits}`, step);
    const faults = step.cellFaults ?? [];
    const marked = [...book.states.values()].filter((state) => step.cellFaults && isToMark(state, faults));
    for (let attempt = 1; ; attempt++) {
      const positions = look(changes, marked);
      const places = placed(changes, positions, step);
      const marks = marked.flatMap((state) => markRequests(state, stateOf(positions, state.table), faults));
      const proof = send(places, marks, memory, attempt);
      if (proof === undefined) continue;
      // Written is written: what a look at the sheet may complain of now must not make the next commit write it again.
      for (const place of places) advance(stateOf(book.states, place.position.table), place);
      for (const state of marked) (state as Mutable<SheetState>).dressed = [];
      const seen = proof();
      if (places.some((place) => isMisplaced(place, seen))) repair(places);
      return countsOf(changes);
    }
  }

  /** Sheets that only we write need no second look: they were read when the run began, and the reply proves the places. */
  function look(changes: readonly ChangeSet[], marked: readonly SheetState[]): States {
    const states = changes.map(({ state }) => state);
    const asked = [...new Set([...(states.every(({ table }) => table.ours) ? [] : states), ...marked])];
    if (asked.length === 0) return book.states;
    const keyed = new Set(changes.filter((change) => change.updated.size > 0).map(({ state }) => state.table));
    return new Map([...book.states, ...readPositions(reads, asked, keyed, marked)]);
  }

  const placed = (changes: readonly ChangeSet[], positions: States, step: Step): Placement[] =>
    changes.map((change) => {
      const { table } = change.state;
      return placement(change, stateOf(positions, table), (key) => wholeRow(step, table, key));
    });

  /** How to see what is at the places written to; undefined when the commit has to be tried again. */
  function send(
    places: readonly Placement[],
    marks: readonly Request[],
    memory: Memory,
    attempt: number,
  ): (() => States) | undefined {
    try {
      const reply = sheets.batchUpdate(commitRequest(places, marks, memory, book));
      const created = reply.replies
        ?.map((one) => one.createDeveloperMetadata?.developerMetadata)
        .find((one) => one !== undefined);
      book.memory = { metadataId: created?.metadataId ?? book.memory.metadataId, memory };
      const touched = places.map(({ position }) => position.table);
      return () => bookState(reply.updatedSpreadsheet ?? {}, touched).states;
    } catch (error) {
      if (!(error instanceof SheetsFailure)) throw error;
      if (error.code === 400 && attempt < SHEETS_ATTEMPTS && memoryMoved()) return undefined;
      if (!passes(error)) throw refusal(error);
      if (attempt < SHEETS_ATTEMPTS) backOff(clock, attempt);
      const proof = provenLater(places, memory);
      if (proof === undefined && attempt === SHEETS_ATTEMPTS) throw sheetsProblem(error);
      return proof;
    }
  }

  /** Somebody deleted the memory, so that a commit that names it is refused: the next try makes it anew, or finds it. */
  function memoryMoved(): boolean {
    const { metadataId } = readMemory(reads);
    if (metadataId === book.memory.metadataId) return false;
    book.memory = { metadataId, memory: book.memory.memory };
    return true;
  }

  /** The answer was lost: the memory that travels with each commit tells whether it was applied. */
  function provenLater(places: readonly Placement[], memory: Memory): (() => States) | undefined {
    const stored = readMemory(reads);
    book.memory = { metadataId: stored.metadataId, memory: book.memory.memory };
    if (stored.memory.commit !== memory.commit) return undefined;
    book.memory = stored;
    const keyed = new Set(places.filter(({ updated }) => updated.size > 0).map(({ position }) => position.table));
    const positions = places.map(({ position }) => position);
    return () => readPositions(reads, positions, keyed);
  }

  /** A sheet that was deleted meanwhile is named by the read. */
  function refusal(failure: SheetsFailure): Problem {
    if (failure.code === 400) readBook(reads, tables);
    return sheetsProblem(failure);
  }

  function repair(places: readonly Placement[]): void {
    const touched = places.map(({ position }) => position.table);
    const writes = places.flatMap(writesOf);
    for (let attempt = 1; attempt <= SHEETS_ATTEMPTS; attempt++) {
      const now = readBook(reads, touched).states;
      const requests = places.flatMap((place) => {
        const { table } = place.position;
        return repairRequests(stateOf(book.states, table), place, stateOf(now, table), writes);
      });
      if (requests.length === 0) return;
      writes.push(...writesIn(requests));
      try {
        sheets.batchUpdate({ requests });
      } catch (error) {
        healed(clock, error, attempt);
      }
    }
    throw new Problem(
      "wait",
      "取込中にシートの並びが何度も変わったため、行の確認が終わりませんでした。並べ替えや行の挿入を止めて、もう一度実行してください。",
    );
  }

  return {
    state: (table) => stateOf(book.states, table),
    cursor: (name) => book.memory.memory.cursors[name],
    preview: (step) => countsOf(changesOf(step)),
    commit,
  };
}

type Mutable<T> = { -readonly [Name in keyof T]: T[Name] };

function stateOf(states: States, table: Table): SheetState {
  const state = states.get(table);
  if (state === undefined) throw new Error(`${table.sheet} was not read`);
  return state;
}

const nextMemory = ({ cursors }: Memory, commit: string, step: Step): Memory => ({
  commit,
  cursors: { ...cursors, ...step.cursors },
});

function commitRequest(
  places: readonly Placement[],
  marks: readonly Request[],
  memory: Memory,
  book: BookState,
): BatchUpdate {
  const requests = [
    ...places.flatMap((place) => growRequests(place, stateOf(book.states, place.position.table).used)),
    ...places.flatMap(placementRequests),
    ...marks,
    memoryRequest(book.memory.metadataId, memory),
  ];
  if (places.length === 0) return { requests };
  return {
    requests,
    includeSpreadsheetInResponse: true,
    responseIncludeGridData: true,
    responseRanges: places.flatMap(proofRanges),
  };
}

function wholeRow(step: Step, table: Table, key: string): Cells {
  const row = step.rows
    .filter((rows) => rows.table === table)
    .flatMap(({ rows }) => rows)
    .find((candidate) => keyOf(table, candidate) === key);
  if (row === undefined) throw new Error(`${table.sheet} has no row for a key of its own change`);
  return apiCells(table, row);
}

/** The run's own picture follows what it wrote; positions in it grow old, and every commit looks them up anew. */
function advance(state: SheetState, { updated, added, position }: Placement): void {
  const rows = state.rows as Map<string, SheetRow>;
  const put = (key: string, index: number, cells: Cells) => {
    const values: Cell[] = [...(rows.get(key)?.cells ?? [])];
    for (const [name, cell] of cells) values[state.layout.get(name) as number] = cell;
    rows.set(key, { index, cells: Array.from(values, (cell) => cell ?? null) });
  };
  for (const [key, { rowIndex, cells }] of updated) put(key, rowIndex, cells);
  let index = Math.max(state.used, position.used);
  for (const [key, cells] of added) put(key, index++, cells);
  (state as Mutable<SheetState>).used = index;
}

const countsOf = (changes: readonly ChangeSet[]): Counts =>
  new Map(changes.map(({ state, added, updated }) => [state.table, { added: added.size, updated: updated.size }]));
