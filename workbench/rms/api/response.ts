import type { RmsRequest, RmsResponse } from "../exchange.ts";
import type { Fault } from "../faults.ts";
import { jstDateTime } from "../shop/jst.ts";
import type { Answer } from "./call.ts";
import { type GatewayEra, unauthorised } from "./gateway.ts";
import { overriddenWhere } from "./override.ts";
import { requestUuid } from "./request-uuid.ts";

/** The caller gets no answer of the function itself. */
export const failing = (fault: Fault | undefined): boolean =>
  fault?.status !== undefined ||
  fault?.answer !== undefined ||
  fault?.transport === "hang" ||
  fault?.transport === "reset";

/** The answer that a fault puts in the function's place. */
export const refused = (fault: Fault | undefined, era: GatewayEra): Answer =>
  fault?.answer ?? (fault?.status === 401 ? unauthorised(era) : { status: fault?.status ?? 200 });

/** The answer as it goes out, with the harm that a fault does to it. `serial` makes its RequestId one of a kind. */
export function responseTo(
  request: RmsRequest,
  answer: Answer,
  fault: Fault | undefined,
  now: number,
  serial: number,
): RmsResponse {
  const headers = headersOf(request, answer, now, serial);
  return {
    status: answer.status,
    headers: fault?.retryAfter === undefined ? headers : { ...headers, "Retry-After": String(fault.retryAfter) },
    body: bodyOf(answer, fault),
    ...(fault?.transport !== undefined && { transport: fault.transport }),
    ...(fault?.latency !== undefined && { latency: fault.latency }),
  };
}

function headersOf(
  { method, path }: RmsRequest,
  { status, body }: Answer,
  now: number,
  serial: number,
): Record<string, string> {
  const order = path.startsWith("/es/2.0/order/");
  const json = order
    ? "application/json;charset=UTF-8"
    : path.includes("/navigation/")
      ? "application/json; charset=utf-8"
      : "application/json";
  return {
    ...(body !== undefined && { "Content-Type": json }),
    ...(body === undefined && status >= 400 && { "Content-Type": "text/html" }),
    Server: "openresty",
    Date: new Date(now).toUTCString(),
    RequestId: requestUuid(now, serial),
    Timestamp: jstDateTime(now),
    ...(order && {
      "Cache-Control": "no-cache,no-store",
      Pragma: "no-cache",
      Vary: "Accept-Encoding",
      "X-Content-Type-Options": "nosniff",
      "X-XSS-Protection": "1; mode=block",
      "http.method": method.toUpperCase(),
      "http.status": String(status),
      "http.version": "HTTP/1.1",
    }),
  };
}

/** What the web server in front answers when no function does; bodies of 429 and 503 are not documented. */
const PAGE: Readonly<Record<number, string>> = {
  429: "<html><head><title>429 Too Many Requests</title></head></html>",
  500: "<html><head><title>500 Internal Server Error</title></head></html>",
  503: "<html><head><title>503 Service Temporarily Unavailable</title></head></html>",
};

function bodyOf({ status, body }: Answer, fault: Fault | undefined): string {
  if (body === undefined) return PAGE[status] ?? "";
  const text = JSON.stringify(harmed(body, fault));
  if (fault?.malformed) return `${text.slice(0, -1)},]`;
  return fault?.transport === "cut" ? text.slice(0, Math.floor(text.length / 2)) : text;
}

function harmed(body: unknown, fault: Fault | undefined): unknown {
  if (typeof body !== "object" || body === null) return body;
  const whole = fault?.corrupt ? overriddenWhere(body, fault.corrupt) : body;
  const page = (whole as { orderNumberList?: unknown }).orderNumberList;
  if (!fault?.duplicate || !Array.isArray(page) || page.length < 2) return whole;
  return { ...whole, orderNumberList: [page[0], ...page.slice(0, -1)] };
}
