import type { DeliveryMasters } from "../../shop/delivery.ts";
import type { Payment } from "../../shop/order.ts";
import type { PastTarget, PaymentTargets } from "../../shop/payment-target.ts";
import type { Book } from "../../workbook/commit/book.ts";
import type { CellFault } from "../../workbook/commit/mark.ts";
import { keyOf } from "../../workbook/declare/key.ts";
import type { Table } from "../../workbook/declare/table.ts";
import { closedDayTable } from "./calendar/closed-day-table.ts";
import { readClosedDays } from "./calendar/closed-days.ts";
import { conditionTable } from "./conditions/condition-table.ts";
import { readConditions } from "./conditions/conditions.ts";
import { readBands } from "./delivery/bands.ts";
import { deliveryTable } from "./delivery/delivery-table.ts";
import { leadTimeTable } from "./delivery/lead-time-table.ts";
import { readLeadTimes } from "./delivery/lead-times.ts";
import { readServices } from "./delivery/services.ts";
import { timeBandTable } from "./delivery/time-band-table.ts";
import { entriesOf } from "./entry.ts";
import { paymentTable } from "./payment/payment-table.ts";
import { readPayments, targetsOf } from "./payment/payments.ts";
import type { Condition } from "./rules/conditions.ts";
import { paymentCodes } from "./rules/payment-codes.ts";

/** The masters as a job uses them. */
export interface Masters extends DeliveryMasters {
  readonly targets: PaymentTargets;
  /** Whether an order with this payment method was met before. */
  readonly hasSeen: (paymentCode: number) => boolean;
  /** Its name in the master, where it is there: that of RMS may change. */
  readonly paymentName: (payment: Payment) => string;
  /** Its code by its name on the list. */
  readonly paymentCode: (name: string) => number;
  /** Orders that people want to look at. */
  readonly conditions: readonly Condition[];
  /** What cannot be used, and is marked: only what needs it waits. */
  readonly cellFaults: readonly CellFault[];
}

export const masterTables: readonly Table[] = [
  deliveryTable,
  timeBandTable,
  leadTimeTable,
  closedDayTable,
  paymentTable,
  conditionTable,
];

/**
 * Throws CellProblem, which names sheet, row and column of all that cannot be used, only where nothing could be judged without
 * it. `pastTarget` is the setting that goes with the targets; `standing` are other cells that are marked as well.
 */
export function readMasters(
  book: Book,
  { pastTarget }: { readonly pastTarget: PastTarget },
  standing: readonly CellFault[] = [],
): Masters {
  const faults: CellFault[] = [];
  const payments = readPayments(entriesOf(book.state(paymentTable), faults));
  const deliveries = entriesOf(book.state(deliveryTable), faults);
  const services = readServices(deliveries);
  const bands = readBands(entriesOf(book.state(timeBandTable), faults));
  const leadTimes = readLeadTimes(entriesOf(book.state(leadTimeTable), faults), deliveries);
  const closedDays = readClosedDays(entriesOf(book.state(closedDayTable), faults));
  const conditions = readConditions(entriesOf(book.state(conditionTable), faults));
  const { seen, names } = payments;
  return {
    targets: targetsOf(payments, pastTarget, faults, standing),
    hasSeen: (code) => seen.has(code),
    paymentName: ({ code, name }) => names.get(code) ?? name,
    paymentCode: paymentCodes(names),
    delivery: services.of,
    band: (carrier, term) => bands.get(keyOf(timeBandTable, { carrier, term })) ?? "unknown",
    leadTimes,
    ...closedDays,
    conditions,
    cellFaults: faults,
  };
}
