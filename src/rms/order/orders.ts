import { isFault, Problem, type RowFault } from "../../core/problem.ts";
import type { Order, SoldOrder, UnreadOrder } from "../../shop/order.ts";
import type { Progress } from "../../shop/progress.ts";
import type { SearchWindow } from "../../shop/search-window.ts";
import type { Rms } from "../client/client.ts";
import { SECOND } from "../client/endpoint.ts";
import { isError } from "../client/message.ts";
import { explained } from "../client/message-code.ts";
import { getOrder, NUMBERS_PER_PAGE, REACHABLE, searchOrder } from "./order-endpoints.ts";
import { readOrder, unanswered } from "./order-of.ts";
import { readSoldOrder } from "./sold-order.ts";

export { ORDERS_PER_CALL } from "./order-endpoints.ts";

const LOOKS = 4;
const NOT_FOUND = "ORDER_EXT_API_GET_ORDER_INFO_102";

/** One passage through all pages of a window. `steady`: as many numbers came as RMS counted at any time on the way. */
interface Look {
  readonly numbers: readonly string[];
  readonly pages: number;
  readonly steady: boolean;
  /** A page on which RMS counts orders came without any. */
  readonly gap: boolean;
}

/** A page of a search: the numbers on it that no page before it had, and how many orders RMS counts in the window. */
export interface FoundPage {
  readonly numbers: readonly string[];
  readonly counted: number;
}

/** The numbers of all orders of a window with one of these progresses. */
export const findOrders = (rms: Rms, window: SearchWindow, progress: readonly Progress[]): string[] =>
  [...walkOrders(rms, window, progress)].flatMap(({ numbers }) => numbers);

/**
 * The orders of a window with one of these progresses, page by page, newest first. One call per 1,000 orders when nothing
 * moves meanwhile. Orders that leave the progress while the pages are read shift the rest forward, past the reader: then fewer
 * numbers come than RMS counted. Such a look is repeated, its numbers kept; what does not come to rest is halved, down to single
 * pages, which cannot shift. When one order leaves and another comes between two pages, the count may stay and tell nothing:
 * whoever searches the whole period each time, as every job does, finds the order that slipped by on the next run.
 * `seen` are numbers that need not come again.
 */
export function* walkOrders(
  rms: Rms,
  window: SearchWindow,
  progress: readonly Progress[],
  seen: Set<string> = new Set(),
): Generator<FoundPage, void> {
  let before: Look | undefined;
  for (let looks = 1; ; looks++) {
    const look = yield* lookThrough(rms, window, progress, seen);
    if (look === "too many") return yield* inHalves(rms, window, progress, seen);
    if (look.steady) return;
    // What stays the same through every look is no movement but the way in which RMS counts; an empty page never is.
    if (looks === LOOKS && !look.gap && before !== undefined && sameNumbers(look, before)) return;
    if (looks === LOOKS) {
      if (look.pages <= 1 || look.gap) throw restless();
      return yield* inHalves(rms, window, progress, seen);
    }
    before = look;
  }
}

function* inHalves(
  rms: Rms,
  window: SearchWindow,
  progress: readonly Progress[],
  seen: Set<string>,
): Generator<FoundPage, void> {
  for (const half of halves(window)) yield* walkOrders(rms, half, progress, seen);
}

function* lookThrough(
  rms: Rms,
  window: SearchWindow,
  progress: readonly Progress[],
  seen: Set<string>,
): Generator<FoundPage, Look | "too many"> {
  const numbers = new Set<string>();
  let most = 0;
  let gap = false;
  let page = 1;
  for (let pages = 1; page <= pages; page++) {
    const reply = rms.call(searchOrder, { window, progress, page, size: NUMBERS_PER_PAGE });
    const listed = reply.orderNumberList ?? [];
    for (const number of listed) numbers.add(number);
    const total = reply.PaginationResponseModel?.totalRecordsAmount ?? 0;
    most = Math.max(most, total);
    if (listed.length === 0 && total > (page - 1) * NUMBERS_PER_PAGE) gap = true;
    yield { numbers: unseen(listed, seen), counted: total };
    // Whether RMS counts beyond what it hands out is not public, so a full 15,000 may stand for more.
    if (most >= REACHABLE && page === 1) return "too many";
    pages = lastPage(page, listed.length, total, reply.PaginationResponseModel?.totalPages ?? 0);
  }
  return { numbers: [...numbers], pages: page - 1, steady: numbers.size >= most, gap };
}

function unseen(listed: readonly string[], seen: Set<string>): string[] {
  const fresh = [...new Set(listed)].filter((number) => !seen.has(number));
  for (const number of fresh) seen.add(number);
  return fresh;
}

