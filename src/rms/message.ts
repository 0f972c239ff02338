import * as z from "zod/mini";

/** One entry of MessageModelList; getOrder names the order in entries about a single one. */
export const messageSchema = z.object({
  messageType: z.string(),
  messageCode: z.string(),
  message: z.nullish(z.string()),
  orderNumber: z.nullish(z.string()),
});

export type Message = z.infer<typeof messageSchema>;

export const messagesSchema = z.object({ MessageModelList: z.nullish(z.array(messageSchema)) });
