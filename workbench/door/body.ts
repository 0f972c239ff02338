import type { Context } from "hono";
import type * as z from "zod/mini";
import { Refusal } from "./http-refusal.ts";

/** More than Google's Sheets API is meant for, and more than any panel sends. */
export const BODY_BYTES = 16 * 1024 * 1024;

export const tooLarge = (): Refusal => new Refusal(413, `A body may have ${BODY_BYTES} bytes at most.`);

/** The JSON body of a request, as this schema has it. Throws a `Refusal`. */
export const bodyOf = async <Schema extends z.ZodMiniType>(
  context: Context,
  schema: Schema,
): Promise<z.output<Schema>> => checked(await jsonOf(context), schema);

/** What a caller sent, as this schema has it. Throws a `Refusal`. */
export function checked<Schema extends z.ZodMiniType>(sent: unknown, schema: Schema): z.output<Schema> {
  const read = schema.safeParse(sent);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new Refusal(400, `Invalid value at "${issue?.path.join(".") ?? ""}".`);
}

async function jsonOf(context: Context): Promise<unknown> {
  try {
    return await context.req.json();
  } catch {
    throw new Refusal(400, "The body is not JSON.");
  }
}
