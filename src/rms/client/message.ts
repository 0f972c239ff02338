import * as v from "valibot";

/** One entry of MessageModelList. Functions that work on several orders or records name the one that an entry is about. */
export const messageSchema = v.object({
  messageType: v.string(),
  messageCode: v.string(),
  message: v.nullish(v.string()),
  orderNumber: v.nullish(v.string()),
  requestId: v.nullish(v.string()),
  dataNumber: v.nullish(v.number()),
  shippingDetailId: v.nullish(v.number()),
});

export type Message = v.InferOutput<typeof messageSchema>;

export const isError = ({ messageType }: Message): boolean => messageType === "ERROR";

/** Of `startDatetimeの書式が不正です。`: the field. No other words of RMS are passed on. */
export const fieldOf = (text: string | null | undefined): string =>
  /^([A-Za-z][\w.[\]]{0,79})の(?:項目|値|書式)/.exec(text ?? "")?.[1] ?? "";
