import { dateText } from "../../core/jst.ts";
import type { RowFault } from "../../core/problem.ts";
import type { Rms } from "../../rms/client/client.ts";
import { fetchOrders, findOrders, ORDERS_PER_CALL } from "../../rms/order/orders.ts";
import type { UnknownValue } from "../../shop/delivery.ts";
import type { Order, Payment, UnreadOrder } from "../../shop/order.ts";
import { earliestOrder } from "../../shop/order-number.ts";
import { searchedProgress } from "../../shop/payment-target.ts";
import { hasEnded } from "../../shop/progress.ts";
import { periodStart, searchWindows } from "../../shop/search-window.ts";
import type { Book } from "../../workbook/commit/book.ts";
import { rowsFor, type TableCells } from "../../workbook/commit/cells.ts";
import { columnOf, type Table } from "../../workbook/declare/table.ts";
import { type Masters, masterTables, readMasters } from "../masters/masters.ts";
import { rowsForUnknown } from "../masters/unknown-values.ts";
import { productCodes, productCodeTables } from "../products/product-codes.ts";
import type { Settings } from "../settings/rules/settings.ts";
import type { Shipment, ShipmentLine, ShipmentRules } from "./rules/shipment.ts";
import type { FieldTexts } from "./rules/shipment-changes.ts";
import { mergeOrder, offTarget, unknownToShop, unread } from "./rules/shipment-merge.ts";
import { shipmentLineTable } from "./shipment-line-table.ts";
import { type ShipmentList, shipmentList } from "./shipment-list.ts";
import { shipmentTable } from "./shipment-table.ts";

/** Orders a step: enough to keep calls few, few enough for one request to Google. */
const ORDERS_PER_STEP = 1000;

export const shipmentTables = (settings: Settings): readonly Table[] => [
  shipmentTable,
  shipmentLineTable,
  ...masterTables,
  ...productCodeTables(settings),
];

/** Names the job, and the cursor that tells the last order done of a pass over shop and list that no run brought to its end yet. */
export const IMPORT = "import-shipments";

/** When the pass under way began. Orders up to its cursor were not searched since. */
const BEGAN = `${IMPORT}/began`;

/** Where a pass ends that began anew to refresh what it had left behind; empty while it is on its first way. */
const UNTIL = `${IMPORT}/until`;

/** A cursor before every order number. */
const START = "0";

/** When the last pass that came to its end began. */
const SEARCHED = `${IMPORT}/searched`;

/** What an import works with, whether it writes or only shows what it would write. */
export interface ShipmentSource {
  readonly book: Book;
  readonly rms: Rms;
  readonly settings: Settings;
  readonly now: () => Date;
  readonly deadline: Date;
}

/** Up to a thousand orders as they shall be on the list. */
export interface ShipmentStep {
  /** How many numbers are done, this step's among them, of `total`. */
  readonly done: number;
  readonly cursors: Readonly<Record<string, string>>;
  readonly numbers: readonly string[];
  readonly shipments: readonly Shipment[];
  readonly rows: readonly TableCells[];
  readonly skipped: readonly string[];
  readonly faults: readonly RowFault[];
}

export interface ShipmentImport {
  readonly found: number;
  readonly total: number;
  readonly list: ShipmentList;
  readonly steps: Iterable<ShipmentStep>;
}

/**
 * Searches the shop and goes through what was found and what is on the list unshipped, in the order of the numbers. Where a
 * run was cut off, the next one goes on behind its last order, and then refreshes what the list has before that: the pause
 * may have been long. That is done once, or a list that is too long for one run would never come to an end.
 * `again` are orders that earlier runs could not take.
 */
export function shipmentImport(source: ShipmentSource, again: readonly string[] = []): ShipmentImport {
  const { book, rms, now } = source;
  const list = shipmentList(book.state(shipmentTable), book.state(shipmentLineTable));
  const masters = readMasters(book);
  const context = { now, startedAt: now(), list, masters, rules: rulesOf(source, masters) };
  const after = cursorOf(book);
  const began = passStart(source).toISOString();
  const until = after === "" ? "" : (book.cursor(UNTIL) ?? "");
  const since = new Date(Math.max(searchStart(source).getTime(), earliestOrder(after)?.getTime() ?? 0));
  const found = due(
    searchWindows(since, now()).flatMap((window) => findOrders(rms, window, searchedProgress(masters.targets))),
    after,
  );
  const open = list.toRefresh().sort();
  const fresh = new Set(until === "" ? [] : open.filter((number) => number > until));
  const owed = due([...found, ...open, ...again], after).filter((number) => !fresh.has(number));
  const pending = until === "" ? [...owed, ...open.filter((number) => number <= after)] : owed;
  const cursors = (done: number): Record<string, string> =>
    done >= pending.length
      ? { [IMPORT]: "", [SEARCHED]: began }
      : {
          [IMPORT]: done === owed.length ? START : (pending[done - 1] as string),
          [BEGAN]: began,
          [UNTIL]: done < owed.length ? until : after,
        };
  return { found: found.length, total: pending.length, list, steps: steps(source, { pending, cursors }, context) };
}

/**
 * 出荷指示取得期間 counts back from the last pass that came to its end, so that what an outage missed is caught up on;
 * where none did, from the one under way.
 */
