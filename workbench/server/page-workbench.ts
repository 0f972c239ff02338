import type { Outcome, PageSettings } from "./page-event.ts";

/** What the page needs of the workbench. */
export interface PageWorkbench extends PageSettings {
  readonly sheets: {
    handle(request: { method: string; path: string; body?: unknown; user: string }): { status: number; body: unknown };
    onChange(listener: (change: { spreadsheetId: string; revision: number }) => void): () => void;
  };
  readonly host: {
    run(request: { fn: string; args?: unknown[]; user: string; source: "menu" | "run" | "open" }): Promise<Outcome>;
  };
}
