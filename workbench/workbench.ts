import { join } from "node:path";
import type { Bundle } from "./apps-script/bundle.ts";
import { type HostClock, realClock } from "./apps-script/clock.ts";
import type { Gate } from "./apps-script/execution/gate.ts";
import { createHost, type Host, type HostOptions } from "./apps-script/host.ts";
import { type HostStore, hostFile } from "./apps-script/store.ts";
import { directTransport, httpTransport, type Transport } from "./apps-script/transport.ts";
import type { Ui } from "./apps-script/ui.ts";
import { type BigQueryEngine, createBigQuery } from "./bigquery/engine.ts";
import type { Projects } from "./bigquery/projects.ts";
import { OPERATOR, STAFF } from "./people.ts";
import { seededRandom } from "./random.ts";
import { type KeptShop, keptShop } from "./rms/kept-shop.ts";
import { createRmsSandbox, type RmsSandbox, SANDBOX_KEYS, type SandboxOptions } from "./rms/sandbox.ts";
import { serveRms } from "./rms/server.ts";
import { loadState } from "./rms/state-file.ts";
import { fileStore, type SpreadsheetStore } from "./sheets/book/store.ts";
import { createSheetsEngine, type SheetsEngine } from "./sheets/engine.ts";
import { createWebhooks, type Webhooks } from "./webhooks/webhooks.ts";

export { OPERATOR, STAFF } from "./people.ts";

/** Google Cloud projects of the workbench: one to archive to, and one without a billing account. */
export const PROJECTS: Projects = {
  "shukka-archive": { members: [OPERATOR] },
  "shukka-sandbox": { members: [OPERATOR], billing: false },
};

/** Where the add-on looks for RMS. */
export const RMS = "https://api.rms.rakuten.co.jp";

/** Where the spreadsheets are kept, and what the script leaves behind outside of them. */
export interface Stores {
  readonly sheets: SpreadsheetStore;
  readonly host: HostStore;
}

export interface WorkbenchOptions {
  readonly bundle: Bundle;
  /** Where everything is kept between starts; in memory when absent. */
  readonly folder?: string;
  /** Instead of files in the folder; the shop is kept nowhere then. */
  readonly stores?: Stores;
  readonly shop?: Pick<
    SandboxOptions,
    | "seed"
    | "orders"
    | "skus"
    | "days"
    | "timeFactor"
    | "faults"
    | "rateLimits"
    | "carrierAtPurchase"
    | "reportDelay"
    | "asyncRefusalStatus"
  >;
  readonly clock?: HostClock;
  readonly ui?: Ui;
  readonly gate?: Gate;
  /** Makes everything drawn by chance repeatable: in scripts and on the sheets. */
  readonly chance?: number;
  readonly latency?: HostOptions["latency"];
  readonly deployment?: HostOptions["deployment"];
  /** Google's, where they are to be others than those of a consumer account. */
  readonly limits?: HostOptions["limits"];
  /** Instead of the workbench's own. */
  readonly projects?: Projects;
  /** Over HTTP as in real life, or straight into the sandbox where many runs have to be quick. */
  readonly wire?: "http" | "direct";
}

export interface Workbench {
  readonly sheets: SheetsEngine;
  readonly spreadsheetId: string;
  readonly host: Host;
  readonly bigQuery: BigQueryEngine;
  readonly sandbox: RmsSandbox;
  /** Where notices go besides mail, which the host keeps. */
  readonly webhooks: Webhooks;
  readonly people: readonly { readonly email: string; readonly name: string }[];
  /** Of the sandbox, where it is served over HTTP. */
  readonly rmsUrl: string | undefined;
  /** True when there was nothing yet: neither keys nor sheets of the add-on. */
  readonly fresh: boolean;
  close(): Promise<void>;
}