export const searchStart = (source: ShipmentSource): Date =>
  periodStart(source.settings.periodDays, instantIn(source.book, SEARCHED) ?? passStart(source), source.now());

const passStart = ({ book, now }: ShipmentSource): Date =>
  (cursorOf(book) === "" ? undefined : instantIn(book, BEGAN)) ?? now();

const cursorOf = (book: Book): string => book.cursor(IMPORT) ?? "";

function instantIn(book: Book, cursor: string): Date | undefined {
  const instant = Date.parse(book.cursor(cursor) ?? "");
  return Number.isNaN(instant) ? undefined : new Date(instant);
}

/** Sorted, so that the cursor can be the last number done: what is searched anew on the way cannot be missed or met twice. */
const due = (numbers: readonly string[], after: string): string[] =>
  [...new Set(numbers)].sort().filter((number) => number > after);

interface Plan {
  readonly pending: readonly string[];
  /** What to remember once so many are done. */
  readonly cursors: (done: number) => Readonly<Record<string, string>>;
}

function* steps(source: ShipmentSource, { pending, cursors }: Plan, context: StepContext): Generator<ShipmentStep> {
  let done = 0;
  do {
    const { misnumbered } = context.list;
    const shipments = done === 0 ? [...misnumbered] : [];
    const fetched = fetchStep(source, pending.slice(done, done + ORDERS_PER_STEP));
    done += fetched.numbers.length;
    yield { done, cursors: cursors(done), ...stepOf(fetched, context, shipments) };
  } while (done < pending.length);
}

interface FetchedStep {
  readonly numbers: readonly string[];
  readonly orders: readonly Order[];
  readonly missing: readonly string[];
  readonly faults: readonly UnreadOrder[];
}

function fetchStep({ rms, now, deadline }: ShipmentSource, pending: readonly string[]): FetchedStep {
  const step = { numbers: [] as string[], orders: [] as Order[], missing: [] as string[], faults: [] as UnreadOrder[] };
  while (step.numbers.length < pending.length) {
    const numbers = pending.slice(step.numbers.length, step.numbers.length + ORDERS_PER_CALL);
    const { orders, missing, faults } = fetchOrders(rms, numbers);
    step.numbers.push(...numbers);
    step.orders.push(...orders);
    step.missing.push(...missing);
    step.faults.push(...faults);
    if (now() >= deadline) break;
  }
  return step;
}

interface StepContext {
  readonly now: () => Date;
  readonly startedAt: Date;
  readonly list: ShipmentList;
  readonly masters: Masters;
  readonly rules: ShipmentRules;
}

function stepOf(
  { numbers, orders, missing, faults: unreadable }: FetchedStep,
  { now, startedAt, list, masters, rules }: StepContext,
  shipments: Shipment[],
): Omit<ShipmentStep, "done" | "cursors"> {
  const lines: ShipmentLine[] = [];
  const unknown: UnknownValue[] = [];
  const payments: Payment[] = [];
  const skipped: string[] = [];
  const faults = [...unreadable];
  for (const order of orders) {
    const { code } = order.payment;
    const context = { targets: masters.targets, rules, now: now(), texts };
    const merged = mergeOrder(order, list.order(order.number), context);
    if (code > 0 && !masters.hasSeen(code))
      payments.push({ ...order.payment, name: masters.paymentName(order.payment) });
    if ("skipped" in merged) skipped.push(merged.skipped);
    else if ("fault" in merged) faults.push(merged.fault);
    else {
      shipments.push(...merged.shipments);
      lines.push(...merged.lines);
      unknown.push(...merged.unknown);
    }
  }
  for (const number of missing) {
    const known = list.order(number).shipments;
    shipments.push(...known.map(unknownToShop));
    if (known.length === 0) skipped.push("楽天に見つからない注文");
  }
  const failed = faults.filter((fault) => {
    const known = list.order(fault.subject);
    shipments.push(...unread(known, fault, now()));
    const { progress } = fault;
    if (known.shipments.length > 0 || progress === undefined || !hasEnded(progress)) return true;
    skipped.push(offTarget(progress));
    return false;
  });
  return {
    numbers,
    shipments,
    rows: [
      rowsFor(shipmentTable, "import", shipments),
      rowsFor(shipmentLineTable, "import", lines),
      ...rowsForUnknown(unknown, payments, startedAt),
    ],
    skipped,
    faults: failed,
  };
}

export const rulesOf = ({ book, settings }: ShipmentSource, { delivery, band }: Masters): ShipmentRules => ({
  ...{ delivery, band },
  ...productCodes(book, settings),
});

const texts: FieldTexts = {
  fieldName: (field) => columnOf(shipmentTable, field).header,
  // As the cell holds it: a sheet turns line ends into its own, which is no change of the order.
  valueText: (field, shipment) => {
    const { write, numberFormat } = columnOf(shipmentTable, field);
    const cell = write(shipment[field]);
    // People may have typed a number there that is no day at all.
    const isDay = numberFormat?.type.startsWith("DATE") && typeof cell === "number" && Math.abs(cell) < 1e7;
    return isDay ? dateText(cell) : String(cell ?? "");
  },
};
