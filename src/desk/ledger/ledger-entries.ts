import type { RowFault } from "../../core/problem.ts";
import { rowsFor, type TableCells } from "../../workbook/commit/cells.ts";
import { cellAt, type SheetRow, type SheetState } from "../../workbook/read/snapshot.ts";
import { ledgerTable } from "./ledger-table.ts";
import { type Entry, type Kind, kinds } from "./rules/entry.ts";
import { ledgerTexts } from "./rules/ledger-texts.ts";
import type { Asking } from "./rules/returns.ts";

/** What a run says beside an entry, and may say anew each time. */
export interface Marks {
  readonly beforeCount: string;
  readonly question: string;
}

/** 入出庫 as it stands. */
export interface LedgerEntries {
  readonly entries: readonly Entry[];
  readonly marksOf: (id: number) => Marks;
  readonly askingOf: (id: number) => Asking;
  /** Where an entry stands. */
  readonly rowIndexOf: (id: number) => number;
  /** Rows that somebody wrote over, and rows that somebody copied. */
  readonly faults: readonly RowFault[];
}

const KINDS: ReadonlySet<string> = new Set(Object.values(kinds));

export function ledgerEntries(state: SheetState): LedgerEntries {
  const faults: RowFault[] = [...state.faults];
  const rows = new Map<number, SheetRow>();
  const entries: Entry[] = [];
  const text = (row: SheetRow, name: string) => String(cellAt(state, row, name) ?? "");
  for (const row of state.rows.values()) {
    const entry = entryIn(state, row);
    if (entry === undefined) {
      const at = row.index + 1;
      faults.push({
        subject: `${ledgerTable.sheet}${at}行目`,
        reason: ledgerTexts.unreadable(at),
        place: { sheet: ledgerTable.sheet, row: at },
      });
    } else {
      entries.push(entry);
      rows.set(entry.id, row);
    }
  }
  const read = (id: number, name: string): string => {
    const row = rows.get(id);
    return row === undefined ? "" : text(row, name);
  };
  return {
    entries: entries.sort((a, b) => a.id - b.id),
    marksOf: (id) => ({ beforeCount: read(id, "beforeCount"), question: read(id, "question") }),
    askingOf: (id) => ({ question: read(id, "question"), answer: read(id, "answer").trim() }),
    rowIndexOf: (id) => rows.get(id)?.index ?? 0,
    faults,
  };
}

/** Undefined where something is no entry any more: nothing may be made up for it. */
function entryIn(state: SheetState, row: SheetRow): Entry | undefined {
  const numberIn = (name: string): number | null | undefined => {
    const cell = cellAt(state, row, name);
    return cell === null || cell === "" ? null : typeof cell === "number" ? cell : undefined;
  };
  const textIn = (name: string) => String(cellAt(state, row, name) ?? "");
  const [id, happenedAt, quantity, typedOn, takesBack, recordedAt] = [
    "id",
    "happenedAt",
    "quantity",
    "typedOn",
    "takesBack",
    "recordedAt",
  ].map(numberIn);
  const [kind, productCode] = [textIn("kind"), textIn("productCode")];
  if (!Number.isInteger(id) || !Number.isInteger(quantity) || typeof happenedAt !== "number") return undefined;
  if (typedOn === undefined || takesBack === undefined || productCode.trim() === "" || !KINDS.has(kind))
    return undefined;
  return {
    id: id as number,
    happenedAt,
    productCode,
    kind: kind as Kind,
    quantity: quantity as number,
    reason: textIn("reason"),
    orderNumber: textIn("orderNumber"),
    basketId: textIn("basketId"),
    typedOn,
    takesBack,
    who: textIn("who"),
    recordedAt: recordedAt ?? happenedAt,
  };
}

export const entryCells = (rows: readonly (Entry & Marks)[]): TableCells => rowsFor(ledgerTable, "ledger", rows);
