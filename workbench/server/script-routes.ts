import type { Hono } from "hono";
import { streamSSE } from "hono/streaming";
import { bodyOf } from "../door/body.ts";
import { Refusal } from "../door/http-refusal.ts";
import type { PageEvent } from "./page-event.ts";
import type { PageParts } from "./page-parts.ts";
import { personOf } from "./person.ts";
import { replyBody, runBody } from "./requests.ts";
import type { RunRequest } from "./script-runs.ts";

/** A browser keeps six connections to one server; what is beyond this is no page. */
const PAGES = 40;

/** Runs functions for the page, and tells it what scripts show and ask meanwhile. */
export function scriptRoutes(app: Hono, { workbench, hub, questions, runs }: PageParts): void {
  app.post("/api/:source{open|menu|run}", async (context) => {
    const user = personOf(workbench, context);
    const source = context.req.param("source") as RunRequest["source"];
    const { fn, args, currentCell } = await bodyOf(context, runBody);
    const request = { fn, user, source, ...(args && { args }), ...(currentCell && { currentCell }) };
    return context.json(await runs.run(workbench.host, request));
  });

  app.post("/api/dialog/:id", async (context) => {
    const user = personOf(workbench, context);
    const known = questions.answer(context.req.param("id"), user, await bodyOf(context, replyBody));
    return context.json({ known }, known ? 200 : 404);
  });

  app.get("/api/events", (context) => {
    const user = personOf(workbench, context, "query");
    // A browser asks again by itself after a break, but not after a refusal.
    if (hub.size() >= PAGES) throw new Refusal(503, `More than ${PAGES} pages of this workbench are open.`);
    return streamSSE(context, async (stream) => {
      const send = (event: PageEvent) => void stream.writeSSE({ data: JSON.stringify(event) });
      const leave = hub.subscribe(user, send);
      for (const menu of workbench.host.menus(user)) send({ type: "menu", menu });
      for (const id of runs.underWay(user)) send({ type: "started", id });
      for (const question of questions.openFor(user)) send({ type: "asked", question });
      await new Promise<void>((closed) => stream.onAbort(closed));
      leave();
    });
  });
}
