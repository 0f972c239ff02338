import { PROGRESS } from "../../shop/codes.ts";
import { parseDate } from "../../shop/jst.ts";
import type { ShopOrder } from "../../shop/order.ts";
import { progressAt } from "../../shop/timeline.ts";
import { type Answer, type Call, fieldsOf, ok } from "../call.ts";
import { type Accept, type FieldReader, fieldReader, oneOf, text, wholeNumber } from "./fields.ts";
import { error, fieldError, info, UNDOCUMENTED } from "./order-message.ts";
import { SUB_STATUSES } from "./sub-status.ts";

/** `POST /es/2.0/order/getSubStatusList/` */
export function getSubStatusList(): Answer {
  const progresses = [...new Set(SUB_STATUSES.map(({ orderProgress }) => orderProgress))];
  return ok({
    MessageModelList: [info("GET_SUBSTATUSLIST_INFO_101", UNDOCUMENTED.subStatuses)],
    StatusModelList: progresses.map((orderProgress) => ({
      orderProgress,
      SubStatusModelList: SUB_STATUSES.filter((each) => each.orderProgress === orderProgress).map(
        ({ subStatusId, subStatusName, orderby }) => ({ subStatusId, subStatusName, orderby }),
      ),
    })),
  });
}

const CANCEL_REASONS = [1, 2, 3, 4, 5, 6, 8, 10, 13, 14, 15];

/** `POST /es/2.0/order/cancelOrder/`: for orders not shipped yet. */
export function cancelOrder({ shop, now, body }: Call): Answer {
  const reader = fieldReader(fieldsOf(body));
  const orderNumber = reader.required("orderNumber", text) ?? "";
  const restore = reader.required("inventoryRestoreType", oneOf([0, 1, 2]));
  const changeReasonDetail = reader.required("changeReasonDetailApply", oneOf(CANCEL_REASONS)) ?? 1;
  if (reader.faults.length > 0) return refused("CANCEL_ORDER", reader);
  const order = shop.state.book.get(orderNumber);
  if (!order)
    return ok({ MessageModelList: [error("CANCEL_ORDER_ERROR_101", UNDOCUMENTED.unknownOrder, { orderNumber })] });
  if (progressAt(order.timeline, now) > PROGRESS.awaitingShipment) {
    return ok({ MessageModelList: [error("CANCEL_ORDER_ERROR_102", UNDOCUMENTED.notCancellable, { orderNumber })] });
  }
  // 0 goes by the item's setting, which puts goods back in this shop; 2 keeps them off the shelf.
  shop.cancel(orderNumber, { restock: restore !== 2, changeReasonDetail });
  return ok({ MessageModelList: [info("CANCEL_ORDER_INFO_101", UNDOCUMENTED.cancelled, { orderNumber })] });
}

/** `POST /es/2.0/order/updateOrderMemo/`: only the given fields change. */
export function updateOrderMemo({ shop, body }: Call): Answer {
  const fields = fieldsOf(body);
  const reader = fieldReader(fields);
  const orderNumber = reader.required("orderNumber", text) ?? "";
  const patch = memoPatch(fields, reader);
  if (reader.faults.length > 0) return refused("UPDATE_ORDERMEMO", reader);
  if (!shop.state.book.get(orderNumber)) {
    return ok({ MessageModelList: [error("UPDATE_ORDERMEMO_ERROR_107", UNDOCUMENTED.unknownOrder, { orderNumber })] });
  }
  shop.change(orderNumber, (order) => ({ ...order, ...patch }));
  return ok({ MessageModelList: [info("UPDATE_ORDERMEMO_INFO_101", UNDOCUMENTED.memoUpdated, { orderNumber })] });
}

const upTo =
  (limit: number): Accept<string> =>
  (value) =>
    typeof value === "string" && [...value].length <= limit ? value : undefined;
const date: Accept<string> = (value) =>
  typeof value === "string" && parseDate(value) !== undefined ? value : undefined;

function memoPatch(fields: Readonly<Record<string, unknown>>, reader: FieldReader): Partial<ShopOrder> {
  const given = <Key extends keyof ShopOrder>(key: Key, accept: Accept<NonNullable<ShopOrder[Key]>>) =>
    key in fields ? { [key]: reader.optional(key, accept) ?? null } : {};
  return {
    ...given("subStatusId", wholeNumber),
    ...given("deliveryClass", oneOf([0, 1, 2, 3, 4, 5, 6, 7, 8])),
    ...given("deliveryDate", date),
    ...given("shippingTerm", wholeNumber),
    ...given("memo", upTo(1000)),
    ...given("operator", upTo(6)),
    ...given("mailPlugSentence", upTo(1024)),
  };
}

const refused = (scope: string, reader: FieldReader): Answer => ({
  status: 400,
  body: { MessageModelList: reader.faults.map(({ field, fault }) => fieldError(scope, field, fault)) },
});
