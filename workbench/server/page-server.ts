/** The workbench's page on 127.0.0.1. */
import type { Ui } from "../apps-script/ui.ts";
import type { Listener } from "../listen.ts";
import { createEventHub } from "./event-hub.ts";
import { pageApp } from "./page-app.ts";
import { type PageFiles, pageFiles } from "./page-bundle.ts";
import { createPageUi } from "./page-ui.ts";
import type { PageWorkbench } from "./page-workbench.ts";
import { createQuestions } from "./questions.ts";
import { createScriptRuns } from "./script-runs.ts";

export interface Page {
  /** What the scripts show goes to the pages that are open: hand it to the host. */
  readonly ui: Ui;
  /** Resolves when the page is there to be opened. */
  serve(options: { workbench: PageWorkbench; listener: Listener }): Promise<{ close(): Promise<void> }>;
}

/** Of the page as it was when the process began. */
let files: Promise<PageFiles> | undefined;

/** In two steps, as the host is made with the page's Ui and the page serves what the host runs. */
export function createPage(): Page {
  const hub = createEventHub();
  const questions = createQuestions(hub);
  const runs = createScriptRuns(hub);
  return {
    ui: createPageUi(hub, questions),
    async serve({ workbench, listener }) {
      files ??= pageFiles();
      const forget = workbench.sheets.onChange(({ spreadsheetId, revision, drawn }) => {
        if (spreadsheetId === workbench.spreadsheetId && drawn) hub.publish({ type: "changed", revision, drawn });
      });
      listener.answer(pageApp({ workbench, hub, questions, runs, files: await files }).fetch);
      return {
        close: () => {
          forget();
          return listener.close();
        },
      };
    },
  };
}
