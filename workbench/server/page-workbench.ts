import type { Host } from "../apps-script/host.ts";
import type { SheetsEngine } from "../sheets/engine.ts";
import type { PageSettings } from "./page-event.ts";

/** What the page needs of the workbench. */
export interface PageWorkbench extends PageSettings {
  readonly sheets: Pick<SheetsEngine, "handle" | "onChange" | "frames" | "rows" | "breaches">;
  readonly host: Pick<Host, "run" | "menus">;
}
