import { Hono } from "hono";
import type { SheetsEngine } from "../engine.ts";
import { notFound } from "./api-error.ts";
import { download } from "./download.ts";

const MIME_TYPE = "application/vnd.google-apps.spreadsheet";

/** What Sheets clients ask of Drive and of the editor beside the Sheets API: copies, and exports of one sheet. */
export function driveRoutes(engine: SheetsEngine, userOf: (request: Request) => string): Hono {
  const app = new Hono();

  app.post("/drive/v3/files/:id/copy", async ({ req, json }) => {
    const { name } = (await req.json().catch(() => ({}))) as { name?: unknown };
    const title = typeof name === "string" ? name : undefined;
    const id = engine.copy(req.param("id"), userOf(req.raw), title);
    return json({ kind: "drive#file", id, ...(title === undefined ? {} : { name: title }), mimeType: MIME_TYPE });
  });

  app.get("/drive/v3/files/:id/export", ({ req }) =>
    file(download(engine, userOf(req.raw), { spreadsheetId: req.param("id"), format: req.query("mimeType") ?? "" })),
  );

  app.get("/spreadsheets/d/:id/export", ({ req }) => {
    const gid = req.query("gid");
    const sheet = gid === undefined ? {} : { sheetId: Number(gid) };
    const format = req.query("format") ?? "";
    return file(download(engine, userOf(req.raw), { spreadsheetId: req.param("id"), format, ...sheet }));
  });

  app.all("/drive/*", () => {
    throw notFound();
  });
  return app;
}

const file = ({ type, text }: { readonly type: string; readonly text: string }): Response =>
  new Response(text, { headers: { "content-type": `${type}; charset=utf-8` } });
