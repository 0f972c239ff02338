import { afterEach, expect, test } from "vitest";
import type { SettingsView } from "../../../src/desk/settings/rules/settings-form.ts";
import { readBundle } from "../../../workbench/apps-script/bundle.ts";
import { virtualClock } from "../../../workbench/apps-script/clock.ts";
import type { Execution } from "../../../workbench/apps-script/execution/execution.ts";
import { createHost } from "../../../workbench/apps-script/host.ts";
import type { HostState } from "../../../workbench/apps-script/store.ts";
import { directTransport } from "../../../workbench/apps-script/transport.ts";
import { SANDBOX_KEYS } from "../../../workbench/rms/sandbox.ts";
import { OPERATOR, STAFF } from "../../../workbench/workbench.ts";
import { type Desk, type DeskOptions, NOW, openDesk } from "../../support/desk.ts";

type Spreadsheet = GoogleAppsScript.Sheets.Schema.Spreadsheet;

let desk: Desk;
const executions: Execution[] = [];
async function open(options: DeskOptions = {}): Promise<void> {
  executions.length = 0;
  desk = await openDesk(options);
  desk.workbench.host.onExecution((execution) => executions.push(execution));
}
afterEach(() => desk.close());

const { serviceSecret, licenseKey } = SANDBOX_KEYS;
const pair = Buffer.from(`${serviceSecret}:${licenseKey}`).toString("base64");
/** The keys in every form in which they are sent, whole and in halves. */
const secrets = [
  serviceSecret,
  licenseKey,
  pair,
  "sandboxSecret",
  "sandboxLicense",
  pair.slice(0, 24),
  pair.slice(-24),
];
const found = (text: string): string[] => secrets.filter((secret) => text.includes(secret));

/** Everything of every spreadsheet: cells, notes, formats, metadata. */
function spreadsheets(): string {
  const { sheets } = desk.workbench;
  return sheets
    .spreadsheetIds()
    .map((id) => {
      const path = `/v4/spreadsheets/${id}?includeGridData=true`;
      return JSON.stringify(sheets.handle({ method: "GET", path, user: OPERATOR }).body);
    })
    .join("\n");
}

/** All that people other than the operator, or a reader of logs, could ever see. */
function visible(): Record<string, string> {
  const { host } = desk.workbench;
  return {
    spreadsheets: spreadsheets(),
    documentProperties: JSON.stringify(host.documentProperties()),
    scriptProperties: JSON.stringify(host.scriptProperties()),
    staffProperties: JSON.stringify(host.userProperties(STAFF)),
    mail: JSON.stringify(host.mail()),
    shown: JSON.stringify(desk.ui.shown),
    values: JSON.stringify(executions.map(({ value }) => value)),
    errors: JSON.stringify(executions.map(({ error }) => error)),
    logs: JSON.stringify(executions.map(({ log }) => log)),
    triggers: JSON.stringify(host.triggers()),
  };
}

/** A day with everything in it that touches the keys, and everything that can go wrong with them. */
async function busyDay(): Promise<void> {
  await desk.run("showSettings");
  await desk.run("loadSettings");
  await desk.run("checkConnection");
  await desk.run("showConnection");
  await desk.importShipments();
  await desk.run("importShipments", STAFF);
  for (const fn of ["loadSettings", "checkConnection", "deleteKeys", "showSettings"]) await desk.run(fn, STAFF);
  await desk.passes(1);
  desk.faults.next(
    "*",
    { status: 401 },
    { transport: "reset" },
    { malformed: true },
    { status: 500 },
    { transport: "cut" },
  );
  await desk.run("checkConnection");
  desk.faults.next("searchOrder", ...Array(4).fill({ transport: "reset" }));
  await desk.run("importShipments");
  desk.shop.expireAt(new Date("2026-11-24T23:59:59+09:00"));
  await desk.passes(2);
  await desk.run("checkConnection");
  await desk.passes(24 * 60);
  await desk.run("checkConnection");
  await desk.run("importShipments");
  await desk.run("saveSettings", undefined, [{ keys: { serviceSecret: licenseKey, licenseKey: serviceSecret } }]);
  await desk.run("saveSettings", undefined, [{ settings: { periodDays: 99 }, keys: SANDBOX_KEYS }]);
}

test("after a busy day with every kind of failure, the keys lie with the operator and nowhere else", async () => {
  await open({ drawn: 20 });
  await busyDay();
  for (const [place, text] of Object.entries(visible())) expect([place, found(text)]).toEqual([place, []]);
  expect(found(JSON.stringify(desk.workbench.host.userProperties(OPERATOR)))).toContain(licenseKey);
  expect(executions.length).toBeGreaterThan(15);
  expect(desk.workbench.host.mail().length).toBeGreaterThan(0);
});

test("the search for keys bites: one in a cell, a property or a log would be found", async () => {
  await open();
  desk.types("支払方法マスタ", "9", "連携対象支払方法ステータス", `x${licenseKey}`);
  expect(found(visible().spreadsheets ?? "")).toContain(licenseKey);
  expect(found(`"Authorization":"ESA ${pair}"`)).toContain(pair);
});

