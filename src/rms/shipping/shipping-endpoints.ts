import * as z from "zod/mini";
import { type Endpoint, none, type Wire } from "../client/endpoint.ts";
import { messageSchema } from "../client/message.ts";
import { ORDER, orderPath } from "../order/order-endpoints.ts";

/** One entry if accepted, one per bad record if not; the latter with 400 or, by one source, 200 (rms-api 4.2). */
const sentReply = z.object({ MessageModelList: z.array(messageSchema) });

/** Never repeated by the client: a second call would add every new record a second time. */
export const reportCall = {
  ...ORDER,
  name: "rpay.order.updateOrderShippingAsync",
  switchName: "rpay.order.updOrdShipAsync",
  repeatable: false,
  answers: [200, 400],
  reply: sentReply,
} as const;

export const reportWire = (models: readonly object[]): Wire => ({
  path: orderPath("updateOrderShippingAsync"),
  body: { OrderShippingModelList: models },
});

const resultReply = z.object({
  ResultShippingModelList: z.array(
    z.object({ orderNumber: z.nullish(z.string()), MessageModelList: z.array(messageSchema) }),
  ),
});

export const getResultUpdateOrderShippingAsync: Endpoint<string, z.infer<typeof resultReply>> = {
  ...ORDER,
  name: "rpay.order.getResultUpdateOrderShippingAsync",
  switchName: "rpay.order.getResUpdOrdShipAsync",
  repeatable: true,
  wire: (requestId) => ({ path: orderPath("getResultUpdateOrderShippingAsync"), body: { requestId } }),
  breach: (requestId) => none("受付番号", requestId.length),
  reply: resultReply,
};
