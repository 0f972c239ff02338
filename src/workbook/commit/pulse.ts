import * as z from "zod/mini";
import { Problem } from "../../core/problem.ts";
import { type BatchUpdate, type Clock, type Sheets, SheetsFailure } from "../../platform/ports.ts";
import { columnLetters, headerRange, quoted } from "../a1.ts";
import type { Cell, Cells } from "../cell.ts";
import type { Table } from "../declare/table.ts";
import { type Layout, missingSheets, placeOf } from "../read/layout.ts";
import { patientReads } from "../read/patient-sheets.ts";
import { bookState, readBook } from "../read/read.ts";
import { cellAt, type SheetState, stateOf } from "../read/snapshot.ts";
import { markRequest } from "../set-up/columns.ts";
import { marksOf, sheetsOf } from "../set-up/which-sheet.ts";
import { openBook } from "./book.ts";
import { columnGuard, columnGuards } from "./column-guard.ts";
import { updateRequests } from "./requests.ts";

/** A sign of life on one row of a table, and a look at a column of it in the same call. */
export interface Pulse {
  readonly table: Table;
  /** Of the row. */
  readonly key: string;
  /** In columns that have a writer of their own and are empty in every other row: one that misses its row harms nothing. */
  readonly cells: Cells;
  /** The column to look at. */
  readonly watched: string;
}

/** Where all this stood the last time. */
export const pulsePlace = z.object({
  sheetId: z.number(),
  title: z.string(),
  row: z.number(),
  /** The rows to look at, the header among them. */
  rows: z.number(),
  columns: z.record(z.string(), z.number()),
});
export type PulsePlace = z.infer<typeof pulsePlace>;

/** What stands in the watched column, by the keys of the rows. */
export type Watched = ReadonlyMap<string, Cell>;

/** Rows that may come before the next look at the whole sheet. */
const MORE_ROWS = 30;

/**
 * One call, all or nothing: writes at the place, which Google refuses where one of the columns is no longer there, and sees in the
 * answer who stands there. Undefined where the place is right no more. Throws SheetsFailure.
 */
export function pulseAt(sheets: Sheets, pulse: Pulse, place: PulsePlace): Watched | undefined {
  const layout: Layout = new Map(Object.entries(place.columns));
  const seen = sent(sheets, pulse, place, {
    requests: [
      ...[...pulse.cells.keys()].map((name) => columnGuard(place.sheetId, placeOf(layout, name), name)),
      ...updateRequests(place.sheetId, layout, [{ rowIndex: place.row, cells: pulse.cells }]),
    ],
    includeSpreadsheetInResponse: true,
    responseIncludeGridData: true,
    responseRanges: [
      headerRange(place.title),
      ...[...pulse.table.key, pulse.watched].map((name) => columnIn(place, placeOf(layout, name))),
    ],
  });
  if (seen?.rows.get(pulse.key)?.index !== place.row) return undefined;
  return seen.layout.get(pulse.watched) === place.columns[pulse.watched] ? watchedIn(seen, pulse) : undefined;
}

const columnIn = ({ title, rows }: PulsePlace, column: number): string =>
  `${quoted(title)}!${columnLetters(column)}1:${columnLetters(column)}${rows}`;

function sent(sheets: Sheets, { table }: Pulse, { title }: PulsePlace, request: BatchUpdate): SheetState | undefined {
  const titled = { ...table, sheet: title };
  try {
    const { updatedSpreadsheet = {} } = sheets.batchUpdate(request);
    return stateOf(bookState(updatedSpreadsheet, [titled]).states, titled);
  } catch (error) {
    if (error instanceof Problem || (error instanceof SheetsFailure && error.code === 400)) return undefined;
    throw error;
  }
}

const watchedIn = (state: SheetState, { watched }: Pulse): Watched =>
  new Map([...state.rows].map(([key, row]) => [key, cellAt(state, row, watched)]));

/**
 * Looks for the row wherever it is now, on a sheet that people renamed too, writes there, and takes back what stands in other rows.
 * Throws Problem where the sheet or a column of it is gone.
 */
export function pulseAnew(
  { sheets, clock, run }: { readonly sheets: Sheets; readonly clock: Clock; readonly run: string },
  pulse: Pulse,
): { readonly place: PulsePlace; readonly watched: Watched } {
  const reads = patientReads(sheets, clock);
  const fields = "sheets(properties(sheetId,title),data(columnMetadata(developerMetadata)))";
  const sheet = sheetsOf(reads.get({ fields }), [pulse.table]).get(pulse.table);
  if (sheet === undefined) throw missingSheets([pulse.table.sheet]);
  const { sheetId = 0, title = "" } = sheet.properties ?? {};
  const table = { ...pulse.table, sheet: title };
  const marks = marksOf(sheet);
  const before = stateOf(readBook(reads, [table]).states, table);
  const isMarked = (name: string): boolean => marks[placeOf(before.layout, name)] === name;
  const unmarked = [...pulse.cells.keys()].filter((name) => !isMarked(name));
  const repairs = [
    ...unmarked.map((name) => markRequest(sheetId, placeOf(before.layout, name), name)),
    ...updateRequests(sheetId, before.layout, strays(before, pulse)),
  ];
  // A mark must not come to a column that people moved there meanwhile.
  const guards = columnGuards(sheetId, before.layout, Object.keys(table.columns).filter(isMarked));
  if (repairs.length > 0) reads.batchUpdate({ requests: [...guards, ...repairs] });
  const book = openBook({ sheets, clock, tables: [table], run, unlocked: true });
  const [keyName = ""] = table.key;
  book.plan([{ table, cells: new Map([[pulse.key, new Map([[keyName, pulse.key], ...pulse.cells])]]) }]).commit();
  const now = book.state(table);
  const columns = Object.fromEntries(now.layout);
  const row = now.rows.get(pulse.key)?.index ?? 0;
  const rows = Math.min(now.rowCount, now.used + MORE_ROWS);
  return { place: { sheetId, title, row, rows, columns }, watched: watchedIn(now, pulse) };
}

function strays(state: SheetState, { key, cells }: Pulse) {
  const others = [...[...state.rows].filter(([other]) => other !== key).map(([, row]) => row), ...state.keyless];
  return others
    .filter((row) => [...cells.keys()].some((name) => cellAt(state, row, name) !== null))
    .map(({ index }) => ({ rowIndex: index, cells: new Map([...cells.keys()].map((name) => [name, null])) }));
}
