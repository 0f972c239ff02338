import { DAY } from "../../shop/jst.ts";
import { type Answer, type Call, fieldsOf, ok } from "../call.ts";
import { fieldReader, listOf, text, within } from "./fields.ts";
import { fieldError, info } from "./order-message.ts";
import { NEWEST_VERSION, OLDEST_VERSION, orderModel } from "./order-model.ts";
import { MAX_AGE_DAYS } from "./search-criteria.ts";
import { subStatusName } from "./sub-status.ts";

export const MAX_ORDERS = 100;

/** `POST /es/2.0/order/getOrder/`: up to 100 orders; one that is not there is an INFO, not an error. */
export function getOrder({ shop, now, body }: Call): Answer {
  const reader = fieldReader(fieldsOf(body));
  const numbers = reader.required("orderNumberList", listOf(text));
  if (numbers && numbers.length > MAX_ORDERS) reader.reject("orderNumberList", "format");
  const version = reader.required("version", within(OLDEST_VERSION, NEWEST_VERSION));
  if (numbers === undefined || version === undefined || reader.faults.length > 0) {
    const messages = reader.faults.map(({ field, fault }) => fieldError("GET_ORDER", field, fault));
    return { status: 400, body: { MessageModelList: messages, OrderModelList: null } };
  }

  const orders = [...new Set(numbers)].map((number) => [number, shop.state.book.get(number)] as const);
  const found = orders.flatMap(([, order]) =>
    order && order.timeline.ordered >= now - MAX_AGE_DAYS * DAY ? [order] : [],
  );
  const missing = orders.filter(([, order]) => !order || !found.includes(order));
  const messages = [
    ...(found.length > 0
      ? [info("GET_ORDER_INFO_101", `受注情報取得に成功しました。(取得件数${found.length}件)`)]
      : []),
    ...missing.map(([orderNumber]) => info("GET_ORDER_INFO_102", "受注情報が取得できませんでした。", { orderNumber })),
  ];
  return ok({
    ...(version >= 6 && { version }),
    MessageModelList: messages,
    OrderModelList: found.map((order) => orderModel(order, now, version, subStatusName(order.subStatusId))),
  });
}
