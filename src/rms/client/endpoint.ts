import type * as z from "zod/mini";
import type { Remedy } from "../../core/problem.ts";
import type { Message } from "./message.ts";

/** The families of functions differ in how they word an error, and one code means different things in two of them. */
export type Family = "order" | "item" | "inventory" | "navigation" | "licence";

/** One function of RMS WEB SERVICE as data; `rmsClient` calls them all. */
export interface Endpoint<Request, Reply> {
  /** The function's name in RMS, which is also that of its pacing. */
  readonly name: string;
  /** What RMS calls it under 利用機能一覧, where that is another name: the one that people are told. */
  readonly switchName?: string;
  readonly family: Family;
  readonly method: "get" | "post";
  /** Milliseconds from one call to the next (rms-api 1.8). */
  readonly interval: number;
  /** RMS searches by POST, so the verb cannot tell whether a repeat is harmless. */
  readonly repeatable: boolean;
  readonly wire: (request: Request) => Wire;
  /** The first of RMS's limits that the request breaks; it is then not sent. */
  readonly breach?: (request: Request, now: Date) => Breach | undefined;
  readonly reply: z.ZodMiniType<Reply>;
  /** Statuses whose body is a `reply`; only 200 when absent. */
  readonly answers?: readonly number[];
  /** ERROR messages by which RMS refuses the whole call, which it also does inside a 200. */
  readonly refusals?: (reply: Reply) => readonly Message[];
}

export interface Wire {
  /** From the host on, with its query. May hold the licence key: never shown. */
  readonly path: string;
  /** Sent as JSON. */
  readonly body?: unknown;
}

/** A limit of RMS that a request would break, in words for people. */
export interface Breach {
  readonly remedy: Remedy;
  readonly text: string;
}

export const SECOND = 1000;

/** Too much for one call is a bug of ours: the caller is to cut its work into pieces. */
export const tooMany = (what: string, count: number, limit: number, unit = "件"): Breach | undefined =>
  count > limit
    ? { remedy: "report", text: `${what}は1回の呼び出しで${limit}${unit}までです（${count}${unit}でした）。` }
    : undefined;

export const none = (what: string, count: number): Breach | undefined =>
  count === 0 ? { remedy: "report", text: `${what}が1件もありません。` } : undefined;

/** `?a=1&b=x`; what is undefined is left out. */
export function queryOf(parameters: object): string {
  const pairs = Object.entries(parameters).filter(([, value]) => value !== undefined);
  if (pairs.length === 0) return "";
  return `?${pairs.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join("&")}`;
}
