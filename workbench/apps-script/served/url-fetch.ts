import { type Transport, TransportError, type TransportRequest, type TransportResponse } from "../transport.ts";
import type { Limits, Quotas } from "./quotas.ts";
import { type Caller, type Handlers, Refused, WithBytes } from "./serving.ts";
import { checkListed } from "./url-list.ts";

/** A request as the script's side has made it; its body travels as bytes. */
export interface FetchRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly mute: boolean;
  readonly followRedirects: boolean;
  readonly timeout: number;
}

export interface FetchedHead {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

const BODY_BYTES = 50 * 1024 * 1024;
const URL_LENGTH = 2_082;
const HEADERS = 100;
const HEADER_LENGTH = 8 * 1024;
const REDIRECTS = 20;
const SHOWN_BODY = 200;

interface Service {
  readonly transport: Transport;
  readonly quotas: Quotas;
  readonly limits: Limits;
  readonly whitelist: readonly string[] | undefined;
}

export function urlFetchHandlers(service: Service): Handlers {
  /** All requests are on their way at once; the slowest answer decides how long the script waits. */
  async function fetchAll(caller: Caller, requests: readonly FetchRequest[], bodies: readonly Uint8Array[]) {
    for (const [at, request] of requests.entries()) check(service, request, bodies[at]!);
    service.quotas.take(caller.user, "urlfetch", requests.length, service.limits.urlFetchPerDay);
    const settled = await Promise.allSettled(requests.map((request, at) => send(service, request, bodies[at]!)));
    await caller.sleep(Math.max(0, ...settled.map((each, at) => duration(each, requests[at]!))));
    const responses = settled.map((each, at) => opened(each, requests[at]!));
    const heads = responses.map(({ status, headers }): FetchedHead => ({ status, headers }));
    return new WithBytes(
      heads,
      responses.map(({ body }) => body),
    );
  }
  return { "UrlFetchApp.fetch": fetchAll, "UrlFetchApp.fetchAll": fetchAll };
}

function check({ whitelist }: Service, { url, headers }: FetchRequest, body: Uint8Array): void {
  if (!/^https?:\/\/[^/]/i.test(url) || !URL.canParse(url)) throw new Refused(`Invalid argument: ${url}`);
  if (url.length > URL_LENGTH) throw new Refused("Limit exceeded: URLFetch URL Length.");
  if (body.length > BODY_BYTES) throw new Refused("Limit exceeded: URLFetch POST Size.");
  const entries = Object.entries(headers);
  if (entries.length > HEADERS || entries.some(([name, value]) => name.length + value.length > HEADER_LENGTH)) {
    throw new Refused("Limit exceeded: URLFetch Header Size.");
  }
  checkListed(whitelist, url);
}

async function send(
  { transport, whitelist }: Service,
  request: FetchRequest,
  body: Uint8Array,
): Promise<TransportResponse> {
  let next: TransportRequest = { ...request, body };
  for (let hop = 0; ; hop++) {
    const response = await transport(next);
    const location = response.headers.find(([name]) => name.toLowerCase() === "location")?.[1];
    const redirected = [301, 302, 303, 307, 308].includes(response.status) && location !== undefined;
    if (!redirected || !request.followRedirects) return response;
    if (hop === REDIRECTS) throw new TransportError(`Too many redirects: ${request.url}`);
    const keep = response.status >= 307;
    const url = new URL(location, next.url).href;
    checkListed(whitelist, url);
    next = {
      ...next,
      url,
      ...(keep ? {} : { method: "GET", body: new Uint8Array() }),
    };
  }
}

function duration(settled: PromiseSettledResult<TransportResponse>, { timeout }: FetchRequest): number {
  return settled.status === "fulfilled" ? Math.min(settled.value.delay ?? 0, timeout) : 0;
}

/** The answer, or the exception that Apps Script makes of it. Of the address only the origin is shown for a status. */
function opened(settled: PromiseSettledResult<TransportResponse>, request: FetchRequest): TransportResponse {
  if (settled.status === "rejected") {
    if (settled.reason instanceof TransportError) throw new Refused(settled.reason.message);
    throw settled.reason;
  }
  const response = settled.value;
  if ((response.delay ?? 0) > request.timeout) throw new Refused(`Timeout: ${request.url}`);
  if (response.body.length > BODY_BYTES) throw new Refused("Limit exceeded: URLFetch Response Size.");
  if (response.status < 400 || request.mute) return response;
  const text = new TextDecoder().decode(response.body);
  const shown = text.length > SHOWN_BODY ? `${text.slice(0, SHOWN_BODY)}...` : text;
  throw new Refused(
    `Request failed for ${new URL(request.url).origin} returned code ${response.status}. Truncated server response: ${shown} (use muteHttpExceptions option to examine full response)`,
  );
}
