import { Agent, type IncomingMessage, request as send } from "node:http";
import type { RmsRequest, RmsResponse } from "../rms/exchange.ts";

export interface TransportRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** Milliseconds after which the caller gives up. */
  readonly timeout: number;
}

export interface TransportResponse {
  readonly status: number;
  /** In the case and the order the server sent them. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array;
  /** Milliseconds the answer takes on the host's clock, for servers that do not really make us wait. */
  readonly delay?: number;
}

export type Transport = (request: TransportRequest) => Promise<TransportResponse>;

/** No answer came. Apps Script throws this text whatever `muteHttpExceptions` says. */
export class TransportError extends Error {
  override readonly name = "TransportError";
}

/** Sends each origin to a local server over HTTP. An origin without a route is refused: nothing leaves the machine. */
export function httpTransport({ routes }: { readonly routes: Readonly<Record<string, string>> }): Transport {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  return (request) => {
    const url = new URL(request.url);
    const target = new URL(url.pathname + url.search, routeOf(routes, request.url));
    return new Promise((resolve, reject) => {
      const { method, headers, timeout } = request;
      const outgoing = send(target, { method, headers: { ...headers, Host: url.host }, agent });
      if (request.body.length > 0) outgoing.setHeader("Content-Length", request.body.length);
      const timer = setTimeout(() => {
        reject(new TransportError(`Timeout: ${request.url}`));
        outgoing.destroy();
      }, timeout);
      const failed = () => reject(new TransportError(`Address unavailable: ${request.url}`));
      outgoing.on("close", () => clearTimeout(timer));
      outgoing.on("error", failed);
      outgoing.on("response", (response) => collect(response).then(resolve, failed));
      outgoing.end(request.body);
    });
  };
}

async function collect(response: IncomingMessage): Promise<TransportResponse> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  const raw = response.rawHeaders;
  const headers = raw.flatMap((name, at) => (at % 2 === 0 ? [[name, raw[at + 1] ?? ""] as const] : []));
  return { status: response.statusCode ?? 0, headers, body: Buffer.concat(chunks) };
}

type Handler = (request: RmsRequest) => RmsResponse | Promise<RmsResponse>;

/** Hands each origin's requests to a function in this process. A handler may throw `TransportError`. */
export function directTransport(handlers: Readonly<Record<string, Handler>>): Transport {
  return async ({ method, url, headers, body }) => {
    const { pathname, search } = new URL(url);
    const text = new TextDecoder().decode(body);
    const answer = await routeOf(handlers, url)({ method, path: pathname + search, headers, body: text });
    if (answer.transport === "reset" || answer.transport === "cut")
      throw new TransportError(`Address unavailable: ${url}`);
    return {
      status: answer.status,
      headers: Object.entries(answer.headers),
      body: new TextEncoder().encode(answer.body),
      delay: answer.transport === "hang" ? Number.POSITIVE_INFINITY : (answer.latency ?? 0),
    };
  };
}

/** A name that nobody serves fails the way an unknown host does at Google. */
function routeOf<Target>(routes: Readonly<Record<string, Target>>, url: string): Target {
  const target = routes[new URL(url).origin];
  if (target === undefined) throw new TransportError(`DNS error: ${url}`);
  return target;
}
