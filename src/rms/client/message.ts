import * as z from "zod/mini";

/** One entry of MessageModelList. Functions that work on several orders or records name the one that an entry is about. */
export const messageSchema = z.object({
  messageType: z.string(),
  messageCode: z.string(),
  message: z.nullish(z.string()),
  orderNumber: z.nullish(z.string()),
  requestId: z.nullish(z.string()),
  dataNumber: z.nullish(z.number()),
  shippingDetailId: z.nullish(z.number()),
});

export type Message = z.infer<typeof messageSchema>;

export const isError = ({ messageType }: Message): boolean => messageType === "ERROR";

/** Of `startDatetimeの書式が不正です。`: the field. No other words of RMS are passed on. */
export const fieldOf = (text: string | null | undefined): string =>
  /^([A-Za-z][\w.[\]]{0,79})の(?:項目|値|書式)/.exec(text ?? "")?.[1] ?? "";
