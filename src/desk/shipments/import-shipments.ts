import { captions } from "../../core/menu-texts.ts";
import { linesOf } from "../../run/dashboard-row.ts";
import { openFaults, resolvedFaults } from "../../run/faults.ts";
import { logTable } from "../../run/log-table.ts";
import { counted, ifAny, type Report } from "../../run/report.ts";
import { isOrderNumber } from "../../shop/order-number.ts";
import type { Book } from "../../workbook/commit/book.ts";
import type { TableCells } from "../../workbook/commit/cells.ts";
import type { Extras } from "../../workbook/commit/commit.ts";
import { archiveTexts } from "../archive/rules/archive-texts.ts";
import type { DeskContext, DeskJob } from "../desk.ts";
import { carrierDifferences } from "../masters/delivery/carrier-differences.ts";
import { deliveryTable } from "../masters/delivery/delivery-table.ts";
import { masterTables } from "../masters/masters.ts";
import { rowsFilledIn } from "../masters/unknown-values.ts";
import { setTable } from "../sets/set-table.ts";
import { firstOrders } from "./first-orders.ts";
import { IMPORT } from "./import-pass.ts";
import { listAfter, listSummary } from "./list-summary.ts";
import { newlyCancelled } from "./newly-cancelled.ts";
import { asking, askingText } from "./rules/reasons.ts";
import { shipmentBasis, shipmentTables } from "./shipment-basis.ts";
import { shipmentImport } from "./shipment-import.ts";
import { shipmentLineTable } from "./shipment-line-table.ts";
import type { ShipmentStep } from "./shipment-steps.ts";
import { shipmentTable } from "./shipment-table.ts";
import { stillToSend } from "./still-to-send.ts";

const counts = {
  found: "対象",
  added: "新規",
  updated: "更新",
  restored: "戻した入力",
  skipped: "見送り",
} as const;

type Count = keyof typeof counts;

/** Brings the orders that became shipments into 出荷リスト and 出荷明細, and refreshes those that are not shipped yet. */
export const importShipments: DeskJob<Count> = {
  name: IMPORT,
  title: captions.importShipments,
  counts,
  tables: shipmentTables,
  named: [shipmentTable, shipmentLineTable],
  judged: [...masterTables, setTable],
  work,
};

function work(context: DeskContext<Count>): Report<Count> {
  const { book, now, deadline } = context;
  const log = book.state(logTable);
  const again = openFaults(log, IMPORT).filter(isOrderNumber);
  const basis = shipmentBasis(context);
  const tally = { found: 0, added: 0, updated: 0, restored: {}, skipped: {} };
  let passedOver: Readonly<Record<string, number>> = {};
  let report: Report<Count> = { counts: tally, faults: basis.faults, finished: true };
  let filledIn: readonly TableCells[] = rowsFilledIn(book);
  let marks: Extras = { cellFaults: basis.cellFaults };

  // Before the whole list is read: an order that is new to it says nothing of its other rows.
  const fresh: ShipmentStep[] = [];
  for (const step of firstOrders(context, basis)) {
    fresh.push(step);
    const isLast = now() >= deadline;
    commit(step, isLast, {});
    if (isLast) return report;
  }
  book.whole();
  const taken = new Set(fresh.flatMap(({ numbers }) => numbers));
  const { list, entries, steps } = shipmentImport(context, basis, { taken, again });
  tally.restored = entries.restored;
  report = { ...report, faults: [...report.faults, ...list.faults, ...entries.faults] };
  const asked = asking(listAfter(book.state(shipmentTable), { shipments: [] })).rows;
  const before = { rows: asked - asking(fresh.flatMap(({ shipments }) => shipments)).rows };
  for (const step of steps) {
    const isLast = !step.more || now() >= deadline;
    const after = listAfter(book.state(shipmentTable), step);
    const differences = isLast ? [carrierDifferencesAfter(book, step)] : [];
    const closing = isLast ? { closing: askingText(asking(after), before) } : {};
    commit(step, isLast, { mend: true, records: [...differences, ...linesOf([listSummary(after, now())])] }, closing);
    if (isLast) break;
  }
  return report;

  function commit(step: ShipmentStep, isLast: boolean, extras: Extras, closing: Pick<Report, "closing"> = {}): void {
    const { more, cursors, copies } = step;
    const faults = [...report.faults, ...step.faults];
    const resolved = resolvedFaults(log, IMPORT, isProcessed(step, more), faults);
    const records = [...filledIn, ...resolved, ...(extras.records ?? []), step.checked];
    const plan = book.plan(step.rows);
    const changes = plan.counts.get(shipmentTable);
    passedOver = counted(passedOver, step.skipped);
    tally.found = step.found;
    tally.added += changes?.added ?? 0;
    tally.updated += changes?.updated ?? 0;
    tally.skipped = { ...ifAny(archiveTexts.skipped, step.archived), ...passedOver };
    report = { counts: { ...tally }, faults, finished: !more, ...closing };
    // Before the commit after which nobody sees them as new; what is told already is not told again.
    const cancelled = newlyCancelled(book.state(shipmentTable), step.shipments);
    if (cancelled.length > 0) context.notify({ kind: "cancelled", items: cancelled });
    context.commit(plan, { cursors, copies, ...extras, ...marks, records }, report, !isLast);
    filledIn = [];
    marks = {};
  }
}

const carrierDifferencesAfter = (book: Book, { shipments }: ShipmentStep): TableCells =>
  carrierDifferences(book.state(deliveryTable), stillToSend(book.state(shipmentTable), shipments));

/** Orders were processed when their step was; rows, which each run looks at as a whole, at its end. */
function isProcessed({ numbers }: ShipmentStep, more: boolean): (subject: string) => boolean {
  const processed = new Set(numbers);
  return (subject) => processed.has(subject) || (!more && !isOrderNumber(subject));
}
