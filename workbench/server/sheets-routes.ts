import type { Hono } from "hono";
import { bodyOf, checked } from "../door/body.ts";
import { answerHttp } from "../sheets/api/http.ts";
import { united } from "../sheets/drawing/span.ts";
import type { PageWorkbench } from "./page-workbench.ts";
import { personOf } from "./person.ts";
import { entryBody, rowsBody, throughQuery } from "./requests.ts";

/** The Sheets REST API as a chosen person, and what the page draws of the spreadsheet. */
export function sheetsRoutes(app: Hono, workbench: PageWorkbench): void {
  app.all("/v4/*", async (context) => {
    const user = personOf(workbench, context);
    const { status, body } = await answerHttp(workbench.sheets, context.req.raw, user);
    return context.json(body as object, status as 200);
  });

  app.get("/api/frames", (context) => {
    const asked = (context.req.query("through") ?? "").split(",").filter(Boolean);
    const through = checked(asked, throughQuery);
    return context.json(workbench.sheets.frames(workbench.spreadsheetId, personOf(workbench, context), through));
  });

  app.post("/api/breaches", async (context) => {
    const { parsed, ...entry } = await bodyOf(context, entryBody);
    const option = parsed ? "USER_ENTERED" : "RAW";
    const user = personOf(workbench, context);
    return context.json(workbench.sheets.breaches(workbench.spreadsheetId, user, { ...entry, option }));
  });

  app.post("/api/rows", async (context) => {
    const { sheetId, spans } = await bodyOf(context, rowsBody);
    const user = personOf(workbench, context);
    // Each row once, however often it was asked for.
    return context.json(workbench.sheets.rows(workbench.spreadsheetId, user, sheetId, united(spans)));
  });
}
