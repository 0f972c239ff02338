/** What every server of the workbench asks of a request before anything else reads it. */
import type { Hono, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { BODY_BYTES, tooLarge } from "./body.ts";
import { onlyFromHere } from "./from-here.ts";
import { HttpRefusal, Refusal } from "./http-refusal.ts";

interface DoorOptions {
  /** Names under which the server is called beside those of this machine. */
  readonly names?: readonly string[];
}

/** To be called before any route is added. What a route throws of `HttpRefusal` is the answer then. */
export function guardDoor(app: Hono, { names = [] }: DoorOptions = {}): void {
  app.use(onlyFromHere(names), onlyReadable, onlyOfSize);
  app.onError((thrown, context) => {
    if (!(thrown instanceof HttpRefusal)) console.error(thrown);
    const { body, code } = thrown instanceof HttpRefusal ? thrown : new Refusal(500, "Internal error encountered.");
    return context.json(body as object, code as ContentfulStatusCode);
  });
}

const onlyOfSize = bodyLimit({
  maxSize: BODY_BYTES,
  onError() {
    throw tooLarge();
  },
});

/** An address is text in UTF-8, each `%` the start of a byte of it. */
const onlyReadable: MiddlewareHandler = (context, next) => {
  try {
    decodeURIComponent(context.req.url);
  } catch {
    throw new Refusal(400, "The address is not properly percent-encoded.");
  }
  return next();
};