test("another person's execution neither reads the keys nor calls Rakuten with them", async () => {
  await open({ drawn: 5 });
  const before = new Map(desk.workbench.sandbox.calls);
  expect((await desk.run("loadSettings", STAFF)).value).toMatchObject({ serviceSecret: null, licenseKey: null });
  expect((await desk.run("checkConnection", STAFF)).value).toMatchObject({ checked: false });
  expect(await desk.importShipments(STAFF)).toMatchObject({ message: expect.stringContaining("だけが実行できます") });
  expect(desk.workbench.sandbox.calls).toEqual(before);
});

test("the panel itself is the same file for everybody, with no key in it", async () => {
  await open();
  await desk.run("showSettings");
  await desk.run("showSettings", STAFF);
  const pages = desk.ui.shown.flatMap((shown) => (shown.kind === "sidebar" ? [shown.html] : []));
  expect(pages).toHaveLength(2);
  expect(pages[0]).toBe(pages[1]);
  expect(found(pages.join())).toEqual([]);
});

test("a copy of the spreadsheet carries no keys, even for the operator whose own they are", async () => {
  await open({ drawn: 5 });
  await busyDay();
  const { host, spreadsheetId } = copied();
  expect(spreadsheetId).not.toBe(desk.workbench.spreadsheetId);
  const run = async (fn: string) => (await host.run({ fn, user: OPERATOR, source: "menu" })).value;
  const before = new Map(desk.workbench.sandbox.calls);
  const view = (await run("loadSettings")) as SettingsView;
  expect(view).toMatchObject({ serviceSecret: null, licenseKey: null, operator: "", check: null });
  expect(view.targets).toHaveLength(desk.rows("支払方法マスタ").length);
  expect(await run("checkConnection")).toMatchObject({ checked: false });
  expect(await run("importShipments")).toMatchObject({ remedy: "fix" });
  expect(desk.workbench.sandbox.calls).toEqual(before);
  await host.close();
});

/** The operator copies the file: the same cells and metadata under a new id, for the same add-on and the same person. */
function copied() {
  const { sheets, spreadsheetId: original, host } = desk.workbench;
  const path = `/v4/spreadsheets/${original}?includeGridData=true`;
  const book = sheets.handle({ method: "GET", path, user: OPERATOR }).body as Spreadsheet;
  const { title = "", locale, timeZone } = book.properties ?? {};
  const body = {
    properties: { title: `${title} のコピー`, locale, timeZone },
    developerMetadata: book.developerMetadata?.map(({ metadataKey, metadataValue, location, visibility }) => ({
      metadataKey,
      metadataValue,
      visibility,
      location: { spreadsheet: location?.spreadsheet },
    })),
    sheets: book.sheets?.map(({ properties, data }) => ({
      properties: {
        sheetId: properties?.sheetId,
        title: properties?.title,
        index: properties?.index,
        gridProperties: properties?.gridProperties,
      },
      data: data?.map(({ rowData }) => ({
        rowData: rowData?.map(({ values }) => ({
          values: values?.map(({ userEnteredValue, note }) => ({ userEnteredValue, note })),
        })),
      })),
    })),
  };
  const made = sheets.handle({ method: "POST", path: "/v4/spreadsheets", body, user: OPERATOR });
  if (made.status !== 200) throw new Error(JSON.stringify(made.body));
  const { spreadsheetId } = made.body as { spreadsheetId: string };
  const copy = hostOver(spreadsheetId, { [`user:${OPERATOR}`]: host.userProperties(OPERATOR) }, () => {});
  expect(found(JSON.stringify(copy.userProperties(OPERATOR)))).toContain(licenseKey);
  return { host: copy, spreadsheetId };
}

test("the cache holds no key either", async () => {
  await open({ drawn: 5 });
  const saved: HostState[] = [];
  const { host, spreadsheetId } = desk.workbench;
  const properties = {
    [`user:${OPERATOR}`]: host.userProperties(OPERATOR),
    [`document:${spreadsheetId}`]: host.documentProperties(),
  };
  const second = hostOver(spreadsheetId, properties, (state) => saved.push(state));
  for (const fn of ["importShipments", "checkConnection", "loadSettings"])
    expect(await second.run({ fn, user: OPERATOR, source: "menu" })).toMatchObject({ outcome: "completed" });
  await second.close();
  const { cache = [], properties: kept = {} } = saved.at(-1) ?? {};
  expect(cache.length).toBeGreaterThan(0);
  expect(found(JSON.stringify(cache))).toEqual([]);
  expect(found(JSON.stringify({ ...kept, [`user:${OPERATOR}`]: {} }))).toEqual([]);
});

/** Another Apps Script over the same spreadsheets and the same shop, with what is stored given and seen. */
const hostOver = (spreadsheetId: string, properties: HostState["properties"], save: (state: HostState) => void) =>
  createHost({
    bundle: readBundle("dist"),
    sheets: desk.workbench.sheets,
    spreadsheetId,
    clock: virtualClock(NOW),
    fetch: directTransport({ "https://api.rms.rakuten.co.jp": desk.workbench.sandbox.handle }),
    store: { load: () => ({ properties, cache: [], triggers: [], enabled: true }), save },
  });
