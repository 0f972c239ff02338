import {
  type Clock,
  type Http,
  type HttpRequest,
  type HttpResponse,
  type Pace,
  TransportFailure,
} from "../../src/platform/ports.ts";
import { authorization } from "../../src/rms/client/authorization.ts";
import { type Rms, type RmsOptions, rmsClient } from "../../src/rms/client/client.ts";
import { createRmsSandbox, type RmsSandbox, SANDBOX_KEYS, type SandboxOptions } from "../../workbench/rms/sandbox.ts";

export const NOON = new Date("2026-11-24T12:00:00+09:00");
export const base64 = (text: string): string => Buffer.from(text, "utf8").toString("base64");
export const HEADER = authorization(SANDBOX_KEYS, base64);

/** Time passes only when somebody sleeps, or when a test says so. */
export interface TestClock extends Clock {
  readonly sleeps: number[];
  forward(milliseconds: number): void;
}

export function testClock(start: Date = NOON): TestClock {
  let now = start.getTime();
  const sleeps: number[] = [];
  return {
    sleeps,
    now: () => new Date(now),
    sleep(milliseconds) {
      sleeps.push(milliseconds);
      now += Math.ceil(milliseconds);
    },
    forward(milliseconds) {
      now += milliseconds;
    },
  };
}

/** Notes that last as long as the test. */
export function memoryPace(): Pace {
  const notes = new Map<string, number>();
  return { nextAt: (name) => notes.get(name) ?? 0, note: (name, at) => void notes.set(name, at) };
}

/** What UrlFetchApp makes of the sandbox: its answers, or no answer. */
export const portOf = (sandbox: RmsSandbox): Http => ({
  send({ method, url, contentType, headers, body = "" }) {
    const { origin, pathname, search } = new URL(url);
    if (origin !== "https://api.rms.rakuten.co.jp") throw new TransportFailure();
    const type = contentType === undefined ? {} : { "Content-Type": contentType };
    const response = sandbox.handle({ method, path: pathname + search, headers: { ...headers, ...type }, body });
    if (response.transport === "hang" || response.transport === "reset") throw new TransportFailure();
    return {
      status: response.status,
      headers: Object.fromEntries(Object.entries(response.headers).map(([name, value]) => [name.toLowerCase(), value])),
      body: response.body,
    };
  },
});

export interface RmsDesk {
  readonly rms: Rms;
  readonly clock: TestClock;
  readonly pace: Pace;
  readonly sandbox: RmsSandbox;
  readonly shop: RmsSandbox["shop"];
  readonly faults: RmsSandbox["faults"];
  /** Everything that went over the wire. */
  readonly sent: HttpRequest[];
  /** Times of the calls, in milliseconds after the start. */
  readonly times: number[];
  /** Another execution with the same keys, clock and notes. */
  client(more?: Partial<RmsOptions>): Rms;
}

/** The client before a sandbox that has only what the test puts there, and no limits on calls. */
export function openRms(options: SandboxOptions = {}, more: Partial<RmsOptions> = {}): RmsDesk {
  const clock = testClock();
  const pace = memoryPace();
  const sandbox = createRmsSandbox({ orders: 0, skus: 20, rateLimits: false, now: clock.now, ...options });
  const sent: HttpRequest[] = [];
  const times: number[] = [];
  const port = portOf(sandbox);
  const http: Http = {
    send(request) {
      sent.push(request);
      times.push(clock.now().getTime() - NOON.getTime());
      return port.send(request);
    },
  };
  const client = (given: Partial<RmsOptions> = {}): Rms =>
    rmsClient({ http, clock, pace, random: () => 0.5, base64, keys: SANDBOX_KEYS, ...more, ...given });
  return { rms: client(), clock, pace, sandbox, shop: sandbox.shop, faults: sandbox.faults, sent, times, client };
}

/** A client whose calls get these answers one after the other; the last one stays. */
export function answering(
  ...answers: (Partial<HttpResponse> | Error | ((request: HttpRequest) => HttpResponse))[]
): RmsDesk {
  const desk = openRms();
  const http: Http = {
    send(request) {
      desk.sent.push(request);
      const answer = answers.length > 1 ? answers.shift() : answers[0];
      if (answer instanceof Error) throw answer;
      if (typeof answer === "function") return answer(request);
      return { status: 200, headers: {}, body: "", ...answer };
    },
  };
  return { ...desk, rms: desk.client({ http }), client: (given = {}) => desk.client({ http, ...given }) };
}

/** What the call threw. */
export function thrown(call: () => unknown): Error {
  try {
    call();
  } catch (error) {
    return error as Error;
  }
  throw new Error("nothing was thrown");
}
