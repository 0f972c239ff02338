import { ORDERS_PER_CALL } from "../../rms/order/orders.ts";
import { namesIn } from "../../workbook/read/names.ts";
import { archivedOrders } from "../archive/archived-orders.ts";
import type { ShipmentBasis, ShipmentSource } from "./shipment-basis.ts";
import { shipmentLineTable } from "./shipment-line-table.ts";
import { shipmentList } from "./shipment-list.ts";
import { FETCHING, fetchStep, type ShipmentStep } from "./shipment-steps.ts";
import { shipmentTable } from "./shipment-table.ts";
import { stepRows } from "./step-rows.ts";
import { fittingAnswers } from "./step-size.ts";

/**
 * New orders before anything else, however long the list is: of the first page of the search that has any, as many as one call
 * brings. All that is known of the sheets are the names of their rows, so that nothing is told of a row that is there; an order
 * whose number stands anywhere in a key, or in the mark of a row whose key people typed over, is left to the look at the whole.
 */
export function* firstOrders(source: ShipmentSource, basis: ShipmentBasis): Generator<ShipmentStep> {
  const { book, now } = source;
  const { pass, masters, rules, startedAt } = basis;
  const [shipments, lines] = [book.state(shipmentTable), book.state(shipmentLineTable)];
  const known = new Set([...namesIn(shipments), ...namesIn(lines)]);
  const archivedTo = archivedOrders(book);
  const shop = { ...source, telling: basis.telling };
  const context = { now, startedAt, list: shipmentList(shipments, lines), entries: noEntries, masters, rules };
  const pages = basis.pages();
  let found = 0;
  let archived = 0;
  for (let page = pages.next(); !page.done; page = pages.next()) {
    const { numbers } = page.value;
    const own = numbers.filter((number) => archivedTo(number) === undefined);
    found += own.length;
    archived += numbers.length - own.length;
    const fresh = own.filter((number) => number > pass.through && !known.has(number)).sort();
    if (fresh.length === 0) continue;
    const told = (done: number) => basis.telling(FETCHING, done, fresh.length);
    const fetched = fetchStep(shop, fresh.slice(0, ORDERS_PER_CALL), told);
    const whole = stepRows(fetched, context, false);
    for (const part of fittingAnswers(book.plan([...whole.rows, whole.checked]).changes, fetched)) {
      const step = stepRows(part, context, false);
      const cursors = pass.cursors("searching", pass.through);
      yield { ...step, numbers: part.numbers, more: true, found, archived, cursors };
    }
    return;
  }
}

/** What people did to rows that are there is for later. */
const noEntries: Parameters<typeof stepRows>[1]["entries"] = { told: (rows) => [...rows], copies: () => [] };
