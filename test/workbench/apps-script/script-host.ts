import type { Bundle, Manifest } from "../../../workbench/apps-script/bundle.ts";
import { virtualClock } from "../../../workbench/apps-script/clock.ts";
import type { Execution } from "../../../workbench/apps-script/execution/execution.ts";
import { createHost, type Host, type HostOptions } from "../../../workbench/apps-script/host.ts";
import { OPERATOR, STAFF } from "../../../workbench/people.ts";
import { createSheetsEngine, type SheetsEngine } from "../../../workbench/sheets/engine.ts";

export const START = new Date("2026-11-24T00:00:00Z");
export { OPERATOR, STAFF } from "../../../workbench/people.ts";

/** An engine with one empty spreadsheet of the operator's that staff may edit. */
export function openEngine(): { readonly sheets: SheetsEngine; readonly spreadsheetId: string } {
  const sheets = createSheetsEngine({ now: () => START });
  const properties = { title: "出荷シート", locale: "ja_JP", timeZone: "Asia/Tokyo" };
  const body = { properties, sheets: [{ properties: { sheetId: 0, title: "出荷リスト" } }] };
  const created = sheets.handle({ method: "POST", path: "/v4/spreadsheets", body, user: OPERATOR });
  const { spreadsheetId } = created.body as { spreadsheetId: string };
  sheets.share(spreadsheetId, STAFF, "writer");
  return { sheets, spreadsheetId };
}

export const manifest: Manifest = {
  timeZone: "Asia/Tokyo",
  runtimeVersion: "V8",
  dependencies: { enabledAdvancedServices: [{ userSymbol: "Sheets", serviceId: "sheets", version: "v4" }] },
};

export const bundle = (code: string, more: Partial<Bundle> = {}): Bundle => ({ code, html: {}, manifest, ...more });

type Options = Partial<Omit<HostOptions, "bundle">> & { readonly bundle?: Partial<Bundle> };

/** A host for a script written in the test; close it afterwards with `await using`. */
export function openHost(code: string, { bundle: more, ...options }: Options = {}): Host & AsyncDisposable {
  const host = createHost({
    ...openEngine(),
    fetch: () => Promise.reject(new Error("this test has no network")),
    clock: virtualClock(START),
    seed: 1,
    ...options,
    bundle: bundle(code, more),
  });
  return { ...host, [Symbol.asyncDispose]: () => host.close() };
}

/** Runs one body as the operator from a sidebar and gives what it returns; fails with the script's own error. */
export async function evaluate(body: string, options: Options = {}): Promise<unknown> {
  const host = openHost(`function main() { ${body} }`, options);
  try {
    return returned(await host.run({ fn: "main", user: OPERATOR, source: "run" }));
  } finally {
    await host.close();
  }
}

export function returned(execution: Execution): unknown {
  if (execution.outcome === "completed") return execution.value;
  throw new Error(`${execution.outcome}: ${execution.error?.name}: ${execution.error?.message}`);
}
