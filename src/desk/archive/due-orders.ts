import { groupedBy } from "../../core/grouped.ts";
import { serialOf, serialOfRms } from "../../core/jst.ts";
import { openFaults } from "../../run/faults.ts";
import { logTable } from "../../run/log-table.ts";
import { isOrderNumber } from "../../shop/order-number.ts";
import type { Book } from "../../workbook/commit/book.ts";
import type { Table } from "../../workbook/declare/table.ts";
import { cellAt, intactFor, type SheetRow, type SheetState } from "../../workbook/read/snapshot.ts";
import { ledgerEntries } from "../ledger/ledger-entries.ts";
import { ledgerTable } from "../ledger/ledger-table.ts";
import { listedPackages, packedLines } from "../ledger/listed-packages.ts";
import { bookingsOf, packageKey, standingShipments } from "../ledger/rules/bookings.ts";
import { closedDayTable } from "../masters/calendar/closed-day-table.ts";
import { deliveryTable } from "../masters/delivery/delivery-table.ts";
import { reportBasis } from "../reports/report-source.ts";
import { judge } from "../reports/rules/judge.ts";
import { setTable } from "../sets/set-table.ts";
import { readSets } from "../sets/sets.ts";
import type { Settings } from "../settings/rules/settings.ts";
import { IMPORT } from "../shipments/import-pass.ts";
import type { ShipmentState } from "../shipments/rules/shipment.ts";
import { shipmentLineTable } from "../shipments/shipment-line-table.ts";
import { shipmentTable } from "../shipments/shipment-table.ts";
import { archiveTexts } from "./rules/archive-texts.ts";
import { type DueRow, dueOf, partOf } from "./rules/due.ts";

/** What tells which orders may go. */
export const dueTables: readonly Table[] = [
  shipmentTable,
  shipmentLineTable,
  ledgerTable,
  setTable,
  deliveryTable,
  closedDayTable,
];

/** An order that leaves, with all its rows. */
export interface DueOrder {
  readonly orderNumber: string;
  readonly part: string;
  readonly day: number;
  readonly shipments: ReadonlyMap<string, SheetRow>;
  readonly lines: ReadonlyMap<string, SheetRow>;
}

export interface DueOrders {
  /** By part, day and number: the same sheets give the same order. */
  readonly orders: readonly DueOrder[];
  /** Old enough, and held back, by the reason. */
  readonly held: Readonly<Record<string, number>>;
}

type Source = { readonly book: Book; readonly settings: Settings; readonly now: Date };

/** Throws Problem where a master cannot be read: nobody can tell then what is still to be reported. */
export function dueOrders(source: Source, days: number): DueOrders {
  const { book } = source;
  const now = serialOf(source.now);
  const shipments = byOrder(book.state(shipmentTable));
  const lines = byOrder(book.state(shipmentLineTable));
  const rowOf = dueRows(source, lines);
  const failed = new Set(openFaults(book.state(logTable), IMPORT));
  const held: Record<string, number> = {};
  const orders: DueOrder[] = [];
  for (const [orderNumber, rows] of shipments) {
    if (!isOrderNumber(orderNumber)) continue;
    const due = dueOf(
      [...rows].map(([key, row]) => rowOf(key, row)),
      days,
      now,
    );
    if (due === undefined) continue;
    const because = "held" in due ? due.held : failed.has(orderNumber) ? "fault" : undefined;
    if (because !== undefined) held[archiveTexts.held[because]] = (held[archiveTexts.held[because]] ?? 0) + 1;
    else if ("day" in due)
      orders.push({ orderNumber, part: partOf(due.day), day: due.day, shipments: rows, lines: linesOf(orderNumber) });
  }
  const rank = ({ day, orderNumber }: DueOrder) => `${day} ${orderNumber}`;
  return { orders: orders.sort((a, b) => (rank(a) < rank(b) ? -1 : 1)), held };

  function linesOf(orderNumber: string): ReadonlyMap<string, SheetRow> {
    return lines.get(orderNumber) ?? new Map();
  }
}

