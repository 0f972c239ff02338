import type { MiddlewareHandler } from "hono";
import { Refusal } from "./http-refusal.ts";

const local = /^(127\.0\.0\.1|localhost)(:\d+)?$/;

/**
 * Another site that a browser has open can send requests to this port, or point its own name at 127.0.0.1. So the host
 * must be this machine, or one of `names`, and a request that a page made must come from a page of this server's.
 */
export const onlyFromHere =
  (names: readonly string[]): MiddlewareHandler =>
  (context, next) => {
    const host = context.req.header("host") ?? "";
    const origin = context.req.header("origin");
    const isHere = local.test(host) || names.includes(host);
    const isOwn = origin === undefined || origin === `http://${host}`;
    if (isHere && isOwn && !isSentByAnotherSite(context.req.raw.headers)) return next();
    throw new Refusal(403, "This workbench answers its own page only.");
  };

/** What a page of another site embeds comes without an origin, but the browser tells. A link that somebody follows may lead here. */
const isSentByAnotherSite = (headers: Headers): boolean =>
  ["cross-site", "same-site"].includes(headers.get("sec-fetch-site") ?? "") &&
  headers.get("sec-fetch-mode") !== "navigate";