/** Ends also when RMS counts wrongly: nothing lies beyond 15,000, and without a count a page that is not full is the last. */
function lastPage(page: number, listed: number, total: number, totalPages: number): number {
  if (listed === 0) return page;
  const counted = Math.max(totalPages, Math.ceil(total / NUMBERS_PER_PAGE));
  const last = counted > 0 ? counted : listed >= NUMBERS_PER_PAGE ? page + 1 : page;
  return Math.min(last, REACHABLE / NUMBERS_PER_PAGE);
}

const sameNumbers = (one: Look, other: Look): boolean => one.numbers.join() === other.numbers.join();

/** Newest first; RMS searches by the second. */
function halves({ from, to }: SearchWindow): SearchWindow[] {
  if (to.getTime() - from.getTime() < SECOND) throw tooDense();
  const middle = Math.floor((from.getTime() + to.getTime()) / 2 / SECOND) * SECOND;
  return [
    { from: new Date(middle + SECOND), to },
    { from, to: new Date(middle) },
  ];
}

const restless = (): Problem =>
  new Problem(
    "wait",
    "楽天の注文検索の結果が、件数と合わないまま変わり続けています。注文の更新が落ち着いてから、もう一度実行してください。",
  );

const tooDense = (): Problem =>
  new Problem("report", "同じ1秒に15,000件以上の注文があり、楽天の検索では全件を取得できません。");

export interface FetchedOrders<Read = Order> {
  readonly orders: readonly Read[];
  readonly faults: readonly UnreadOrder[];
  /** Asked for and not known to the shop. */
  readonly missing: readonly string[];
}

/** At most ORDERS_PER_CALL numbers. */
export const fetchOrders = (rms: Rms, numbers: readonly string[]): FetchedOrders => fetched(rms, numbers, readOrder);

/** The same with no more of each order than what it takes from the stock: one that cannot be read otherwise counts all the same. */
export const fetchSoldOrders = (rms: Rms, numbers: readonly string[]): FetchedOrders<SoldOrder> =>
  fetched(rms, numbers, readSoldOrder);

function fetched<Read extends { readonly number: string }>(
  rms: Rms,
  numbers: readonly string[],
  read: (raw: unknown) => Read | UnreadOrder,
): FetchedOrders<Read> {
  const reply = rms.call(getOrder, numbers);
  const results = onlyAskedFor((reply.OrderModelList ?? []).map(read), numbers);
  const missing = reply.MessageModelList.filter((message) => message.messageCode === NOT_FOUND).flatMap(
    ({ orderNumber }) => orderNumber ?? [],
  );
  const refused = reply.MessageModelList.filter(isError).map(({ orderNumber, messageCode }) =>
    refusedOrder(orderNumber, messageCode),
  );
  const seen = new Set([
    ...results.map((result) => (isFault(result) ? result.subject : result.number)),
    ...refused.map(({ subject }) => subject),
    ...missing,
  ]);
  return {
    orders: results.filter((result): result is Read => !isFault(result)),
    faults: [...results.filter(isFault), ...refused, ...numbers.filter((number) => !seen.has(number)).map(unanswered)],
    missing,
  };
}

/** Each order asked for at most once; what else RMS answers, another shop's orders perhaps, is refused and told of. */
function onlyAskedFor<Read extends { readonly number: string }>(
  results: readonly (Read | UnreadOrder)[],
  numbers: readonly string[],
): (Read | UnreadOrder)[] {
  const asked = new Set(numbers);
  const given = new Map<string, Read | UnreadOrder>();
  for (const result of results) {
    const number = isFault(result) ? result.subject : result.number;
    const known = given.get(number);
    if (known !== undefined && !sameAnswer(known, result)) given.set(number, contradicted(number));
    else if (isFault(result) || asked.has(number)) given.set(number, result);
    else given.set(number, strange(number));
  }
  return [...given.values()];
}

const sameAnswer = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const contradicted = (number: string): RowFault => ({
  subject: number,
  reason: "楽天の応答にこの注文が異なる内容で2件含まれていました。次回の取得でもう一度試します。",
});

/** An order that was found, or answered, and is not the shop's or was not asked for. */
export const strange = (number: string): RowFault => ({
  subject: number,
  reason:
    "この店舗の注文として依頼していない注文が楽天の応答に含まれていたため、取り込みませんでした。RMSで確認してください。",
});

export const refusedOrder = (orderNumber: string | null | undefined, code: string): RowFault => ({
  subject: orderNumber ?? "（注文番号不明）",
  reason: `${explained("order", code)}（${code}）`,
});
