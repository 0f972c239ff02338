import { type Clock, type Sheets, SheetsFailure } from "../../platform/ports.ts";
import { type Cells, cellData } from "../cell.ts";
import type { Table } from "../declare/table.ts";
import { placeOf } from "../read/layout.ts";
import { healed, isOutOfPlace, patientReads, SHEETS_ATTEMPTS } from "../read/patient-sheets.ts";
import { readHeads, readPositions } from "../read/read.ts";
import { cellAt, type SheetState, stateOf } from "../read/snapshot.ts";
import { spansOf } from "../read/spans.ts";
import { growRequests, SPARES } from "./grow.ts";
import { noChange } from "./mend.ts";
import { type Placement, placement, placementRequests } from "./placement.ts";
import { afterRemovals, removalRequests } from "./removal.ts";

type Request = GoogleAppsScript.Sheets.Schema.Request;

/**
 * Sheets of ours in which rows are kept, however many there are: only keys are read, and what is asked for. Nobody else
 * writes there, so whoever wants to be sure reads back. Throws Problem.
 */
export interface KeptSheets {
  /** As the sheet is now. */
  keys(table: Table): readonly string[];
  /** Rows by their keys, whole. */
  rows(table: Table, keys: readonly string[]): ReadonlyMap<string, Cells>;
  /** A few columns of all rows, by key. */
  columns(table: Table, names: readonly string[]): ReadonlyMap<string, Cells>;
  /** In one commit: rows with one of these keys go, and the rows that are given come. May be called again. */
  replace(changes: readonly KeptChange[]): void;
  /** Empties columns of rows, and writes others. */
  write(table: Table, keys: readonly string[], emptied: readonly string[], cells: Cells): void;
}

export interface KeptChange {
  readonly table: Table;
  /** Tells the keys that go. */
  readonly goes: (key: string) => boolean;
  readonly rows: ReadonlyMap<string, Cells>;
}

export function keptSheets(sheets: Sheets, clock: Clock, tables: readonly Table[]): KeptSheets {
  const reads = patientReads(sheets, clock);
  let known = readHeads(reads, tables);
  const look = (table: Table, rows: ReadonlyMap<string, unknown> = new Map()): SheetState => {
    const states = readPositions(reads, [stateOf(known, table)], {
      keyed: new Set([table]),
      rows: new Map([[table, rows]]),
    });
    known = new Map([...known, ...states]);
    return stateOf(states, table);
  };
  const send = (requestsNow: () => Request[]): void => {
    for (let attempt = 1; ; attempt++) {
      const requests = requestsNow();
      if (requests.length === 0) return;
      try {
        reads.batchUpdate({ requests });
        return;
      } catch (error) {
        if (attempt === SHEETS_ATTEMPTS) throw error;
        if (!(error instanceof SheetsFailure && isOutOfPlace(error))) healed(clock, error, attempt);
      }
    }
  };
  return {
    keys: (table) => [...look(table).rows.keys()],
    rows(table, keys) {
      const state = look(table, new Map(keys.map((key) => [key, undefined])));
      return new Map(
        keys.flatMap((key): [string, Cells][] => {
          const row = state.rows.get(key);
          return row === undefined ? [] : [[key, cellsOf(state, row, Object.keys(table.columns))]];
        }),
      );
    },
    columns(table, names) {
      const before = stateOf(known, table);
      const states = readPositions(reads, [before], { keyed: new Set([table]), columns: new Map([[table, names]]) });
      const state = stateOf(states, table);
      return new Map([...state.rows].map(([key, row]) => [key, cellsOf(state, row, names)]));
    },
    replace(changes) {
      send(() => {
        // Its own answer may be lost: what came by then goes, and comes again.
        const places = changes.map(({ table, goes, rows }) => placeFor(look(table), goes, rows));
        known = new Map([...known, ...places.map((place) => [place.position.table, stateAfter(place)] as const)]);
        return places
          .filter(({ added, removed }) => added.size + removed.size > 0)
          .flatMap((place) => [
            ...growRequests(place, SPARES[0] as number),
            ...placementRequests(place, new Map()),
            ...removalRequests(place.position.sheetId, place.removed),
          ]);
      });
    },
    write(table, keys, emptied, cells) {
      send(() => {
        const state = look(table);
        const rows = spansOf(keys.flatMap((key) => state.rows.get(key)?.index ?? []));
        return [...emptied.map((name) => [name, null] as const), ...cells].flatMap(([name, cell]) =>
          rows.map(([from, to]) => fillRequest(state, name, cell, from, to)),
        );
      });
    },
  };
}

const cellsOf = (state: SheetState, row: SheetState["keyless"][number], names: readonly string[]): Cells =>
  new Map(names.map((name) => [name, cellAt(state, row, name)]));

function placeFor(position: SheetState, goes: KeptChange["goes"], rows: ReadonlyMap<string, Cells>): Placement {
  const all = new Map([...position.rows].filter(([key]) => goes(key)));
  const place = placement({ ...noChange(position), added: rows, repair: undefined }, position, new Set());
  return { ...place, removed: new Map([...all].map(([key, { index }]) => [key, index])) };
}

/** So that the next look asks for the right rows at once. */
function stateAfter({ position, added, places, removed }: Placement): SheetState {
  const after = afterRemovals(removed);
  const rows = new Map<string, SheetState["keyless"][number]>();
  for (const [key, row] of position.rows) if (!removed.has(key)) rows.set(key, { ...row, index: after(row.index) });
  for (const [at, key] of [...added.keys()].entries()) rows.set(key, { index: after(places[at] as number), cells: [] });
  return { ...position, rows };
}

function fillRequest(
  { sheetId, layout }: SheetState,
  name: string,
  cell: string | number | boolean | null,
  from: number,
  to: number,
): Request {
  const place = placeOf(layout, name);
  const range = {
    sheetId,
    startRowIndex: from,
    endRowIndex: to + 1,
    startColumnIndex: place,
    endColumnIndex: place + 1,
  };
  return { repeatCell: { range, cell: cellData(cell), fields: "userEnteredValue" } };
}
