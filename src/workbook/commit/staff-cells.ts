import { Problem } from "../../core/problem.ts";
import type { Clock, Sheets } from "../../platform/ports.ts";
import { headerRange, quoted } from "../a1.ts";
import { type Cell, sameCell } from "../cell.ts";
import { columnOf, type Table } from "../declare/table.ts";
import type { Layout } from "../read/layout.ts";
import { healed, patientReads, SHEETS_ATTEMPTS } from "../read/patient-sheets.ts";
import { bookState, readBook } from "../read/read.ts";
import type { SheetRow, SheetState } from "../read/snapshot.ts";
import { updateRequests } from "./change-set.ts";

/** New values of people's cells: by the row's key, then by the column's name. */
export type StaffCells = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

/** By key, then by header: a cell of anybody's that was hit by mistake has no name of ours. */
type Wanted = Map<string, Map<string, Cell>>;

interface Written {
  readonly key: string;
  readonly header: string;
  readonly rowIndex: number;
  readonly columnIndex: number;
  readonly cell: Cell;
}

/**
 * Writes cells that belong to people, for someone who edits them in a panel instead of the sheet. Rows are found by key, and the
 * reply shows whose cells were written; what a sort or an insert in that instant misled is put right. Throws Problem.
 */
export function writeStaffCells(
  { sheets, clock }: { readonly sheets: Sheets; readonly clock: Clock },
  table: Table,
  cells: StaffCells,
): void {
  const reads = patientReads(sheets, clock);
  const look = () => readBook(reads, [table]).states.get(table) as SheetState;
  const wanted = wantedCells(table, cells);
  const before = look();
  let stray: readonly Cell[] = [];
  for (let attempt = 1; attempt <= SHEETS_ATTEMPTS; attempt++) {
    const state = attempt === 1 ? before : look();
    const writes = writesFor(state, wanted);
    const requests = [...writes.map((write) => requestOf(state, write)), ...strayRequests(before, state, stray)];
    if (requests.length === 0) return;
    try {
      const proof = sent(sheets, state, writes, requests);
      const missed = writes.filter((write) => !isProven(proof, write));
      if (missed.length === 0) return;
      stray = missed.filter((write) => keyAt(proof, write.rowIndex) === undefined).map(({ cell }) => cell);
      for (const write of missed) restore(wanted, state, proof, write);
    } catch (error) {
      healed(clock, error, attempt);
    }
  }
  throw new Problem(
    "wait",
    `「${table.sheet}」に書き込めませんでした。並べ替えや行の挿入が終わってから、もう一度保存してください。`,
  );
}

const wantedCells = (table: Table, cells: StaffCells): Wanted =>
  new Map(
    [...cells].map(([key, values]) => [
      key,
      new Map(
        Object.entries(values).map(([name, value]) => [
          columnOf(table, name).header,
          columnOf(table, name).write(value),
        ]),
      ),
    ]),
  );

/** Values are absolute, so what stands there already needs no write, and a repeat is harmless. */
function writesFor(state: SheetState, wanted: Wanted): Written[] {
  return [...wanted].flatMap(([key, cells]) => {
    const row = state.rows.get(key);
    if (row === undefined) throw vanished(state.table);
    return [...cells].flatMap(([header, cell]) => {
      const columnIndex = state.headers.indexOf(header);
      const same = columnIndex < 0 || sameCell(row.cells[columnIndex] ?? null, cell);
      return same ? [] : [{ key, header, rowIndex: row.index, columnIndex, cell }];
    });
  });
}

const vanished = (table: Table): Problem =>
  new Problem("fix", `「${table.sheet}」から行がなくなっています。開き直して、もう一度設定してください。`);

const byHeader = (state: SheetState): Layout => new Map(state.headers.map((header, index) => [header, index]));

const requestOf = (state: SheetState, { rowIndex, header, cell }: Written) =>
  updateRequests(state.sheetId, byHeader(state), rowIndex, new Map([[header, cell]]))[0] as object;

/** The whole rows are asked for, not only their keys: then a moved column shows as well. */
function sent(sheets: Sheets, state: SheetState, writes: readonly Written[], requests: readonly object[]): SheetState {
  const { sheet } = state.table;
  const places = [...new Set(writes.map(({ rowIndex }) => rowIndex + 1))];
  const reply = sheets.batchUpdate({
    requests: [...requests],
    includeSpreadsheetInResponse: true,
    responseIncludeGridData: true,
    responseRanges: [headerRange(sheet), ...places.map((row) => `${quoted(sheet)}!${row}:${row}`)],
  });
  return bookState(reply.updatedSpreadsheet ?? {}, [state.table]).states.get(state.table) as SheetState;
}

const isProven = (proof: SheetState, { key, header, rowIndex, columnIndex }: Written): boolean =>
  proof.rows.get(key)?.index === rowIndex && proof.headers[columnIndex] === header;

const keyAt = (proof: SheetState, rowIndex: number): string | undefined =>
  [...proof.rows].find(([, row]) => row.index === rowIndex)?.[0];

/** The cell that was hit instead gets back what it held. */
function restore(wanted: Wanted, before: SheetState, proof: SheetState, { rowIndex, columnIndex }: Written): void {
  const key = keyAt(proof, rowIndex);
  const header = proof.headers[columnIndex] ?? "";
  const known = key === undefined ? undefined : before.rows.get(key);
  if (key === undefined || known === undefined || header === "") return;
  const cells = wanted.get(key) ?? new Map<string, Cell>();
  wanted.set(key, cells);
  if (!cells.has(header)) cells.set(header, known.cells[before.headers.indexOf(header)] ?? null);
}

/** A row without a key that was inserted meanwhile and holds nothing but what was written is emptied again. */
function strayRequests(before: SheetState, now: SheetState, stray: readonly Cell[]): object[] {
  const alone = (row: SheetRow) => row.cells.filter((cell) => cell !== null && cell !== "");
  return now.keyless.flatMap((row) => {
    const [only, ...others] = alone(row);
    const ours = others.length === 0 && stray.some((cell) => sameCell(cell, only ?? null));
    if (!ours || before.keyless.some((known) => known.index === row.index)) return [];
    const header = now.headers[row.cells.indexOf(only as Cell)] ?? "";
    return header === ""
      ? []
      : [
          requestOf(now, {
            key: "",
            header,
            rowIndex: row.index,
            columnIndex: row.cells.indexOf(only as Cell),
            cell: null,
          }),
        ];
  });
}
