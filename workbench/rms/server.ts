import { setTimeout as pause } from "node:timers/promises";
import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { Hono } from "hono";
import { guardDoor } from "../door/door.ts";
import { type Listener, listen } from "../listen.ts";
import type { KeptShop } from "./kept-shop.ts";
import type { RmsSandbox } from "./sandbox.ts";

export interface RmsServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the sandbox on 127.0.0.1; on a free port unless one is at hand. Transport faults happen on the real connection. */
export async function serveRms(
  sandbox: Pick<KeptShop, "handle"> | Pick<RmsSandbox, "handle">,
  listener?: Listener,
): Promise<RmsServer> {
  const app = new Hono();
  // Callers that are made to come here go on calling it by its name.
  guardDoor(app, { names: ["api.rms.rakuten.co.jp"] });
  app.all("*", async (context) => {
    const { incoming, outgoing } = context.env as HttpBindings;
    const url = new URL(context.req.url);
    const { status, headers, body, transport, latency } = await sandbox.handle({
      method: context.req.method,
      path: url.pathname + url.search,
      headers: context.req.header(),
      body: await context.req.text(),
    });
    if (latency !== undefined) await pause(latency);
    if (transport !== undefined) {
      const closed = new Promise((resolve) => incoming.socket.once("close", resolve));
      if (transport === "reset") incoming.socket.destroy();
      if (transport === "cut") {
        // The announced length is longer than what comes, so that the caller sees the connection end too early.
        outgoing.writeHead(status, { ...headers, "Content-Length": String(Buffer.byteLength(body) * 2) });
        outgoing.write(body, () => incoming.socket.destroy());
      }
      await closed;
      return RESPONSE_ALREADY_SENT;
    }
    return new Response(status === 204 ? null : body, { status, headers });
  });
  const { url, answer, close } = listener ?? (await listen());
  answer(app.fetch as Parameters<typeof answer>[0]);
  return { url, close };
}
