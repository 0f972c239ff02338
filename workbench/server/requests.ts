/** What the page sends: anybody on this machine can send anything. */
import * as z from "zod/mini";

const index = z.int().check(z.nonnegative());

export const runBody = z.object({
  fn: z.string().check(z.maxLength(200)),
  args: z.optional(z.array(z.unknown())),
  currentCell: z.optional(z.object({ sheetId: index, row: index, column: index })),
});

export const replyBody = z.object({
  button: z.enum(["OK", "CANCEL", "YES", "NO", "CLOSE"]),
  text: z.string(),
});

export const rowsBody = z.object({ sheetId: index, spans: z.array(z.tuple([index, index])) });

export const entryBody = z.object({
  range: z.string(),
  rows: z.array(z.array(z.nullable(z.union([z.string(), z.number(), z.boolean()])))),
  parsed: z.boolean(),
});

/** The ids of filter views, with commas between. */
export const throughQuery = z.array(z.coerce.number().check(z.int(), z.nonnegative()));
