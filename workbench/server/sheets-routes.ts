import type { Context, Hono } from "hono";
import { ApiError } from "../sheets/api/api-error.ts";
import { answerHttp } from "../sheets/api/http.ts";
import type { RowsQuery } from "./page-event.ts";
import type { PageWorkbench } from "./page-workbench.ts";
import { personOf, unknownPerson } from "./person.ts";

/** The Sheets REST API as a chosen person, and what the page draws of the spreadsheet. */
export function sheetsRoutes(app: Hono, workbench: PageWorkbench): void {
  app.all("/v4/*", async (context) => {
    const user = personOf(workbench, context);
    if (user === undefined) return unknownPerson(context);
    const { status, body } = await answerHttp(workbench.sheets, context.req.raw, user);
    return context.json(body as object, status as 200);
  });

  app.get("/api/frames", (context) => {
    const through = (context.req.query("through") ?? "").split(",").filter(Boolean).map(Number);
    return drawn(context, personOf(workbench, context), (user) =>
      workbench.sheets.frames(workbench.spreadsheetId, user, through),
    );
  });

  app.post("/api/rows", async (context) => {
    const { sheetId, spans } = await context.req.json<RowsQuery>();
    return drawn(context, personOf(workbench, context), (user) =>
      workbench.sheets.rows(workbench.spreadsheetId, user, sheetId, spans),
    );
  });
}

/** What the page draws: less, and quicker to make, than what the API would answer. */
function drawn(context: Context, user: string | undefined, draw: (user: string) => object) {
  if (user === undefined) return unknownPerson(context);
  try {
    return context.json(draw(user));
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return context.json(error.body, error.code as 404);
  }
}