/** Sheets engine, Apps Script runtime and RMS sandbox, put together around one spreadsheet and one built bundle. */
export async function createWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const { bundle, folder, clock = realClock(), wire = "direct" } = options;
  const now = () => clock.now();
  const stores = options.stores ?? (folder === undefined ? undefined : filesIn(folder));
  const kept = folder === undefined ? undefined : loadState(shopFile(folder));
  const sandbox = createRmsSandbox({ ...options.shop, now, ...(kept === undefined ? {} : { state: kept }) });
  const sheets = createSheetsEngine({
    now,
    ...(options.chance === undefined ? {} : { random: seededRandom(options.chance) }),
    ...(stores === undefined ? {} : { store: stores.sheets }),
  });
  const [found] = sheets.spreadsheetIds();
  const spreadsheetId = found ?? newSpreadsheet(sheets);
  const shop = folder === undefined ? undefined : keptShop(sandbox, shopFile(folder));
  const webhooks = createWebhooks(now);
  const server = wire === "http" ? await serveRms(shop ?? sandbox) : undefined;
  const bigQuery = createBigQuery({
    now,
    projects: options.projects ?? PROJECTS,
    ...(folder === undefined ? {} : { file: join(folder, "bigquery.duckdb") }),
  });
  const host = createHost({
    bundle,
    sheets,
    bigQuery,
    spreadsheetId,
    clock,
    fetch: transport(shop ?? sandbox, webhooks, server?.url),
    ...(options.ui === undefined ? {} : { ui: options.ui }),
    ...(options.gate === undefined ? {} : { gate: options.gate }),
    ...(options.chance === undefined ? {} : { seed: options.chance }),
    ...(options.latency === undefined ? {} : { latency: options.latency }),
    ...(options.deployment === undefined ? {} : { deployment: options.deployment }),
    ...(options.limits === undefined ? {} : { limits: options.limits }),
    ...(stores === undefined ? {} : { store: stores.host }),
  });
  return {
    sheets,
    spreadsheetId,
    host,
    bigQuery,
    sandbox,
    webhooks,
    rmsUrl: server?.url,
    fresh: found === undefined,
    people: [
      { email: OPERATOR, name: "担当者" },
      { email: STAFF, name: "倉庫スタッフ" },
    ],
    async close() {
      await host.close();
      await bigQuery.close();
      await server?.close();
      shop?.saving.now();
    },
  };
}

/** What the operator does once: enters the keys, as the settings panel would, and chooses 初期設定. */
export async function connect({ host }: Workbench, keys: typeof SANDBOX_KEYS = SANDBOX_KEYS): Promise<void> {
  await host.run({ fn: "saveSettings", args: [{ settings: { periodDays: 30 }, keys }], user: OPERATOR, source: "run" });
  await host.run({ fn: "setUp", user: OPERATOR, source: "menu" });
}

const filesIn = (folder: string): Stores => ({
  sheets: fileStore(join(folder, "sheets")),
  host: hostFile(join(folder, "apps-script.json")),
});

const shopFile = (folder: string): string => join(folder, "shop.json");

/** RMS as it is served, and the rooms of notices straight: nothing else is there to be reached. */
function transport(
  sandbox: Pick<KeptShop, "handle"> | RmsSandbox,
  webhooks: Webhooks,
  url: string | undefined,
): Transport {
  if (url === undefined) return directTransport({ [RMS]: sandbox.handle, ...webhooks.handlers });
  const rms = httpTransport({ routes: { [RMS]: url } });
  const rooms = directTransport(webhooks.handlers);
  return (request) => (new URL(request.url).origin in webhooks.handlers ? rooms : rms)(request);
}

function newSpreadsheet(sheets: SheetsEngine): string {
  const properties = { title: "出荷シート", locale: "ja_JP", timeZone: "Asia/Tokyo" };
  const body = { properties, sheets: [{ properties: { title: "シート1" } }] };
  const { spreadsheetId } = sheets.handle({ method: "POST", path: "/v4/spreadsheets", body, user: OPERATOR }).body as {
    spreadsheetId: string;
  };
  sheets.share(spreadsheetId, STAFF, "writer");
  return spreadsheetId;
}
