import * as z from "zod/mini";
import { parsedJson } from "../../core/json.ts";
import type { Book } from "../../workbook/commit/book.ts";

/** Names the job, and what it remembers of the requests that RMS may still be at work on. */
export const REPORT = "report-shipments";
const OPEN = `${REPORT}/open`;

/** Reports of at most 100 orders that were meant to be handed in together. */
export interface OpenRequest {
  readonly batch: string;
  /** Milliseconds since 1970 of the commit before it was sent. */
  readonly since: number;
  /** RMS's receipt; empty where it was not sent yet, its answer was lost, or the run died before it could be kept. */
  readonly requestId: string;
  /** Rows that wait for its outcome. Where fewer are on the list, somebody deleted or overwrote the others. */
  readonly rows: number;
}

const stored = z.array(z.tuple([z.string(), z.number(), z.string(), z.number()]));

export function openRequests(book: Book): OpenRequest[] {
  const read = z.safeParse(stored, parsedJson(book.cursor(OPEN) ?? ""));
  if (!read.success) return [];
  return read.data.map(([batch, since, requestId, rows]) => ({ batch, since, requestId, rows }));
}

export const rememberedRequests = (requests: readonly OpenRequest[]): Record<string, string> => ({
  [OPEN]: JSON.stringify(requests.map(({ batch, since, requestId, rows }) => [batch, since, requestId, rows])),
});
