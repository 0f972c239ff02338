/** The HTTP interface of the page: its files, the Sheets REST API as a chosen person, scripts, and events. */
import { extname } from "node:path";
import { type Context, Hono } from "hono";
import { streamSSE } from "hono/streaming";
import type { Reply } from "../apps-script/ui.ts";
import { answerHttp } from "../sheets/api/http.ts";
import type { EventHub } from "./event-hub.ts";
import type { PageFiles } from "./page-bundle.ts";
import type { PageEvent } from "./page-event.ts";
import type { PageWorkbench } from "./page-workbench.ts";
import type { Questions } from "./questions.ts";
import { onlyFromHere } from "./same-origin.ts";
import { type RunRequest, runForPage } from "./script-runs.ts";

export interface PageParts {
  readonly workbench: PageWorkbench;
  readonly hub: EventHub;
  readonly questions: Questions;
  readonly files: PageFiles;
}

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".woff2": "font/woff2",
};

/** Panels run in a frame that inherits this, with all that Google allows them; but nothing here may ask another host for anything. */
const policy = "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:";

export function pageApp({ workbench, hub, questions, files }: PageParts): Hono {
  const app = new Hono();
  const file = (context: Context, name: string, headers: Record<string, string>) => {
    const content = files.get(name);
    const type = types[extname(name)] ?? "application/octet-stream";
    return content === undefined
      ? context.notFound()
      : context.body(content, 200, { "content-type": type, ...headers });
  };

  // Panels have no origin, and are to have the font all the same.
  app.get("/:font{[^/]+\\.woff2}", (context) =>
    file(context, context.req.param("font"), { "access-control-allow-origin": "*" }),
  );
  app.use(onlyFromHere);

  const person = (context: Context): string | undefined => {
    const email = context.req.header("x-workbench-user") ?? context.req.query("user");
    return workbench.people.find((known) => known.email === email)?.email;
  };
  const unknownPerson = (context: Context) => context.json({ error: { code: 400, message: "Unknown person." } }, 400);

  app.get("/api/settings", ({ json }) => json({ spreadsheetId: workbench.spreadsheetId, people: workbench.people }));

  app.post("/api/:source{open|menu|run}", async (context) => {
    const user = person(context);
    if (user === undefined) return unknownPerson(context);
    const source = context.req.param("source") as RunRequest["source"];
    const { fn, args } = await context.req.json<{ fn: string; args?: unknown[] }>();
    return context.json(await runForPage(workbench.host, hub, { fn, user, source, ...(args && { args }) }));
  });

  app.post("/api/dialog/:id", async (context) => {
    const known = questions.answer(context.req.param("id"), await context.req.json<Reply>());
    return context.json({ known }, known ? 200 : 404);
  });

  app.get("/api/events", (context) => {
    const user = person(context);
    if (user === undefined) return unknownPerson(context);
    return streamSSE(context, async (stream) => {
      const send = (event: PageEvent) => void stream.writeSSE({ data: JSON.stringify(event) });
      const leave = hub.subscribe(user, send);
      for (const menu of workbench.host.menus(user)) send({ type: "menu", menu });
      for (const question of questions.openFor(user)) send({ type: "asked", question });
      await new Promise<void>((closed) => stream.onAbort(closed));
      leave();
    });
  });

  app.all("/v4/*", async (context) => {
    const user = person(context);
    if (user === undefined) return unknownPerson(context);
    const { status, body } = await answerHttp(workbench.sheets, context.req.raw, user);
    return context.json(body as object, status as 200);
  });

  app.get("/:file?", (context) =>
    file(context, context.req.param("file") ?? "index.html", {
      "content-security-policy": policy,
      "cache-control": "no-cache",
    }),
  );

  return app;
}
