import { serialOf } from "../../core/jst.ts";
import type { RowFault } from "../../core/problem.ts";
import type { Book } from "../../workbook/commit/book.ts";
import type { TableCells } from "../../workbook/commit/cells.ts";
import type { CellFault } from "../../workbook/commit/mark.ts";
import { keyOf } from "../../workbook/declare/key.ts";
import type { Table } from "../../workbook/declare/table.ts";
import { setTable } from "../sets/set-table.ts";
import type { SetMaster } from "../sets/sets.ts";
import { shipmentLineTable } from "../shipments/shipment-line-table.ts";
import { shipmentTable } from "../shipments/shipment-table.ts";
import { stockTable } from "../stock/stock-table.ts";
import { entryCells, ledgerEntries, type Marks } from "./ledger-entries.ts";
import { ledgerTable } from "./ledger-table.ts";
import { listedPackages, packedLines } from "./listed-packages.ts";
import { accountNamed } from "./rules/accounts.ts";
import { bookingsOf, packageKey, standingShipments } from "./rules/bookings.ts";
import { countOutcome } from "./rules/counts.ts";
import type { Draft, Entry } from "./rules/entry.ts";
import { ledgerTexts } from "./rules/ledger-texts.ts";
import { justBefore, wholeSecond } from "./rules/moments.ts";
import { type Account, accountsOf, isBefore } from "./rules/on-hand.ts";
import { returnsOf } from "./rules/returns.ts";
import { typedDrafts } from "./rules/typed-rows.ts";
import { sessionTime } from "./session-time.ts";
import { countedRows, emptiedCounts, stockCells, stockedCodes } from "./stock-rows.ts";
import { readTypedRows } from "./typed-rows.ts";
import { typedTable } from "./typed-table.ts";

/** What is on hand, by everything that people counted, shipped and typed up to now; and what of it is not in 入出庫 yet. */
export interface LedgerPass {
  /** 実在庫 by product code as 在庫 spells it; a code that is not in it was never counted. */
  readonly onHand: ReadonlyMap<string, number>;
  /** Its goods are in 実在庫 already, or it has nothing to book. By the sheet: also of packages that left the list. */
  readonly isBookedOut: (orderNumber: string, basketId: string) => boolean;
  /** New rows of 入出庫, changed marks of others, then rows of 在庫. */
  readonly cells: readonly TableCells[];
  /**
   * Rows that have to come in one commit, of a row of `cells`: entries of one package together, of a product with its row
   * in 在庫. For `fittingParts`.
   */
  readonly subjectOf: (key: string, table: Table) => string;
  /** In the order in which they are to be committed. */
  readonly subjects: readonly string[];
  readonly cellFaults: readonly CellFault[];
  readonly faults: readonly RowFault[];
  readonly counts: {
    readonly booked: number;
    readonly takenBack: number;
    readonly counted: number;
    readonly typed: number;
  };
}

export interface LedgerOptions {
  readonly now: Date;
  readonly who: string;
  /** From when the counts are of which no run knows yet; the time of the open session, or now, where it is not given. */
  readonly countsAt?: Date;
  /** Recorded counts are taken off the sheet: the same number, typed again, is another count. */
  readonly empties?: boolean;
}

/** What a pass reads. */
export const ledgerTables: readonly Table[] = [
  ledgerTable,
  typedTable,
  stockTable,
  shipmentTable,
  shipmentLineTable,
  setTable,
];

/** All that a pass asks of a book. */
export type LedgerBook = Pick<Book, "state" | "repair" | "cursor">;

