import type { Shop } from "../shop/shop.ts";

/** A request that has passed the gateway. */
export interface Call {
  readonly shop: Shop;
  readonly now: number;
  /** Parts of the path, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The parsed JSON body; undefined when there is none. */
  readonly body: unknown;
  readonly settings: ApiSettings;
}

export interface ApiSettings {
  /** How long RMS works on an asynchronous shipping report. */
  readonly reportDelay: number;
  /** How much longer its result reads as not finished, though the orders show it already. */
  readonly resultLag: number;
  readonly asyncRefusalStatus: 200 | 400;
  readonly itemIndexLag: number;
}

/** What an API function answers; `body` is sent as JSON, nothing at all when undefined. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

export const ok = (body: unknown): Answer => ({ status: 200, body });

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The JSON object of a body; anything else counts as an object without keys, so that each missing key gets its own error. */
export const fieldsOf = (body: unknown): Record<string, unknown> => (isRecord(body) ? body : {});
