/** The whole workbench over a script of one's own or the built add-on, and a browser's page in front of it. */
import type { Browser, Page } from "playwright-core";
import type { Bundle } from "../../workbench/apps-script/bundle.ts";
import { createPage } from "../../workbench/server/page-server.ts";
import { connect, createWorkbench, OPERATOR } from "../../workbench/workbench.ts";
import { type Driver, drive, openPage } from "./browser.ts";

export interface DeskOptions {
  readonly bundle: Bundle;
  readonly orders?: number;
  /** Enters the keys and makes the sheets before the page opens. */
  readonly connected?: boolean;
}

export interface Desk extends Driver, AsyncDisposable {
  readonly page: Page;
  /** Cells as the engine has them, whatever the page shows. */
  values(range: string): unknown[][];
  /** Requests of the page to other hosts, and errors that nothing on it caught. */
  readonly foreign: readonly string[];
  readonly errors: readonly string[];
}

export async function openDesk(browser: Browser, { bundle, orders = 30, connected }: DeskOptions): Promise<Desk> {
  const server = createPage();
  const workbench = await createWorkbench({ bundle, shop: { seed: "e2e", orders }, ui: server.ui, wire: "http" });
  if (connected) await connect(workbench);
  const { url, close } = await server.serve({ workbench, port: 0 });
  const { page, foreign, errors } = await openPage(browser, url);
  return {
    ...{ page, foreign, errors },
    ...drive(page),
    values(range) {
      const query = "valueRenderOption=UNFORMATTED_VALUE";
      const path = `/v4/spreadsheets/${workbench.spreadsheetId}/values/${encodeURIComponent(range)}?${query}`;
      const { body } = workbench.sheets.handle({ method: "GET", path, user: OPERATOR });
      return (body as { values?: unknown[][] }).values ?? [];
    },
    async [Symbol.asyncDispose]() {
      await page.context().close();
      await close();
      await workbench.close();
    },
  };
}
