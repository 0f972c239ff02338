import { Hono } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { listen } from "../../listen.ts";
import type { SheetsEngine } from "../engine.ts";

export interface ServeOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** Who calls when no X-Workbench-User header says so. */
  readonly user?: string;
}

export const OWNER = "operator@example.com";

/** Serves the engine over HTTP on 127.0.0.1, at the paths of Google's Sheets API. Keys and tokens are not looked at. */
export async function serveSheets(
  engine: SheetsEngine,
  { port, user = OWNER }: ServeOptions,
): Promise<{ url: string; close(): Promise<void> }> {
  const app = new Hono();
  app.all("*", async (context) => {
    const text = await context.req.text();
    const body = parsed(text);
    if (body instanceof SyntaxError) return context.json(malformed(body), 400);
    const path = context.req.raw.url.replace(/^[a-z]+:\/\/[^/]+/, "");
    const caller = context.req.header("X-Workbench-User") ?? user;
    const response = engine.handle({ method: context.req.method, path, body, user: caller });
    return context.json(response.body as object, response.status as ContentfulStatusCode);
  });
  app.onError((error, context) => {
    console.error(error);
    return context.json({ error: { code: 500, message: "Internal error encountered.", status: "INTERNAL" } }, 500);
  });
  const { url, answer, close } = await listen(port);
  answer(app.fetch);
  return { url, close };
}

function parsed(text: string): unknown {
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch (error) {
    return error instanceof SyntaxError ? error : new SyntaxError(String(error));
  }
}

const malformed = (error: SyntaxError) => ({
  error: { code: 400, message: `Invalid JSON payload received. ${error.message}`, status: "INVALID_ARGUMENT" },
});
