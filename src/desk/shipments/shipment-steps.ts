import { groupedBy } from "../../core/grouped.ts";
import type { Rms } from "../../rms/client/client.ts";
import { fetchOrders, ORDERS_PER_CALL } from "../../rms/order/orders.ts";
import type { Telling } from "../../run/progress.ts";
import type { Order, UnreadOrder } from "../../shop/order.ts";
import type { Book } from "../../workbook/commit/book.ts";
import { fittingParts } from "../../workbook/commit/fitting-parts.ts";
import type { ShopPages } from "../connection/search-shop.ts";
import type { Pass } from "./import-pass.ts";
import type { Judged } from "./rules/judged-again.ts";
import { type FetchedOrders, type StepContext, type StepRows, stepRows } from "./step-rows.ts";
import { fittingAnswers, orderOf } from "./step-size.ts";

/** Orders a step: enough to keep calls few. */
const ORDERS_PER_STEP = 1000;

/** Some orders as they shall be on the list. */
export interface ShipmentStep extends StepRows {
  readonly numbers: readonly string[];
  /** Whether another step follows. */
  readonly more: boolean;
  /** Orders that the search has found so far. */
  readonly found: number;
  /** Of all it met, those that left the list for an archive: they do not come back. */
  readonly archived: number;
  readonly cursors: Readonly<Record<string, string>>;
}

interface Shop {
  readonly book: Book;
  readonly rms: Rms;
  readonly now: () => Date;
  readonly deadline: Date;
  readonly telling: Telling;
}

/** What a pass goes through. */
export interface PassPlan extends Pick<Pass, "cursors" | "through"> {
  readonly pages: ShopPages;
  /** Orders that the run has asked for already. */
  readonly taken: ReadonlySet<string>;
  readonly isArchived: (orderNumber: string) => boolean;
  readonly isListed: (orderNumber: string) => boolean;
  /** What waits on the list and is judged anew from what the sheets hold: the masters have changed. */
  readonly judged: () => readonly Judged[];
  /** What is looked at again once the search has all that it `found`, in this order. */
  readonly toRefresh: (found: ReadonlySet<string>, judged: readonly Judged[]) => readonly string[];
}

/**
 * New orders when the search is through, the oldest first. Then what needs no call, and then what the list has already, as the
 * search and the age of the rows tell. There is a last step however little there is to do.
 */
export function* shipmentSteps(shop: Shop, plan: PassPlan, context: StepContext): Generator<ShipmentStep> {
  const { pages, isArchived, isListed, through, cursors } = plan;
  const found = new Set<string>();
  const taken = new Set(plan.taken);
  const rest: string[] = [];
  const later: string[] = [];
  let archived = 0;
  let isFirst = true;

  interface Way {
    readonly told: (done: number) => void;
    readonly cursorsAt: (left: readonly string[]) => ShipmentStep["cursors"];
    readonly isLast?: boolean;
  }

  /** As many orders a step as were asked for, or as one request to Google may hold. */
  function* stepsOf(numbers: readonly string[], { told, cursorsAt, isLast = false }: Way): Generator<ShipmentStep> {
    let done = 0;
    do {
      const fetched = fetchStep(shop, numbers.slice(done, done + ORDERS_PER_STEP), (here) => told(done + here));
      const whole = stepRows(fetched, context, isFirst);
      const parts = fittingAnswers(shop.book.plan([...whole.rows, whole.checked]).changes, fetched);
      for (const part of parts) {
        const step = parts.length === 1 ? whole : stepRows(part, context, isFirst);
        isFirst = false;
        done += part.numbers.length;
        const left = numbers.slice(done);
        const more = !isLast || left.length > 0;
        yield { ...step, numbers: part.numbers, more, found: found.size, archived, cursors: cursorsAt(left) };
      }
    } while (done < numbers.length);
  }

  /** Only where people would see a difference. */
  function* judgedSteps(judged: readonly Judged[]): Generator<ShipmentStep> {
    const rows = groupedBy(judged, ({ shipment }) => shipment.orderNumber);
    const all = [...rows.keys()];
    if (all.length === 0) return;
    const noAnswer = { numbers: [], orders: [], missing: [], faults: [], askedAt: shop.now() };
    const stepOf = (numbers: readonly string[]) =>
      stepRows(
        noAnswer,
        context,
        isFirst,
        numbers.flatMap((number) => rows.get(number) ?? []),
      );
    const { changes } = shop.book.plan(stepOf(all).rows);
    if (changes.size === 0) return;
    for (const part of fittingParts(changes, all, orderOf)) {
      const step = stepOf(part);
      isFirst = false;
      yield { ...step, numbers: [], more: true, found: found.size, archived, cursors: cursors("refreshing") };
    }
  }

  const telling = (what: string, total: number) => (done: number) => shop.telling(what, done, total);
  let page = pages.next();
  for (; !page.done; page = pages.next()) {
    const { numbers } = page.value;
    const own = numbers.filter((number) => !isArchived(number));
    archived += numbers.length - own.length;
    for (const number of own) found.add(number);
    const unlisted = own.filter((number) => !isListed(number) && !taken.has(number));
    for (const number of unlisted) taken.add(number);
    later.push(...unlisted.filter((number) => number <= through).sort());
    rest.push(...unlisted.filter((number) => number > through));
  }
  const faults = page.value;
  rest.sort();
  const before = taken.size - later.length - rest.length;
  if (rest.length > 0)
    yield* stepsOf(rest, {
      told: (done) => shop.telling(FETCHING, before + done, before + rest.length),
      cursorsAt: (left) => cursors("searching", rest[rest.length - left.length - 1] ?? through),
    });
  const judged = plan.judged().filter(({ shipment }) => !taken.has(shipment.orderNumber));
  yield* judgedSteps(judged);
  const pending = [...plan.toRefresh(found, judged).filter((number) => !taken.has(number)), ...later];
  let isNext = true;
  for (const step of stepsOf(pending, {
    told: telling("取込済みの注文を確認中", pending.length),
    cursorsAt: (left) => cursors(left.length > 0 ? "refreshing" : "done"),
    isLast: true,
  })) {
    yield isNext ? { ...step, faults: [...faults, ...step.faults] } : step;
    isNext = false;
  }
}

export const FETCHING = "注文を取得中";

export function fetchStep(
  { rms, now, deadline }: Shop,
  pending: readonly string[],
  told: (done: number) => void,
): FetchedOrders {
  const askedAt = now();
  const step = { numbers: [] as string[], orders: [] as Order[], missing: [] as string[], faults: [] as UnreadOrder[] };
  while (step.numbers.length < pending.length) {
    const numbers = pending.slice(step.numbers.length, step.numbers.length + ORDERS_PER_CALL);
    const { orders, missing, faults } = fetchOrders(rms, numbers);
    step.numbers.push(...numbers);
    step.orders.push(...orders);
    step.missing.push(...missing);
    step.faults.push(...faults);
    told(step.numbers.length);
    if (now() >= deadline) break;
  }
  return { ...step, askedAt };
}
