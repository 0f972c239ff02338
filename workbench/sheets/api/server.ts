import { Hono } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { guardDoor } from "../../door/door.ts";
import { listen } from "../../listen.ts";
import { OPERATOR } from "../../people.ts";
import type { SheetsEngine } from "../engine.ts";
import { driveRoutes } from "./drive.ts";
import { answerHttp } from "./http.ts";

export interface ServeOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** Who calls when no X-Workbench-User header says so. */
  readonly user?: string;
}

/** Serves the engine over HTTP on 127.0.0.1, at the paths of Google's Sheets API. Keys and tokens are not looked at. */
export async function serveSheets(
  engine: SheetsEngine,
  { port, user = OPERATOR }: ServeOptions,
): Promise<{ url: string; close(): Promise<void> }> {
  const app = new Hono();
  guardDoor(app);
  const callerOf = (request: Request) => request.headers.get("X-Workbench-User") ?? user;
  app.route("/", driveRoutes(engine, callerOf));
  app.all("*", async (context) => {
    const { status, body } = await answerHttp(engine, context.req.raw, callerOf(context.req.raw));
    return context.json(body as object, status as ContentfulStatusCode);
  });
  const { url, answer, close } = await listen(port);
  answer(app.fetch);
  return { url, close };
}
