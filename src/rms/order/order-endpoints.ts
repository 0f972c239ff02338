import * as z from "zod/mini";
import { DAY, rmsTime } from "../../core/jst.ts";
import type { Progress } from "../../shop/progress.ts";
import { OLDEST_DAYS, SEARCH_DAYS, type SearchWindow } from "../../shop/search-window.ts";
import { type Breach, type Endpoint, none, SECOND, tooMany } from "../client/endpoint.ts";
import { isError, type Message, messageSchema } from "../client/message.ts";

/** Limits of RMS (rms-api 2.1, 3.1). */
export const NUMBERS_PER_PAGE = 1000;
export const REACHABLE = 15_000;
export const ORDERS_PER_CALL = 100;
/** The newest form of an order (rms-api 3.2). */
const VERSION = 10;

export const ORDER = { family: "order", method: "post", interval: SECOND } as const;
export const orderPath = (name: string): string => `/es/2.0/order/${name}/`;

export interface OrderSearch {
  readonly window: SearchWindow;
  readonly progress: readonly Progress[];
  readonly page: number;
  readonly size: number;
}

const searchReply = z.object({
  orderNumberList: z.nullish(z.array(z.string())),
  MessageModelList: z.array(messageSchema),
  PaginationResponseModel: z.nullish(
    z.object({ totalRecordsAmount: z.nullish(z.number()), totalPages: z.nullish(z.number()) }),
  ),
});

/** By the time of the order, newest first: what is new stands on the first page, however long the list is. */
export const searchOrder: Endpoint<OrderSearch, z.infer<typeof searchReply>> = {
  ...ORDER,
  name: "rpay.order.searchOrder",
  repeatable: true,
  wire: ({ window, progress, page, size }) => ({
    path: orderPath("searchOrder"),
    body: {
      dateType: 1,
      startDatetime: rmsTime(window.from),
      endDatetime: rmsTime(window.to),
      orderProgressList: progress,
      PaginationRequestModel: {
        requestRecordsAmount: size,
        requestPage: page,
        SortModelList: [{ sortColumn: 1, sortDirection: 2 }],
      },
    },
  }),
  breach: ({ window, size }, now) => periodBreach(window, now) ?? tooMany("注文検索", size, NUMBERS_PER_PAGE),
  reply: searchReply,
  refusals: ({ MessageModelList }) => MessageModelList.filter(isError),
};

function periodBreach({ from, to }: SearchWindow, now: Date): Breach | undefined {
  const [first, last] = [from.getTime(), to.getTime()];
  if (first > last) return { remedy: "report", text: "注文検索の期間の終わりが始まりより前です。" };
  if (last - first > SEARCH_DAYS * DAY)
    return { remedy: "report", text: `注文検索の期間は1回の呼び出しで${SEARCH_DAYS}日までです。` };
  if (first < now.getTime() - OLDEST_DAYS * DAY)
    return { remedy: "fix", text: `楽天で検索できる注文は過去${OLDEST_DAYS}日までです。期間を短くしてください。` };
  return undefined;
}

const getReply = z.object({
  MessageModelList: z.array(messageSchema),
  /** Read one by one, so that an order that cannot be read does not stop the others. */
  OrderModelList: z.nullish(z.array(z.unknown())),
});

/** What RMS says of single orders is read with them. */
export const ofTheWholeCall = ({ MessageModelList }: { readonly MessageModelList: readonly Message[] }): Message[] =>
  MessageModelList.filter((message) => isError(message) && message.orderNumber == null);

export const numbersBreach = (numbers: readonly string[]): Breach | undefined =>
  none("注文番号", numbers.length) ?? tooMany("注文番号", numbers.length, ORDERS_PER_CALL);

export const getOrder: Endpoint<readonly string[], z.infer<typeof getReply>> = {
  ...ORDER,
  name: "rpay.order.getOrder",
  repeatable: true,
  wire: (numbers) => ({ path: orderPath("getOrder"), body: { orderNumberList: numbers, version: VERSION } }),
  breach: numbersBreach,
  reply: getReply,
  refusals: ofTheWholeCall,
};
