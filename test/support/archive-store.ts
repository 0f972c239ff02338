import { build } from "esbuild";
import type { Manifest } from "../../workbench/apps-script/bundle.ts";
import { virtualClock } from "../../workbench/apps-script/clock.ts";
import type { Execution } from "../../workbench/apps-script/execution/execution.ts";
import type { Gate } from "../../workbench/apps-script/execution/gate.ts";
import { createHost, type Host } from "../../workbench/apps-script/host.ts";
import { createBigQuery, type Methods } from "../../workbench/bigquery/engine.ts";
import type { Projects } from "../../workbench/bigquery/projects.ts";
import { OPERATOR } from "../../workbench/people.ts";
import { openEngine } from "../workbench/apps-script/script-host.ts";
import type { SentRow, storeActions } from "./archive-script.ts";

type Actions = typeof storeActions;

/** An archive in the workbench's BigQuery, and the script that uses it. */
export interface StoreBench extends AsyncDisposable {
  readonly host: Host;
  /** Fails with what the script throws. */
  call<Name extends keyof Actions>(name: Name, ...args: Parameters<Actions[Name]>): Promise<ReturnType<Actions[Name]>>;
  run(name: keyof Actions, ...args: readonly unknown[]): Promise<Execution>;
  readonly methods: Methods;
  query(sql: string): Promise<(string | null)[][]>;
}

let code: Promise<string> | undefined;

async function bundled(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ["test/support/archive-script.ts"],
    bundle: true,
    write: false,
    format: "iife",
    target: "es2020",
  });
  return outputFiles[0]!.text;
}

export const PROJECT = "shop-archive";

interface StoreOptions {
  readonly gate?: Gate;
  readonly projects?: Projects;
  /** Of the script, where it differs from one that may use BigQuery. */
  readonly manifest?: Partial<Manifest>;
}

export async function openStore(options: StoreOptions = {}): Promise<StoreBench> {
  code ??= bundled();
  const clock = virtualClock(new Date("2026-11-24T00:00:00Z"));
  const bigQuery = createBigQuery({ now: () => clock.now(), projects: options.projects ?? { [PROJECT]: {} } });
  const manifest = {
    timeZone: "Asia/Tokyo",
    dependencies: { enabledAdvancedServices: [{ userSymbol: "BigQuery", serviceId: "bigquery", version: "v2" }] },
    ...options.manifest,
  };
  const host = createHost({
    ...openEngine(),
    bundle: { code: await code, html: {}, manifest },
    bigQuery,
    clock,
    fetch: () => Promise.reject(new Error("this test has no network")),
    ...(options.gate === undefined ? {} : { gate: options.gate }),
  });
  const run = (fn: string, ...args: readonly unknown[]) => host.run({ fn, args, user: OPERATOR, source: "run" });
  return {
    host,
    run,
    methods: bigQuery.methods,
    async call(name, ...args) {
      const { outcome, value, error } = await run(name, ...args);
      if (outcome !== "completed") throw new Error(`${outcome}: ${error?.message}`);
      return value as never;
    },
    async query(sql) {
      const answer = await bigQuery.methods["jobs.query"](OPERATOR, { query: sql, useLegacySql: false }, PROJECT);
      return (answer.rows ?? []).map(({ f = [] }) => f.map(({ v }) => v as unknown as string | null));
    },
    async [Symbol.asyncDispose]() {
      await host.close();
      await bigQuery.close();
    },
  };
}

/** 1 August 2026, a day of shipping. */
export const AUGUST = 46_235;

type Cells = SentRow["cells"];

export const shipmentRow = (orderNumber: string, cells: Cells = {}): SentRow => ({
  table: "shipments",
  orderNumber,
  key: `${orderNumber}\u001f1`,
  cells: { orderNumber, basketId: "1", shippedDay: AUGUST, batch: "first", ...cells },
});

export const lineRow = (orderNumber: string, cells: Cells = {}): SentRow => ({
  table: "lines",
  orderNumber,
  key: `${orderNumber}\u001f1\u001f1\u001fv`,
  cells: { orderNumber, basketId: "1", detailId: "1", variantId: "v", shippedDay: AUGUST, batch: "first", ...cells },
});
