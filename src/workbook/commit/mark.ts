import { cellsRequest, sameCell } from "../cell.ts";
import type { Table } from "../declare/table.ts";
import type { Dressed } from "../read/dressed.ts";
import { placeOf } from "../read/layout.ts";
import { cellAt, type SheetRow, type SheetState } from "../read/snapshot.ts";

type Request = GoogleAppsScript.Sheets.Schema.Request;
type Color = GoogleAppsScript.Sheets.Schema.Color;

/** How our part of a note begins. It is one line; what people wrote on the same cell stands below it, under `RULE`. */
const PREFIX = "【要修正】";
const RULE = "――――――――\n";
const OURS = new RegExp(`^${PREFIX}.*\n?(${RULE})?`);
const RED = { red: 0.96, green: 0.73, blue: 0.71 };

/** A cell that people have to mend: it gets a note and turns red until a run can use it. */
export interface CellFault {
  readonly table: Table;
  /** Where the run that found it had read the row. */
  readonly rowIndex: number;
  /** The column's name in the declaration. */
  readonly column: string;
  readonly reason: string;
}

const isMarked = ({ note }: Dressed): boolean => note.startsWith(PREFIX);

/** Whether a step that found `faults` has a mark to set on a sheet, or perhaps one to take away. */
export const isToMark = ({ table, dressed }: SheetState, faults: readonly CellFault[]): boolean =>
  dressed.some(isMarked) || faults.some((fault) => fault.table === table);

/**
 * Turns the cells of `faults` red and takes the mark from those that are mended. `before` is the sheet as the run read it,
 * `now` as it is right before the write: people may have moved rows and columns, and mended cells, in between.
 */
export function markRequests(before: SheetState, now: SheetState, faults: readonly CellFault[]): Request[] {
  const wanted = faults.flatMap((fault) => {
    const row = fault.table === now.table ? rowNow(before, now, fault) : undefined;
    if (row === undefined) return [];
    return [{ rowIndex: row.index, columnIndex: placeOf(now.layout, fault.column), reason: fault.reason }];
  });
  const isAt = (a: Place) => (b: Place) => a.rowIndex === b.rowIndex && a.columnIndex === b.columnIndex;
  return [
    ...now.dressed.filter((cell) => isMarked(cell) && !wanted.some(isAt(cell))).map((cell) => dress(now, cell)),
    ...wanted.map(({ reason, ...place }) =>
      dress(now, now.dressed.find(isAt(place)) ?? { ...place, note: "", fill: undefined }, reason),
    ),
  ];
}

type Place = Pick<Dressed, "rowIndex" | "columnIndex">;

/** The row of a fault; undefined when it is gone, or when its cell is no longer what the run found fault with. */
function rowNow(before: SheetState, now: SheetState, { rowIndex, column }: CellFault): SheetRow | undefined {
  const was = rowsOf(before).find(({ index }) => index === rowIndex);
  if (was === undefined) return undefined;
  const names = [...now.table.key, column];
  const alike = (state: SheetState) =>
    rowsOf(state).filter((row) => names.every((name) => sameCell(cellAt(state, row, name), cellAt(before, was, name))));
  // Rows may share a key, or have none.
  return alike(now)[alike(before).indexOf(was)];
}

const rowsOf = ({ rows, doubles, keyless }: SheetState): SheetRow[] => [...rows.values(), ...doubles, ...keyless];

/** With a reason the cell is marked, without one the mark goes. What people wrote stays, and so does a colour of theirs. */
function dress({ sheetId }: SheetState, { rowIndex, columnIndex, note, fill }: Dressed, reason?: string): Request {
  const theirs = note.replace(OURS, "");
  const marked = {
    note: PREFIX + reason + (theirs && `\n${RULE}${theirs}`),
    userEnteredFormat: { backgroundColor: RED },
  };
  const [cell, paints] = reason === undefined ? [{ note: theirs }, isRed(fill)] : [marked, fill === undefined];
  const fields = paints ? "note,userEnteredFormat.backgroundColor" : "note";
  return cellsRequest(sheetId, rowIndex, columnIndex, [cell], fields);
}

/** Sheets keeps a colour in 256 steps. */
const isRed = (fill: Color | undefined): boolean =>
  (["red", "green", "blue"] as const).every((part) => Math.abs((fill?.[part] ?? 0) - RED[part]) < 1 / 255);
