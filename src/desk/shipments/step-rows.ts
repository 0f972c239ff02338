import { dateText, serialOf } from "../../core/jst.ts";
import type { RowFault } from "../../core/problem.ts";
import type { Order, Payment, UnreadOrder } from "../../shop/order.ts";
import { hasEnded } from "../../shop/progress.ts";
import { rowsFor, type TableCells } from "../../workbook/commit/cells.ts";
import { columnOf } from "../../workbook/declare/table.ts";
import type { Masters } from "../masters/masters.ts";
import { rowsForUnknown } from "../masters/unknown-values.ts";
import { keepingErased } from "./erased-rows.ts";
import type { ListEntries } from "./list-entries.ts";
import type { Judged } from "./rules/judged-again.ts";
import { unknownToShop, unread } from "./rules/lost-orders.ts";
import type { Shipment, ShipmentRules } from "./rules/shipment.ts";
import type { FieldTexts } from "./rules/shipment-changes.ts";
import { type Merged, mergeOrder, offTarget } from "./rules/shipment-merge.ts";
import { shipmentLineTable } from "./shipment-line-table.ts";
import type { ShipmentList } from "./shipment-list.ts";
import { shipmentTable } from "./shipment-table.ts";

/** What the shop answered for some orders. */
export interface FetchedOrders {
  readonly numbers: readonly string[];
  readonly orders: readonly Order[];
  readonly missing: readonly string[];
  readonly faults: readonly UnreadOrder[];
  /** Before the first of them was asked for. */
  readonly askedAt: Date;
}

/** What the answers are brought together with. */
export interface StepContext {
  readonly now: () => Date;
  readonly startedAt: Date;
  readonly list: ShipmentList;
  readonly entries: Pick<ListEntries, "told" | "copies">;
  readonly masters: Masters;
  readonly rules: ShipmentRules;
}

/** Some orders as they shall be on the sheets. */
export interface StepRows {
  readonly shipments: readonly Shipment[];
  readonly rows: readonly TableCells[];
  /** 最終確認日時 of the rows that the shop gave an answer for. */
  readonly checked: TableCells;
  /** For the copies of rows. */
  readonly copies: readonly TableCells[];
  readonly skipped: readonly string[];
  readonly faults: readonly RowFault[];
}

/**
 * Brings the answers and what the list has together; the first step marks what no order tells of along with them. `judged` are rows
 * that no answer tells of.
 */
export function stepRows(
  fetched: FetchedOrders,
  context: StepContext,
  first: boolean,
  judged: readonly Judged[] = [],
): StepRows {
  const { orders, missing, faults } = fetched;
  const merged = orders.map((order) => mergedOrder(order, context));
  const taken = merged.filter((one) => "shipments" in one);
  const unreadable = [...faults, ...merged.flatMap((one) => ("fault" in one ? [one.fault] : []))];
  const left = [
    ...missing.map((number) => missingOrder(number, context)),
    ...unreadable.map((fault) => unreadOrder(fault, context)),
  ];
  const misnumbered = first ? context.list.misnumbered : [];
  const kept = keepingErased(context.list);
  const rows = [...[...taken, ...left].flatMap((one) => one.shipments), ...judged.map(({ shipment }) => shipment)];
  const merges = [...misnumbered, ...rows].map(kept.shipment);
  const shipments = context.entries.told(merges, first, context.now());
  const lines = [...taken, ...judged].flatMap((one) => one.lines).map(kept.line);
  const unknown = [...taken, ...judged].flatMap((one) => one.unknown);
  return {
    shipments,
    rows: [
      rowsFor(shipmentTable, "import", shipments),
      rowsFor(shipmentLineTable, "import", lines),
      ...rowsForUnknown(unknown, newPayments(orders, context.masters), context.startedAt),
    ],
    checked: checkedRows(fetched, shipments),
    copies: context.entries.copies(shipments, lines, first),
    skipped: [...merged, ...left].flatMap((one) => ("skipped" in one ? (one.skipped ?? []) : [])),
    faults: left.flatMap(({ fault }) => fault ?? []),
  };
}

/**
 * By a writer of its own: it is news of no order, and must not break the seal of what one says. An answer that cannot be read
 * tells nothing of the order, which stays as old as it is.
 */
function checkedRows({ orders, missing, askedAt }: FetchedOrders, shipments: readonly Shipment[]): TableCells {
  const answered = new Set([...orders.map(({ number }) => number), ...missing]);
  const checkedAt = serialOf(askedAt);
  return rowsFor(
    shipmentTable,
    "check",
    shipments
      .filter(({ orderNumber }) => answered.has(orderNumber))
      .map(({ orderNumber, basketId }) => ({ orderNumber, basketId, checkedAt })),
  );
}

const mergedOrder = (order: Order, { list, masters, rules, now }: StepContext): Merged =>
  mergeOrder(order, list.order(order.number), { targets: masters.targets, rules, now: now(), texts: shipmentTexts });

/** An order that is not taken from the shop: its rows as they shall be, and how it counts. */
interface Left {
  readonly shipments: readonly Shipment[];
  readonly skipped?: string;
  readonly fault?: RowFault;
}

function missingOrder(number: string, { list }: StepContext): Left {
  const shipments = list.order(number).shipments.map(unknownToShop);
  return shipments.length > 0 ? { shipments } : { shipments, skipped: "楽天に見つからない注文" };
}

function unreadOrder(fault: UnreadOrder, { list, now }: StepContext): Left {
  const known = list.order(fault.subject);
  const shipments = unread(known, fault, now());
  const { progress } = fault;
  const mayMatter = known.shipments.length > 0 || progress === undefined || !hasEnded(progress);
  return mayMatter ? { shipments, fault } : { shipments, skipped: offTarget(progress) };
}

/** Payment methods that no order had before. */
const newPayments = (orders: readonly Order[], masters: Masters): Payment[] =>
  orders
    .map(({ payment }) => payment)
    .filter(({ code }) => code > 0 && !masters.hasSeen(code))
    .map((payment) => ({ ...payment, name: masters.paymentName(payment) }));

/** How changes of a row are told. */
export const shipmentTexts: FieldTexts = {
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
