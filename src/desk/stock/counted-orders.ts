import { Problem, type RowFault } from "../../core/problem.ts";
import { fetchSoldOrders, ORDERS_PER_CALL } from "../../rms/order/orders.ts";
import type { CodedLine, SoldOrder } from "../../shop/order.ts";
import type { PaymentTargets } from "../../shop/payment-target.ts";
import { hasEnded, type Progress } from "../../shop/progress.ts";
import { archivedOrders } from "../archive/archived-orders.ts";
import { searchShop } from "../connection/search-shop.ts";
import type { LedgerPass } from "../ledger/ledger-pass.ts";
import { searchStart } from "../shipments/import-pass.ts";
import type { ListedOrders } from "./listed-orders.ts";
import { type AskingOrder, askingOrder } from "./rules/asking-order.ts";
import { claimOf, isTaken, type Parcel } from "./rules/claim.ts";
import type { DemandTally, SoldLine } from "./rules/demand.ts";
import { stockTexts } from "./rules/stock-texts.ts";
import type { StockSource } from "./stock-source.ts";

/** How the count of the orders went. */
export interface OrderCount {
  readonly found: number;
  readonly faults: readonly RowFault[];
  /** Listed orders that there was no time to ask the shop for. */
  readonly listedUnasked: number;
}

export interface CountRules {
  readonly targets: PaymentTargets;
  /** Of a payment method, as the list names it. */
  readonly paymentCode: (name: string) => number;
  readonly productCode: (line: CodedLine) => string;
  readonly isBookedOut: LedgerPass["isBookedOut"];
  /** Of parcels that count in no figure, and whose goods are not to be offered again either. */
  readonly take: (orderNumber: string, lines: readonly SoldLine[]) => void;
}

/** The standings that a count knows: what is before its target, or to be shipped. Whatever else there is speaks for nothing. */
const SEARCHED: readonly Progress[] = [100, 200, 300];

/**
 * Counts every open order of shop and list once: by what the shop says of it, and where there is no time to ask or no answer
 * to read, by what the list has of it. Throws Problem("wait") where orders that are on no list cannot be asked for in time:
 * no figure would be complete without them.
 */
export function countOrders(
  source: StockSource,
  list: ListedOrders,
  tally: DemandTally,
  rules: CountRules,
): OrderCount {
  const { rms, now, deadline, progress } = source;
  const { numbers, unlisted } = ordersToAsk(source, list, rules);
  const faults: RowFault[] = [];
  let asked = 0;
  while (asked < numbers.length && now() < deadline) {
    const chunk = numbers.slice(asked, asked + ORDERS_PER_CALL);
    const fetched = fetchSoldOrders(rms, chunk);
    for (const order of fetched.orders) countOrder(order, list.has(order.number), tally, rules);
    for (const number of fetched.missing) countListed(number, list, tally, rules);
    for (const { progress: known, ...fault } of fetched.faults) {
      countListed(fault.subject, list, tally, rules);
      if (list.has(fault.subject) || known === undefined || !hasEnded(known)) faults.push(fault);
    }
    asked += chunk.length;
    if (asked % TOLD_EVERY === 0) progress(`${asked} / ${numbers.length}件の注文を確認しました。`);
  }
  if (asked < unlisted) throw new Problem("wait", stockTexts.noTime);
  const unasked = numbers.slice(asked);
  for (const number of unasked) countListed(number, list, tally, rules);
  return { found: numbers.length, faults, listedUnasked: unasked.length };
}

const TOLD_EVERY = 10 * ORDERS_PER_CALL;

/** Those that may still change, and those that left and could not be booked: their goods are in 実在庫 as if they were free. */
function ordersToAsk(
  { book, rms, settings, now }: StockSource,
  list: ListedOrders,
  { isBookedOut }: CountRules,
): AskingOrder {
  const since = searchStart({ book, periodDays: settings.periodDays, now: now() });
  const archivedTo = archivedOrders(book);
  const { numbers } = searchShop({ rms, now }, since, SEARCHED, list.open);
  const searched = numbers.filter((number) => archivedTo(number) === undefined);
  const isUnbooked = (number: string) =>
    list.parcels(number).some(({ basketId, hasLeft }) => hasLeft && !isBookedOut(number, basketId));
  return askingOrder(searched, [...list.open, ...list.closed.filter(isUnbooked)], {
    isListed: list.has,
    isOver: (number) => list.baskets(number).every((basketId) => isBookedOut(number, basketId)),
  });
}

function countOrder(
  { number, progress, payment, packages }: SoldOrder,
  listed: boolean,
  tally: DemandTally,
  rules: CountRules,
): void {
  for (const { basketId, lines } of packages) {
    const bookedOut = rules.isBookedOut(number, String(basketId));
    const parcel = { progress, paymentCode: payment.code, listed, bookedOut };
    const sold = () => lines.map((line) => ({ code: rules.productCode(line), units: line.units }));
    countParcel(number, parcel, sold, tally, rules);
  }
}

function countParcel(
  number: string,
  parcel: Parcel,
  sold: () => readonly SoldLine[],
  tally: DemandTally,
  { targets, take }: CountRules,
): void {
  const claim = claimOf(parcel, targets);
  if (claim !== undefined) tally.add(claim, number, sold());
  else if (isTaken(parcel)) take(number, sold());
}

/** What is to be packed, and nobody knows how far the shop is with it, is taken as far as it can be. */
const FURTHEST: Progress = 300;

function countListed(number: string, list: ListedOrders, tally: DemandTally, rules: CountRules): void {
  for (const { basketId, progress = FURTHEST, payment, isToPack, hasLeft } of list.parcels(number)) {
    const bookedOut = !(isToPack || hasLeft) || rules.isBookedOut(number, basketId);
    const parcel = { progress, paymentCode: rules.paymentCode(payment), listed: true, bookedOut };
    countParcel(number, parcel, () => list.lines(number, basketId), tally, rules);
  }
}
