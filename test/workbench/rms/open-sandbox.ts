import type { RmsResponse } from "../../../workbench/rms/exchange.ts";
import {
  createRmsSandbox,
  type RmsSandbox,
  SANDBOX_KEYS,
  type SandboxOptions,
} from "../../../workbench/rms/sandbox.ts";

/** A sandbox with a clock that the test moves, and shorthands for calling it. */
export interface Sandbox {
  readonly shop: RmsSandbox["shop"];
  readonly faults: RmsSandbox["faults"];
  readonly clock: { now: Date; forward(milliseconds: number): void };
  /** A JSON call with good keys; `body` undefined makes it a GET. */
  call(path: string, body?: unknown, more?: CallOptions): Reply;
  order(name: string, body: unknown, more?: CallOptions): Reply;
}

export interface CallOptions {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

// biome-ignore lint/suspicious/noExplicitAny: a test reads whatever the sandbox answered, and fails where it is not there.
export type Json = any;

export interface Reply extends RmsResponse {
  readonly json: Json;
}

export const NOON = new Date("2026-11-24T12:00:00+09:00");
export const HOUR = 3_600_000;

export const authorization = ({ serviceSecret, licenseKey } = SANDBOX_KEYS): string =>
  `ESA ${Buffer.from(`${serviceSecret}:${licenseKey}`).toString("base64")}`;

export function openSandbox(options: SandboxOptions = {}): Sandbox {
  const clock = {
    now: NOON,
    forward(milliseconds: number) {
      clock.now = new Date(clock.now.getTime() + milliseconds);
    },
  };
  const sandbox = createRmsSandbox({ orders: 0, skus: 20, rateLimits: false, now: () => clock.now, ...options });
  const call: Sandbox["call"] = (path, body, { method = body === undefined ? "GET" : "POST", headers = {} } = {}) => {
    const type = path.includes("/order/") ? "application/json; charset=utf-8" : "application/json";
    const reply = sandbox.handle({
      method,
      path,
      headers: { Authorization: authorization(), "Content-Type": type, ...headers },
      body: body === undefined ? "" : typeof body === "string" ? body : JSON.stringify(body),
    });
    return { ...reply, json: reply.body.startsWith("{") && reply.status !== 0 ? parsed(reply.body) : undefined };
  };
  return {
    shop: sandbox.shop,
    faults: sandbox.faults,
    clock,
    call,
    order: (name, body, more) => call(`/es/2.0/order/${name}/`, body, more),
  };
}

function parsed(body: string): Json {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** A search over the ten days before NOON, and whatever is given. */
export const search = (more: object = {}) => ({
  dateType: 1,
  startDatetime: "2026-11-14T00:00:00+0900",
  endDatetime: "2026-11-24T23:59:59+0900",
  ...more,
});
