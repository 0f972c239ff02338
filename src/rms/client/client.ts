import * as z from "zod/mini";
import { foreignJson } from "../../core/json.ts";
import { type Clock, type Http, type HttpResponse, type Pace, TransportFailure } from "../../platform/ports.ts";
import type { DatedKeys } from "../../shop/keys.ts";
import { authorization, redaction } from "./authorization.ts";
import type { Endpoint, Wire } from "./endpoint.ts";
import { turns } from "./pacing.ts";
import { pauseAfter } from "./retry.ts";
import {
  type Called,
  type Failure,
  missed,
  noAnswer,
  outOfQuota,
  overLimit,
  RmsProblem,
  refusal,
  refusalBy,
  unreadable,
} from "./rms-problem.ts";

/** Calls RMS. Throws RmsProblem with the cure in it. */
export interface Rms {
  call<Request, Reply>(endpoint: Endpoint<Request, Reply>, request: Request): Reply;
  /** Calls made so far, repeats included. */
  readonly calls: () => number;
  /** How many milliseconds Rakuten's clock is ahead of ours by its last answer; 0 while the two agree to a minute. */
  readonly ahead: () => number;
}

export interface RmsOptions {
  readonly http: Http;
  readonly clock: Clock;
  readonly pace: Pace;
  /** Between 0 and 1. */
  readonly random: () => number;
  readonly base64: (text: string) => string;
  readonly keys: DatedKeys;
  /** No repeat is begun that would have to wait beyond it. */
  readonly deadline?: Date;
}

const ORIGIN = "https://api.rms.rakuten.co.jp";
/** Without a charset the order functions answer 415; the others document the bare type (rms-api 1.6). */
const ORDER_TYPE = "application/json; charset=utf-8";
const JSON_TYPE = "application/json";

/** What became of one attempt; `passing` is a failure that may be over the next time. */
type Outcome<Reply> =
  | { readonly reply: Reply }
  | { readonly failure: Failure; readonly passing: boolean; readonly response?: HttpResponse; readonly cause?: Error };

export function rmsClient({ http, clock, pace, random, base64, keys, deadline }: RmsOptions): Rms {
  const scrubbed = redaction(keys, base64);
  const header = authorization(keys, base64);
  const pacing = turns(pace, clock);
  let calls = 0;
  let ahead = 0;

  /** The one place where errors of this client are made: nothing in them has not gone through here. */
  const problem = (failure: Failure, cause?: Error): RmsProblem =>
    new RmsProblem(
      {
        ...failure,
        message: scrubbed(failure.message),
        code: scrubbed(failure.code),
        said: (failure.said ?? []).map(({ code, field }) => ({ code: scrubbed(code), field: scrubbed(field) })),
      },
      cause === undefined ? undefined : { cause },
    );

  function attempt<Request, Reply>(endpoint: Endpoint<Request, Reply>, wire: Wire): Outcome<Reply> {
    pacing.take(endpoint.name, endpoint.interval);
    calls++;
    const response = answered(() => http.send(requestOf(endpoint, wire, header)));
    const called = calledOf(endpoint);
    if ("status" in response) {
      ahead = aheadBy(response, clock.now()) ?? ahead;
      return understood(endpoint, called, response);
    }
    const { error } = response;
    if (error instanceof TransportFailure && error.quota) return { failure: outOfQuota(), passing: false };
    return { failure: noAnswer(), passing: true, cause: stranger(error, scrubbed) };
  }

  const calledOf = <Request, Reply>({ name, switchName = name, family }: Endpoint<Request, Reply>): Called => ({
    name: switchName,
    family,
    savedAt: keys.savedAt,
    now: clock.now(),
  });

  function pauseBeforeRepeat(tries: number, response: HttpResponse | undefined): number | undefined {
    const now = clock.now();
    const pause = pauseAfter(tries, response, now, random());
    if (pause === undefined || deadline === undefined) return pause;
    return now.getTime() + pause < deadline.getTime() ? pause : undefined;
  }

  return {
    calls: () => calls,
    ahead: () => ahead,
    call(endpoint, request) {
      const breach = endpoint.breach?.(request, clock.now());
      if (breach !== undefined) throw problem(overLimit(calledOf(endpoint), breach));
      const wire = endpoint.wire(request);
      for (let tries = 1; ; tries++) {
        const outcome = attempt(endpoint, wire);
        if ("reply" in outcome) return outcome.reply;
        const repeat = outcome.passing && endpoint.repeatable;
        const pause = repeat ? pauseBeforeRepeat(tries, outcome.response) : undefined;
        if (pause === undefined) throw problem(outcome.failure, outcome.cause);
        pacing.hold(endpoint.name, Math.max(pause, endpoint.interval));
      }
    },
  };
}

/** An answer takes seconds on its way: less than a minute tells nothing of the clocks. */
const AGREED = 60_000;

/** By the header Date of an answer (RFC 9110 6.6.1); undefined where there is none. */
function aheadBy({ headers }: HttpResponse, now: Date): number | undefined {
  const at = Date.parse(headers.date ?? "");
  if (Number.isNaN(at)) return undefined;
  const ahead = at - now.getTime();
  return Math.abs(ahead) < AGREED ? 0 : ahead;
}

function answered(send: () => HttpResponse): HttpResponse | { readonly error: unknown } {
  try {
    return send();
  } catch (error) {
    return { error };
  }
}

const requestOf = <Request, Reply>(endpoint: Endpoint<Request, Reply>, { path, body }: Wire, header: string) => ({
  method: endpoint.method,
  url: ORIGIN + path,
  headers: { Authorization: header },
  ...(body === undefined
    ? {}
    : { contentType: endpoint.family === "order" ? ORDER_TYPE : JSON_TYPE, body: JSON.stringify(body) }),
});

function understood<Request, Reply>(
  endpoint: Endpoint<Request, Reply>,
  called: Called,
  response: HttpResponse,
): Outcome<Reply> {
  const { status, body } = response;
  const answers = endpoint.answers ?? [200];
  const parsed = answers.includes(status) ? z.safeParse(endpoint.reply, foreignJson(body)) : undefined;
  if (parsed?.success) {
    const refusals = endpoint.refusals?.(parsed.data) ?? [];
    if (refusals.length === 0) return { reply: parsed.data };
    return { failure: refusalBy(called, refusals, status), passing: false, response };
  }
  // A success that was cut on its way may come whole the next time, like a 5xx.
  if (status < 300 || (parsed !== undefined && status < 400))
    return { failure: unreadable(called, status, parsed ? missed(parsed.error.issues) : ""), passing: true, response };
  return { failure: refusal(called, response), passing: isPassing(status), response };
}

/** 409: another process holds the same item for a moment (rms-api 7.5). */
const isPassing = (status: number): boolean => status === 409 || status === 429 || status >= 500;

/** An exception that is not ours may hold the address, and in it a key: its text is kept without them, its stack is not. */
const stranger = (error: unknown, scrubbed: (text: string) => string): Error =>
  new Error(scrubbed(error instanceof Error ? `${error.name}: ${error.message}` : String(error)));