/** Pure but for what `book` read: the same sheets have it write the same, and what it wrote has it write nothing more. */
export function ledgerPass(book: LedgerBook, { sets }: SetMaster, options: LedgerOptions): LedgerPass {
  const { who, countsAt, empties = false } = options;
  const now = wholeSecond(serialOf(options.now));
  const stock = book.state(stockTable);
  const ledger = ledgerEntries(book.state(ledgerTable));
  const named = accountNamed(stockedCodes(stock));
  const accountOf = (code: string) => named(code) ?? code.trim();
  const numbered = numbering(ledger.entries, (draft) => ({
    ...emptyEntry,
    ...draft,
    productCode: accountOf(draft.productCode),
    who,
    recordedAt: now,
  }));

  const packages = listedPackages(book);
  const standing = standingShipments(ledger.entries);
  const bookings = bookingsOf(packages, standing, packedLines(book), sets, now);
  const moved = numbered(bookings.drafts);
  const out = standingShipments([...ledger.entries, ...moved]);

  const cancelled = new Map(packages.map((listed) => [packageKey(listed), listed.cancelled]));
  const isCancelled = (entry: Entry) => cancelled.get(packageKey(entry)) ?? ledger.askingOf(entry.id).question !== "";
  const returns = returnsOf(ledger.entries, [...out.values()].flat(), isCancelled, ledger.askingOf, now);
  const returned = numbered(returns.drafts);

  const codes = { stocked: new Set(stock.rows.keys()), accountOf, sets };
  const typed = readTypedRows(book.state(typedTable), codes);
  const typedNew = typedDrafts(typed.rows, ledger.entries, accountOf, now);
  const typedEntries = numbered(typedNew.drafts);

  const session = countsAt === undefined ? sessionTime(book) : wholeSecond(serialOf(countsAt));
  const before = accountsOf(ledger.entries, accountOf);
  const counted = countedRows(stock, book.repair(stockTable).doubts).map((row) => ({
    row,
    outcome: countOutcome(
      row,
      before.get(row.code),
      session ?? justBefore(now),
      countsAt === undefined && session !== undefined,
    ),
  }));
  const countEntries = numbered(counted.flatMap(({ outcome }) => outcome.draft ?? []));

  const added = [...moved, ...returned, ...typedEntries, ...countEntries];
  const entries = [...ledger.entries, ...added];
  const accounts = accountsOf(entries, accountOf);
  const marked = entries.map((entry) => ({ entry, marks: marksFor(entry, accounts, accountOf, returns.asks) }));
  const isNew = new Set(added);
  const remarked = marked.filter(
    ({ entry, marks }) => !isNew.has(entry) && !sameMarks(marks, ledger.marksOf(entry.id)),
  );
  const emptied = empties
    ? counted.flatMap(({ row, outcome }) =>
        outcome.reason === undefined && outcome.recorded !== null ? [row.code] : [],
      )
    : [];
  const isEmptied = new Set(emptied);
  const rows = counted.map(({ row: { code }, outcome: { recorded } }) => ({
    productCode: code,
    recordedCount: isEmptied.has(code) ? null : recorded,
    countedAt: accounts.get(code)?.lastCount?.happenedAt ?? null,
    bookStock: accounts.get(code)?.onHand ?? null,
  }));
  const subjects = subjectsOf(
    added,
    remarked.map(({ entry }) => entry),
    accountOf,
  );
  return {
    onHand: new Map(
      [...accounts].flatMap(([code, { onHand }]): [string, number][] => (onHand === undefined ? [] : [[code, onHand]])),
    ),
    isBookedOut(orderNumber, basketId) {
      const key = packageKey({ orderNumber, basketId });
      return out.has(key) || bookings.empty.has(key);
    },
    cells: [
      entryCells(marked.flatMap(({ entry, marks }) => (isNew.has(entry) ? [{ ...entry, ...marks }] : []))),
      entryCells(remarked.map(({ entry, marks }) => ({ ...entry, ...marks }))),
      stockCells(stock, rows),
      emptiedCounts(emptied),
    ],
    subjectOf: subjects.of,
    subjects: [...subjects.all, ...stock.rows.keys()],
    cellFaults: [
      ...counted.flatMap(({ row, outcome }) => (outcome.reason === undefined ? [] : [countFault(row, outcome.reason)])),
      ...typed.cellFaults,
      ...returns.unclear.map((id) => answerFault(ledger.rowIndexOf(id))),
    ],
    faults: [...ledger.faults, ...bookings.faults],
    counts: {
      booked: bookings.booked.length,
      takenBack: bookings.takenBack.length,
      counted: countEntries.length,
      typed: typedNew.changed,
    },
  };
}

const emptyEntry = { reason: "", orderNumber: "", basketId: "", typedOn: null, takesBack: null };

/** Gives drafts the next numbers, in the order in which they are asked for. */
function numbering(entries: readonly Entry[], entryOf: (draft: Draft) => Omit<Entry, "id">) {
  let last = entries.reduce((most, { id }) => Math.max(most, id), 0);
  return (drafts: readonly Draft[]): Entry[] => drafts.map((draft) => ({ id: ++last, ...entryOf(draft) }));
}

function marksFor(
  entry: Entry,
  accounts: ReadonlyMap<string, Account>,
  accountOf: (code: string) => string,
  asks: ReadonlyMap<number, string>,
): Marks {
  const account = accounts.get(accountOf(entry.productCode));
  return {
    beforeCount: account !== undefined && isBefore(entry, account) ? ledgerTexts.beforeCount : "",
    question: asks.get(entry.id) ?? "",
  };
}

const sameMarks = (a: Marks, b: Marks): boolean => a.beforeCount === b.beforeCount && a.question === b.question;

/** Entries of one package come together, half of one would pass for the whole; a count comes with the row that says that it is recorded. */
function subjectsOf(added: readonly Entry[], remarked: readonly Entry[], accountOf: (code: string) => string) {
  const byId = new Map(
    [...added, ...remarked].map((entry) => [
      keyOf(ledgerTable, entry),
      entry.orderNumber === "" ? accountOf(entry.productCode) : packageKey(entry),
    ]),
  );
  return {
    all: [...new Set(byId.values())].filter((subject) => subject.includes("\u001f")),
    of: (key: string, table: Table) => (table === ledgerTable ? (byId.get(key) ?? key) : key),
  };
}

const countFault = ({ rowIndex }: { readonly rowIndex: number }, reason: string): CellFault => ({
  table: stockTable,
  rowIndex,
  column: "onHand",
  reason,
});

const answerFault = (rowIndex: number): CellFault => ({
  table: ledgerTable,
  rowIndex,
  column: "answer",
  reason: ledgerTexts.answer,
});
