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
import { IMPORT } from "./import-pass.ts";
import { listAfter, listSummary } from "./list-summary.ts";
import { newlyCancelled } from "./newly-cancelled.ts";
import { asking, askingText } from "./rules/reasons.ts";
import { shipmentImport, shipmentTables } from "./shipment-import.ts";
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
  judged: [...masterTables, setTable],
  work,
};

function work(context: DeskContext<Count>): Report<Count> {
  const { book, now, deadline } = context;
  const log = book.state(logTable);
  const {
    list,
    entries,
    cellFaults,
    faults: ofMasters,
    steps,
  } = shipmentImport(context, openFaults(log, IMPORT).filter(isOrderNumber));
  const { restored } = entries;
  const before = asking(listAfter(book.state(shipmentTable), { shipments: [] }));
  const tally = { found: 0, added: 0, updated: 0, restored, skipped: {} };
  let passedOver: Readonly<Record<string, number>> = {};
  const standing = [...ofMasters, ...list.faults, ...entries.faults];
  let report: Report<Count> = { counts: tally, faults: standing, finished: true };
  let filledIn: readonly TableCells[] = rowsFilledIn(book);
  let marks: Extras = { cellFaults };
  for (const step of steps) {
    const { more, cursors, copies } = step;
    const outOfTime = more && now() >= deadline;
    const isLast = !more || outOfTime;
    const faults = [...report.faults, ...step.faults];
    const resolved = resolvedFaults(log, IMPORT, isProcessed(step, more), faults);
    const after = listAfter(book.state(shipmentTable), step);
    const differences = isLast ? [carrierDifferencesAfter(book, step)] : [];
    const records = [...filledIn, ...differences, ...resolved, ...linesOf([listSummary(after, now())]), step.checked];
    const plan = book.plan(step.rows);
    const changes = plan.counts.get(shipmentTable);
    passedOver = counted(passedOver, step.skipped);
    tally.found = step.found;
    tally.added += changes?.added ?? 0;
    tally.updated += changes?.updated ?? 0;
    tally.skipped = { ...ifAny(archiveTexts.skipped, step.archived), ...passedOver };
    report = {
      counts: { ...tally },
      faults,
      finished: !more,
      ...(isLast ? { closing: askingText(asking(after), before) } : {}),
    };
    // Before the commit after which nobody sees them as new; what is told already is not told again.
    const cancelled = newlyCancelled(book.state(shipmentTable), step.shipments);
    if (cancelled.length > 0) context.notify({ kind: "cancelled", items: cancelled });
    context.commit(plan, { records, cursors, copies, mend: true, ...marks }, report, !isLast);
    filledIn = [];
    marks = {};
    if (outOfTime) break;
  }
  return report;
}

const carrierDifferencesAfter = (book: Book, { shipments }: ShipmentStep): TableCells =>
  carrierDifferences(book.state(deliveryTable), stillToSend(book.state(shipmentTable), shipments));

/** Orders were processed when their step was; rows, which each run looks at as a whole, at its end. */
function isProcessed({ numbers }: ShipmentStep, more: boolean): (subject: string) => boolean {
  const processed = new Set(numbers);
  return (subject) => processed.has(subject) || (!more && !isOrderNumber(subject));
}
