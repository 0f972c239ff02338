/** The HTTP interface of the page: its files, the Sheets REST API as a chosen person, scripts, and events. */
import { Hono } from "hono";
import { guardDoor } from "../door/door.ts";
import { fileRoute, fontRoute } from "./file-routes.ts";
import type { PageParts } from "./page-parts.ts";
import { scriptRoutes } from "./script-routes.ts";
import { sheetsRoutes } from "./sheets-routes.ts";

export function pageApp(parts: PageParts): Hono {
  const { workbench, files } = parts;
  const app = new Hono();
  fontRoute(app, files);
  guardDoor(app);
  app.get("/api/settings", ({ json }) => json({ spreadsheetId: workbench.spreadsheetId, people: workbench.people }));
  scriptRoutes(app, parts);
  sheetsRoutes(app, workbench);
  fileRoute(app, files);
  return app;
}
