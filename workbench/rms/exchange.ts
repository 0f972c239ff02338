import type { Transport } from "./faults.ts";

export interface RmsRequest {
  readonly method: string;
  /** Path with query, `/es/2.0/order/searchOrder/` */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface RmsResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** No proper answer reaches the caller: "hang" until its time-out, "reset" at once, "cut" within the body. */
  readonly transport?: Transport;
  /** Milliseconds that the answer takes. */
  readonly latency?: number;
}
