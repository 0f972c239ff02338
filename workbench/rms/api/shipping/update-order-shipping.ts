import { jstDateTime } from "../../shop/jst.ts";
import { type Answer, type Call, fieldsOf, isRecord, ok } from "../call.ts";
import { fieldReader, text } from "../order/fields.ts";
import { MAX_ORDERS } from "../order/get-order.ts";
import { fieldError, info } from "../order/order-message.ts";
import { requestUuid } from "../request-uuid.ts";
import { outcomeMessage } from "./shipping-message.ts";
import { readReport } from "./shipping-request.ts";

const ASYNC = "UPDATE_ORDERSHIPPING_ASYNC";
const RESULT = "GET_RESULT_UPDATEORDERSHIPPING_ASYNC";

/** `POST /es/2.0/order/updateOrderShipping/`: one order, carried out at once. */
export function updateOrderShipping({ shop, body }: Call): Answer {
  const { report, messages } = readReport(body, "UPDATE_ORDERSHIPPING", {});
  if (messages.length > 0) return { status: 400, body: { MessageModelList: messages } };
  return ok({ MessageModelList: shop.report(report).outcomes.map(outcomeMessage) });
}

/** `POST /es/2.0/order/updateOrderShippingAsync/`: up to 100 orders, checked for their form at once and carried out later. */
export function updateOrderShippingAsync({ shop, now, body, settings }: Call): Answer {
  const reader = fieldReader(fieldsOf(body));
  const orders = reader.required("OrderShippingModelList", (value) =>
    Array.isArray(value) && value.every(isRecord) && value.length <= MAX_ORDERS ? value : undefined,
  );
  const numbers = (orders ?? []).map(({ orderNumber }) => String(orderNumber));
  const read = (orders ?? []).map((order) => readReport(order, ASYNC, { orderNumber: order.orderNumber ?? null }));
  const twice = numbers.filter((number, index) => numbers.indexOf(number) !== index);
  const messages = [
    ...reader.faults.map(({ field, fault }) =>
      fieldError(ASYNC, field, fault, { dataNumber: null, shippingDetailId: null }),
    ),
    ...read.flatMap((each) => each.messages),
    ...twice.map((orderNumber) =>
      fieldError(ASYNC, "orderNumber", "format", { orderNumber, dataNumber: null, shippingDetailId: null }),
    ),
  ];
  if (messages.length > 0) return { status: settings.asyncRefusalStatus, body: { MessageModelList: messages } };

  const requestId = `${requestUuid(shop.state.plan.seed, shop.nextId())}_${jstDateTime(now).replace(/\D/g, "")}`;
  shop.queue(
    requestId,
    read.map(({ report }) => report),
    settings.reportDelay,
    settings.resultLag,
  );
  const more = { requestId, dataNumber: null, shippingDetailId: null };
  return ok({ MessageModelList: [info(`${ASYNC}_INFO_101`, "発送情報の更新を受付けました。", more)] });
}

/** `POST /es/2.0/order/getResultUpdateOrderShippingAsync/`: not finished, unknown and forgotten look the same. */
export function getResultUpdateOrderShippingAsync({ shop, now, body }: Call): Answer {
  const reader = fieldReader(fieldsOf(body));
  const requestId = reader.required("requestId", text);
  if (requestId === undefined) {
    const messages = reader.faults.map(({ field, fault }) => fieldError(RESULT, field, fault));
    return { status: 400, body: { ResultShippingModelList: [{ MessageModelList: messages }] } };
  }
  const queued = shop.reports().find((each) => each.requestId === requestId);
  if (!queued?.results || queued.told > now) {
    const message = info(`${RESULT}_INFO_101`, "指定されたリクエストIDの処理結果は存在しませんでした。");
    return ok({ ResultShippingModelList: [{ MessageModelList: [message] }] });
  }
  return ok({
    ResultShippingModelList: queued.results.map(({ orderNumber, outcomes }) => ({
      orderNumber,
      MessageModelList: outcomes.map(outcomeMessage),
    })),
  });
}
