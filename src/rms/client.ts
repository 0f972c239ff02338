import * as z from "zod/mini";
import { type Clock, type Http, type HttpResponse, TransportFailure } from "../platform/ports.ts";
import type { Endpoint } from "./endpoint.ts";
import { noAnswer, parsedJson, problemOf, unreadable } from "./rms-problem.ts";

/** Calls RMS. Throws Problem with the cure in it. */
export interface Rms {
  call<Request, Reply>(endpoint: Endpoint<Request, Reply>, request: Request): Reply;
  /** Calls made so far, repeats included. */
  readonly calls: () => number;
}

export interface RmsOptions {
  readonly http: Http;
  readonly clock: Clock;
  readonly random: () => number;
  /** The whole header value; nothing here ever puts it into a message. */
  readonly authorization: string;
}

const ORIGIN = "https://api.rms.rakuten.co.jp";
/** Without a charset the order functions answer 415 (rms-api 1.6). */
const JSON_TYPE = "application/json; charset=utf-8";
const PACE = 1000;
const ATTEMPTS = 4;
const FIRST_WAIT = 1000;
const LONGEST_WAIT = 30_000;

export function rmsClient({ http, clock, random, authorization }: RmsOptions): Rms {
  const nextAt = new Map<string, number>();
  let calls = 0;

  /** RMS asks for one call a second and function (rms-api 1.8). */
  function paced(name: string): void {
    const wait = (nextAt.get(name) ?? 0) - clock.now().getTime();
    if (wait > 0) clock.sleep(wait);
    nextAt.set(name, clock.now().getTime() + PACE);
  }

  function attempt(endpoint: Endpoint<unknown, unknown>, body: string): HttpResponse | undefined {
    paced(endpoint.name);
    calls++;
    try {
      return http.send({
        method: endpoint.method,
        url: ORIGIN + endpoint.path,
        contentType: JSON_TYPE,
        headers: { Authorization: authorization },
        body,
      });
    } catch (error) {
      if (error instanceof TransportFailure) return undefined;
      throw error;
    }
  }

  return {
    calls: () => calls,
    call(endpoint, request) {
      const body = JSON.stringify(request);
      for (let tries = 1; ; tries++) {
        const response = attempt(endpoint, body);
        const reply = response !== undefined && response.status < 300 ? readReply(endpoint, response.body) : undefined;
        if (reply?.success) return reply.data;
        if (!endpoint.repeatable || tries === ATTEMPTS || !isPassing(response))
          throw failure(endpoint.name, response, reply);
        clock.sleep(pause(response, tries, random()));
      }
    },
  };
}

const readReply = <Request, Reply>(endpoint: Endpoint<Request, Reply>, body: string) =>
  z.safeParse(endpoint.reply, parsedJson(body));

/** A cut or garbled success may come whole the next time, like a 5xx. */
const isPassing = (response: HttpResponse | undefined): boolean =>
  response === undefined || response.status === 429 || response.status >= 500 || response.status < 300;

function failure(
  name: string,
  response: HttpResponse | undefined,
  reply: { readonly error?: z.core.$ZodError | undefined } | undefined,
): Error {
  if (response === undefined) return noAnswer(name);
  if (reply === undefined) return problemOf(name, response);
  return unreadable(name, reply.error?.issues[0]?.path.join(".") ?? "");
}

function pause(response: HttpResponse | undefined, tries: number, random: number): number {
  const asked = Number(response?.headers["retry-after"]) * 1000;
  if (asked > 0) return Math.min(asked, LONGEST_WAIT);
  return FIRST_WAIT * 2 ** (tries - 1) * (0.75 + random / 2);
}
