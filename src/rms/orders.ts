import * as z from "zod/mini";
import { rmsTime } from "../domain/jst.ts";
import type { Order } from "../domain/order.ts";
import type { RowFault } from "../domain/problem.ts";
import type { Progress } from "../domain/progress.ts";
import type { SearchWindow } from "../domain/search-window.ts";
import type { Rms } from "./client.ts";
import type { Endpoint } from "./endpoint.ts";
import { messageSchema } from "./message.ts";
import { isFault, readOrder, unanswered } from "./order-of.ts";

interface SearchRequest {
  readonly dateType: 1;
  readonly startDatetime: string;
  readonly endDatetime: string;
  readonly orderProgressList: readonly Progress[];
  readonly PaginationRequestModel: {
    readonly requestRecordsAmount: number;
    readonly requestPage: number;
    readonly SortModelList: readonly { readonly sortColumn: 1; readonly sortDirection: 1 }[];
  };
}

const searchReply = z.object({
  orderNumberList: z.nullish(z.array(z.string())),
  MessageModelList: z.array(messageSchema),
  PaginationResponseModel: z.nullish(
    z.object({ totalRecordsAmount: z.nullish(z.number()), totalPages: z.nullish(z.number()) }),
  ),
});

export const searchOrder: Endpoint<SearchRequest, z.infer<typeof searchReply>> = {
  name: "rpay.order.searchOrder",
  method: "post",
  path: "/es/2.0/order/searchOrder/",
  repeatable: true,
  reply: searchReply,
};

const getReply = z.object({
  MessageModelList: z.array(messageSchema),
  OrderModelList: z.nullish(z.array(z.unknown())),
});

export const getOrder: Endpoint<{ orderNumberList: readonly string[]; version: number }, z.infer<typeof getReply>> = {
  name: "rpay.order.getOrder",
  method: "post",
  path: "/es/2.0/order/getOrder/",
  repeatable: true,
  reply: getReply,
};

/** The newest form of an order (rms-api 3.2). */
const VERSION = 10;
/** Limits of RMS (rms-api 2.1, 3.1). */
const PAGE = 1000;
const REACHABLE = 15_000;
export const ORDERS_PER_CALL = 100;
const LOOKS = 3;
const NOT_FOUND = "ORDER_EXT_API_GET_ORDER_INFO_102";

/** The numbers of all orders of a window with one of these progresses, oldest first. */
export function findOrders(rms: Rms, window: SearchWindow, progress: readonly Progress[]): string[] {
  for (let look = 1; ; look++) {
    const found = lookThrough(rms, window, progress);
    if (found === "too many") return halves(window).flatMap((half) => findOrders(rms, half, progress));
    if (found.steady || look === LOOKS) return found.numbers;
  }
}

/** Orders that change while the pages are read shift the rest between pages; then fewer numbers come than RMS counted, and the look is repeated. */
function lookThrough(
  rms: Rms,
  window: SearchWindow,
  progress: readonly Progress[],
): { numbers: string[]; steady: boolean } | "too many" {
  const numbers = new Set<string>();
  const totals = new Set<number>();
  for (let page = 1, pages = 1; page <= pages; page++) {
    const reply = rms.call(searchOrder, searchRequest(window, progress, page));
    const total = reply.PaginationResponseModel?.totalRecordsAmount ?? 0;
    pages = reply.PaginationResponseModel?.totalPages ?? 0;
    if (total > REACHABLE && window.to > window.from) return "too many";
    totals.add(total);
    for (const number of reply.orderNumberList ?? []) numbers.add(number);
  }
  return { numbers: [...numbers], steady: numbers.size >= Math.max(0, ...totals) };
}

function halves({ from, to }: SearchWindow): SearchWindow[] {
  const middle = Math.floor((from.getTime() + to.getTime()) / 2000) * 1000;
  return [
    { from, to: new Date(middle) },
    { from: new Date(middle + 1000), to },
  ];
}

const searchRequest = ({ from, to }: SearchWindow, progress: readonly Progress[], page: number): SearchRequest => ({
  dateType: 1,
  startDatetime: rmsTime(from),
  endDatetime: rmsTime(to),
  orderProgressList: progress,
  PaginationRequestModel: {
    requestRecordsAmount: PAGE,
    requestPage: page,
    SortModelList: [{ sortColumn: 1, sortDirection: 1 }],
  },
});

export interface FetchedOrders {
  readonly orders: readonly Order[];
  readonly faults: readonly RowFault[];
  /** Asked for and not known to the shop. */
  readonly missing: readonly string[];
}

/** At most 100 numbers a call. */
export function fetchOrders(rms: Rms, numbers: readonly string[]): FetchedOrders {
  const reply = rms.call(getOrder, { orderNumberList: numbers, version: VERSION });
  const results = (reply.OrderModelList ?? []).map(readOrder);
  const missing = reply.MessageModelList.filter((message) => message.messageCode === NOT_FOUND).flatMap(
    ({ orderNumber }) => orderNumber ?? [],
  );
  const seen = new Set([...results.map((result) => (isFault(result) ? result.subject : result.number)), ...missing]);
  return {
    orders: results.filter((result): result is Order => !isFault(result)),
    faults: [...results.filter(isFault), ...numbers.filter((number) => !seen.has(number)).map(unanswered)],
    missing,
  };
}
