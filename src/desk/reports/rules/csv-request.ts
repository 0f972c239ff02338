import * as z from "zod/mini";

/** What the dialog asks files for. */
export interface CsvRequest {
  /** Rows of files made before once more: these were not uploaded. */
  readonly again: boolean;
}

/** A row of a file, by its two numbers, and `sentText` of what the file says of it. */
export type FiledRow = readonly [orderNumber: string, basketId: string, sent: string];

/** What people say of files that they have saved. */
export interface CsvRecord extends CsvRequest {
  /** When the files were made, ISO 8601. */
  readonly made: string;
  readonly files: readonly { readonly name: string; readonly rows: readonly FiledRow[] }[];
}

const MOST_FILES = 100;
const MOST_ROWS = 5000;

const request = () => z.object({ again: z.boolean() });

const record = () =>
  z.object({
    again: z.boolean(),
    made: z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/)),
    files: z
      .array(
        z.object({
          name: z.string().check(z.regex(/^shipping_\d{8}_\d{4}_\d{1,3}\.csv$/)),
          rows: z.array(z.tuple([z.string(), z.string(), z.string()])).check(z.minLength(1), z.maxLength(MOST_ROWS)),
        }),
      )
      .check(z.minLength(1), z.maxLength(MOST_FILES)),
  });

/** Undefined for what no dialog of ours sends. */
export const csvRequest = (sent: unknown): CsvRequest | undefined => z.safeParse(request(), sent).data;

/** Undefined for what no dialog of ours sends. */
export const csvRecord = (sent: unknown): CsvRecord | undefined => {
  const parsed = z.safeParse(record(), sent).data;
  return parsed === undefined || Number.isNaN(Date.parse(parsed.made)) ? undefined : parsed;
};