type Rows = ReadonlyMap<string, SheetRow>;

function byOrder(state: SheetState): ReadonlyMap<string, Rows> {
  const orders = groupedBy(state.rows, ([, row]) => String(cellAt(state, row, "orderNumber")));
  return new Map([...orders].map(([orderNumber, rows]) => [orderNumber, new Map(rows)]));
}

function dueRows({ book, settings, now }: Source, lines: ReadonlyMap<string, Rows>) {
  const list = book.state(shipmentTable);
  const lineList = book.state(shipmentLineTable);
  const isSound = soundRows(book, shipmentTable);
  const isSoundLine = soundRows(book, shipmentLineTable);
  const { rows: reports, rules } = reportBasis({ book, settings });
  const judged = judge([...reports.values()], { ...rules, now: serialOf(now) });
  const toReport = new Set(
    [...judged.candidates, ...judged.refused, ...judged.underWay.map((row) => ({ row }))].map(({ row }) => row.key),
  );
  const toBook = unbooked(book, now);
  return (key: string, row: SheetRow): DueRow => {
    const cell = (name: string) => cellAt(list, row, name);
    const text = (name: string) => String(cell(name) ?? "");
    const day = (name: string) => (typeof cell(name) === "number" ? (cell(name) as number) : null);
    const orderNumber = text("orderNumber");
    const own = [...(lines.get(orderNumber) ?? [])];
    return {
      state: text("state") as ShipmentState,
      shippingStatus: text("shippingStatus"),
      trackingNumber: text("trackingNumber"),
      cancelConfirmed: cell("cancelConfirmed") === true,
      questions: text("questions"),
      reportState: reports.get(key)?.report.reportState ?? "",
      toReport: toReport.has(key),
      days: [day("shippedOn"), ...text("rmsShippedOn").split("\n").map(dayOfText).reverse(), day("reportedAt")],
      orderedAt: day("orderedAt"),
      sound: isSound(key, row) && own.every(([lineKey, line]) => isSoundLine(lineKey, line)),
      linesAsk: own.some(([, line]) => String(cellAt(lineList, line, "questions") ?? "") !== ""),
      toBook: toBook.has(packageKey({ orderNumber, basketId: text("basketId") })),
    };
  };
}

const dayOfText = (text: string): number | null => serialOfRms(text.replace(/\//g, "-")) ?? null;

/** Written by imports and not changed since, there once, with what people entered beside it beyond doubt theirs. */
function soundRows(book: Book, table: Table): (key: string, row: SheetRow) => boolean {
  const state = book.state(table);
  const isIntact = intactFor(state, "import");
  const isProven = book.proven(table);
  const copied = new Set(state.doubles.map(({ key }) => key));
  return (key, row) => isIntact(row) && isProven(key) && !copied.has(key);
}

/** Packages of which 入出庫 does not say yet what it has to, or of which it waits for an answer. None while nobody keeps it. */
function unbooked(book: Book, now: Date): ReadonlySet<string> {
  const ledger = ledgerEntries(book.state(ledgerTable));
  if (ledger.entries.length === 0) return new Set();
  const packages = listedPackages(book);
  const standing = standingShipments(ledger.entries);
  const bookings = bookingsOf(packages, standing, packedLines(book), readSets(book).sets, serialOf(now));
  const refused = new Set(bookings.faults.map(({ subject }) => subject));
  const asking = [...standing.values()].flat().filter(({ id }) => {
    const { question, answer } = ledger.askingOf(id);
    return question !== "" && answer === "";
  });
  return new Set([
    ...bookings.booked,
    ...bookings.takenBack,
    ...packages.filter(({ orderNumber }) => refused.has(orderNumber)).map(packageKey),
    ...asking.map(packageKey),
  ]);
}
