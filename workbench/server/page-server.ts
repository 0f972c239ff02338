/** The workbench's page on 127.0.0.1. */
import type { Server } from "node:http";
import { serve } from "@hono/node-server";
import type { Ui } from "../apps-script/ui.ts";
import { createEventHub } from "./event-hub.ts";
import { pageApp } from "./page-app.ts";
import { pageFiles } from "./page-bundle.ts";
import { createPageUi } from "./page-ui.ts";
import type { PageWorkbench } from "./page-workbench.ts";
import { createQuestions } from "./questions.ts";

export interface Page {
  /** What the scripts show goes to the pages that are open: hand it to the host. */
  readonly ui: Ui;
  /** Port 0 takes any that is free. */
  serve(options: { workbench: PageWorkbench; port: number }): Promise<{ url: string; close(): Promise<void> }>;
}

/** In two steps, as the host is made with the page's Ui and the page serves what the host runs. */
export function createPage(): Page {
  const hub = createEventHub();
  const questions = createQuestions(hub);
  return {
    ui: createPageUi(hub, questions),
    async serve({ workbench, port }) {
      const files = await pageFiles();
      const app = pageApp({ workbench, hub, questions, files });
      const { server, address } = await listening(app.fetch, port);
      const forget = workbench.sheets.onChange(({ spreadsheetId, revision, drawn }) => {
        if (spreadsheetId === workbench.spreadsheetId && drawn) hub.publish({ type: "changed", revision, drawn });
      });
      return {
        url: `http://127.0.0.1:${address}/`,
        close: () => {
          forget();
          return closed(server);
        },
      };
    },
  };
}

function listening(
  fetch: Parameters<typeof serve>[0]["fetch"],
  port: number,
): Promise<{ server: Server; address: number }> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, port, hostname: "127.0.0.1" }, ({ port: address }) =>
      resolve({ server, address }),
    ) as Server;
    server.once("error", reject);
  });
}

/** Event streams never end by themselves. */
function closed(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}
