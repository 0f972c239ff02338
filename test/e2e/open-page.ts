/** The whole workbench over a script of one's own or the built add-on, and a browser's page in front of it. */
import type { Browser, Page } from "playwright-core";
import type { Bundle } from "../../workbench/apps-script/bundle.ts";
import type { HostClock } from "../../workbench/apps-script/clock.ts";
import type { Ui } from "../../workbench/apps-script/ui.ts";
import { listen } from "../../workbench/listen.ts";
import { createPage } from "../../workbench/server/page-server.ts";
import { columnName } from "../../workbench/sheets/book/column-name.ts";
import type { ApiResponse } from "../../workbench/sheets/engine.ts";
import { createWorkbench, OPERATOR, type Workbench } from "../../workbench/workbench.ts";
import { connectedAlready } from "../support/connected.ts";
import { type Driver, drive, newPage } from "./browser.ts";
import { leapingClock } from "./leaping-clock.ts";

export interface PageOptions {
  readonly bundle: Bundle;
  readonly orders?: number;
  /** Enters the keys and makes the sheets before the page opens. */
  readonly connected?: boolean;
  /** Milliseconds that RMS works on a report. */
  readonly reportDelay?: number;
  /** Where somebody has to see a script at work: sleeps are leapt over unless told otherwise. */
  readonly clock?: HostClock;
}

export interface OpenPage extends Driver, AsyncDisposable {
  readonly page: Page;
  readonly workbench: Workbench;
  /** Cells as the engine has them, whatever the page shows. */
  values(range: string): unknown[][];
  batchUpdate(user: string, requests: readonly object[]): ApiResponse;
  sheetId(title: string): number;
  /** The address of a cell by the header of its column, as the add-on finds it. */
  cellOf(title: string, header: string, row: number): string;
  /** A function that the menu of this person does not offer, or not any more. */
  starts(fn: string, user: string): Promise<void>;
  /** The server goes away from behind the page, and comes back at the same address, over another workbench perhaps. */
  stop(): Promise<void>;
  restart(over?: Workbench): Promise<void>;
  /** Requests of the page to other hosts, and errors that nothing on it caught. */
  readonly foreign: readonly string[];
  readonly errors: readonly string[];
}

/** The list that people work on: 初期設定 brings it to the front of who chose it. */
const FRONT = "出荷リスト";

async function bringToFront(page: Page, ui: Ui, { sheets, spreadsheetId }: Workbench, title: string): Promise<void> {
  const sheet = sheets.frames(spreadsheetId, OPERATOR).sheets.find((each) => each.title === title);
  if (sheet === undefined) throw new Error(`no sheet ${title}`);
  ui.activate(OPERATOR, { sheetId: sheet.sheetId });
  await page.waitForFunction((tab) => window.workbench.activeTab() === tab, title);
}

const connectedWorkbench = connectedAlready();

export async function openPage(browser: Browser, options: PageOptions): Promise<OpenPage> {
  const { bundle, orders = 30, connected, reportDelay, clock = leapingClock() } = options;
  const server = createPage();
  const shop = { seed: "e2e", orders, ...(reportDelay === undefined ? {} : { reportDelay }) };
  const create = connected ? connectedWorkbench : createWorkbench;
  const workbench = await create({ bundle, shop, clock, ui: server.ui, wire: "http" });
  const listener = await listen();
  let { close } = await server.serve({ workbench, listener });
  const { page, foreign, errors } = await newPage(browser, listener.url);
  if (connected) await bringToFront(page, server.ui, workbench, FRONT);
  const base = `/v4/spreadsheets/${workbench.spreadsheetId}`;
  const read = <Body>(path: string) =>
    workbench.sheets.handle({ method: "GET", path: base + path, user: OPERATOR }).body as Body;
  const values = (range: string) =>
    read<{ values?: unknown[][] }>(`/values/${encodeURIComponent(range)}?valueRenderOption=UNFORMATTED_VALUE`).values ??
    [];
  return {
    page,
    workbench,
    foreign,
    errors,
    ...drive(page),
    values,
    cellOf(title, header, row) {
      const column = values(`${title}!1:1`)[0]?.indexOf(header) ?? -1;
      if (column === -1) throw new Error(`no column ${header} on ${title}`);
      return `${columnName(column)}${row}`;
    },
    batchUpdate: (user, requests) =>
      workbench.sheets.handle({ method: "POST", path: `${base}:batchUpdate`, body: { requests }, user }),
    sheetId: (title) =>
      read<{ sheets: { properties: { sheetId: number; title: string } }[] }>("").sheets.find(
        ({ properties }) => properties.title === title,
      )!.properties.sheetId,
    starts: async (fn, user) => void (await workbench.host.run({ fn, user, source: "menu" })),
    stop: () => close(),
    async restart(over = workbench) {
      const { port } = new URL(listener.url);
      ({ close } = await server.serve({ workbench: over, listener: await listen(Number(port)) }));
    },
    async [Symbol.asyncDispose]() {
      await page.context().close();
      await close();
      await workbench.close();
    },
  };
}
