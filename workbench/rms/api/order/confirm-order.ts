import { PROGRESS } from "../../shop/codes.ts";
import type { ShopOrder } from "../../shop/order.ts";
import { progressAt } from "../../shop/timeline.ts";
import { type Answer, type Call, fieldsOf, ok } from "../call.ts";
import { fieldReader, listOf, text } from "./fields.ts";
import { MAX_ORDERS } from "./get-order.ts";
import { error, fieldError, info, type Message, UNDOCUMENTED } from "./order-message.ts";

/** `POST /es/2.0/order/confirmOrder/`: 100 becomes 200, order by order, one message for each. */
export function confirmOrder({ shop, now, body }: Call): Answer {
  const reader = fieldReader(fieldsOf(body));
  const numbers = reader.required("orderNumberList", listOf(text));
  if (numbers && numbers.length > MAX_ORDERS) reader.reject("orderNumberList", "format");
  if (numbers === undefined || reader.faults.length > 0) {
    return {
      status: 400,
      body: { MessageModelList: reader.faults.map(({ field, fault }) => fieldError("CONFIRM_ORDER", field, fault)) },
    };
  }
  const messages = numbers.map((orderNumber): Message => {
    const refusal = refusalOf(shop.state.book.get(orderNumber), now);
    if (refusal) return error(`CONFIRM_ORDER_ERROR_${refusal[0]}`, refusal[1], { orderNumber });
    shop.confirm(orderNumber);
    return info("CONFIRM_ORDER_INFO_101", "注文確認に成功しました。", { orderNumber });
  });
  return ok({ MessageModelList: messages });
}

function refusalOf(order: ShopOrder | undefined, now: number): readonly [code: string, text: string] | undefined {
  if (!order) return ["101", UNDOCUMENTED.unknownOrder];
  const progress = progressAt(order.timeline, now);
  if (progress === PROGRESS.cancelled || progress === PROGRESS.cancelling)
    return ["102", UNDOCUMENTED.cancelledAlready];
  if (progress !== PROGRESS.awaitingConfirmation) return ["103", UNDOCUMENTED.movedOn];
  return order.packages.some(({ postage }) => postage === null) ? ["105", UNDOCUMENTED.amountUnfixed] : undefined;
}
