import * as z from "zod/mini";
import type { RowFault } from "../../core/problem.ts";
import type { Rms } from "../client/client.ts";
import type { Endpoint } from "../client/endpoint.ts";
import { isError, messageSchema } from "../client/message.ts";
import { numbersBreach, ORDER, ofTheWholeCall, orderPath } from "./order-endpoints.ts";
import { unanswered } from "./order-of.ts";
import { refusedOrder } from "./orders.ts";

const messagesReply = z.object({ MessageModelList: z.array(messageSchema) });

/** Not repeated: a repeat would answer that the order has moved on already, as if somebody else had confirmed it. */
export const confirmOrder: Endpoint<readonly string[], z.infer<typeof messagesReply>> = {
  ...ORDER,
  name: "rpay.order.confirmOrder",
  repeatable: false,
  wire: (numbers) => ({ path: orderPath("confirmOrder"), body: { orderNumberList: numbers } }),
  breach: numbersBreach,
  reply: messagesReply,
  refusals: ofTheWholeCall,
};

export interface ConfirmedOrders {
  readonly confirmed: readonly string[];
  /** Refused by RMS, or not mentioned in its answer. */
  readonly faults: readonly RowFault[];
}

/** 注文確認: moves orders from 100 on. At most ORDERS_PER_CALL numbers. After a lost answer, getOrder tells what was confirmed. */
export function confirmOrders(rms: Rms, numbers: readonly string[]): ConfirmedOrders {
  const { MessageModelList: messages } = rms.call(confirmOrder, numbers);
  const faults = messages.filter(isError).map(({ orderNumber, messageCode }) => refusedOrder(orderNumber, messageCode));
  const refused = new Set(faults.map(({ subject }) => subject));
  const named = new Set(messages.flatMap(({ orderNumber }) => orderNumber ?? []));
  return {
    confirmed: numbers.filter((number) => named.has(number) && !refused.has(number)),
    faults: [...faults, ...numbers.filter((number) => !named.has(number)).map(unanswered)],
  };
}
