import type { Rms } from "../../rms/client/client.ts";
import { fetchOrders, ORDERS_PER_CALL } from "../../rms/order/orders.ts";
import type { Order, UnreadOrder } from "../../shop/order.ts";
import type { Book } from "../../workbook/commit/book.ts";
import type { PassPlan } from "./import-pass.ts";
import { type FetchedOrders, type StepContext, type StepRows, stepRows } from "./step-rows.ts";
import { fittingAnswers } from "./step-size.ts";

/** Orders a step: enough to keep calls few. */
const ORDERS_PER_STEP = 1000;

/** Some orders as they shall be on the list. */
export interface ShipmentStep extends StepRows {
  /** How many numbers are done, this step's among them. */
  readonly done: number;
  readonly cursors: Readonly<Record<string, string>>;
  readonly numbers: readonly string[];
}

interface Shop {
  readonly book: Book;
  readonly rms: Rms;
  readonly now: () => Date;
  readonly deadline: Date;
}

/** Goes through the numbers of a pass, a step at a time: as many as were asked for, or as one request to Google may hold. */
export function* shipmentSteps(
  shop: Shop,
  { pending, cursors }: PassPlan,
  context: StepContext,
): Generator<ShipmentStep> {
  let done = 0;
  do {
    const first = done === 0;
    const fetched = fetchStep(shop, pending.slice(done, done + ORDERS_PER_STEP));
    const whole = stepRows(fetched, context, first);
    const parts = fittingAnswers(shop.book.plan(whole.rows).changes, fetched);
    for (const [at, part] of parts.entries()) {
      const step = parts.length === 1 ? whole : stepRows(part, context, first && at === 0);
      done += part.numbers.length;
      yield { done, cursors: cursors(done), numbers: part.numbers, ...step };
    }
  } while (done < pending.length);
}

function fetchStep({ rms, now, deadline }: Shop, pending: readonly string[]): FetchedOrders {
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
