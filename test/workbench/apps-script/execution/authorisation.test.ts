import { expect, test } from "vitest";
import type { Source } from "../../../../workbench/apps-script/execution/protocol.ts";
import { evaluate, manifest, OPERATOR, openHost, STAFF } from "../script-host.ts";

const google = "https://www.googleapis.com/auth";

/** Calls each service once and gives what it says, or that all is well. */
const probes = `
  const attempt = (call) => { try { call(); return "allowed"; } catch (error) { return error.message; } };
  const probe = (name) => attempt({
    menu: () => SpreadsheetApp.getUi().createMenu("m").addItem("i", "f").addToUi(),
    document: () => SpreadsheetApp.getActiveSpreadsheet().getName(),
    properties: () => PropertiesService.getDocumentProperties().getKeys(),
    fetch: () => UrlFetchApp.fetch("https://shop.example/"),
    sidebar: () => SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput("")),
    sheets: () => Sheets.Spreadsheets.get(SpreadsheetApp.getActive().getId(), { fields: "spreadsheetId" }),
    triggers: () => ScriptApp.getProjectTriggers(),
    time: () => Utilities.formatDate(new Date(), "JST", "yyyy"),
  }[name]);
  const all = () => ["menu", "document", "properties", "fetch", "sidebar", "sheets", "triggers", "time"].map(probe);
  const logAll = () => console.log(JSON.stringify(all()));
  function onOpen() { logAll(); }
  function onEdit() { logAll(); }
  function full() { logAll(); }`;

const fetch = async () => ({ status: 200, headers: [], body: new Uint8Array() });

async function probed(source: Source, deployment: "bound" | "add-on"): Promise<string[]> {
  await using host = openHost(probes, { deployment, fetch });
  const fn = { open: "onOpen", edit: "onEdit" }[source as string] ?? "full";
  const { log } = await host.run({ fn, user: STAFF, source });
  return JSON.parse(log[0]!.message) as string[];
}

const denied = (name: string, scope: string) =>
  `You do not have permission to call ${name}. Required permissions: ${google}/${scope}`;
const document = `(${google}/spreadsheets.currentonly || ${google}/spreadsheets)`;

test("a menu may use everything", async () => {
  expect(await probed("menu", "bound")).toEqual(Array(8).fill("allowed"));
});

test("onOpen and onEdit of a bound script reach the document, but no service that needs consent", async () => {
  const limited = [
    ...["allowed", "allowed", "allowed"],
    denied("UrlFetchApp.fetch", "script.external_request"),
    denied("Ui.showSidebar", "script.container.ui"),
    `You do not have permission to call Sheets.Spreadsheets.get. Required permissions: (${google}/drive || ${google}/drive.file || ${google}/spreadsheets)`,
    denied("ScriptApp.getProjectTriggers", "script.scriptapp"),
    "allowed",
  ];
  expect(await probed("open", "bound")).toEqual(limited);
  expect(await probed("edit", "bound")).toEqual(limited);
});

test("an add-on not yet used in a document may only add its menu", async () => {
  const [menu, book, properties, ...rest] = await probed("open", "add-on");
  expect([menu, book, properties]).toEqual([
    "allowed",
    `You do not have permission to call SpreadsheetApp.getActiveSpreadsheet. Required permissions: ${document}`,
    "You do not have permission to call PropertiesService.getDocumentProperties",
  ]);
  expect(rest.at(-1)).toBe("allowed");
  expect(rest.slice(0, -1).every((answer) => answer.startsWith("You do not have permission"))).toBe(true);
});

test("once an add-on was used in a document, its onOpen reaches it", async () => {
  await using host = openHost(`${probes} function mode(e) { console.log(String(e.authMode)); }`, {
    deployment: "add-on",
    fetch,
  });
  const mode = async () => {
    const { log } = await host.run({ fn: "mode", user: STAFF, source: "open" });
    return log[0]?.message;
  };
  expect(await mode()).toBe("NONE");
  await host.run({ fn: "full", user: OPERATOR, source: "menu" });
  expect(await mode()).toBe("LIMITED");
});

test("a service call at top level takes the menu with it", async () => {
  await using host = openHost("const keys = PropertiesService.getUserProperties().getKeys(); function onOpen() {}", {
    deployment: "add-on",
  });
  expect((await host.run({ fn: "onOpen", user: STAFF, source: "open" })).outcome).toBe("failed");
});

test("a scope that the manifest leaves out is missing in every mode", async () => {
  const bundle = { manifest: { ...manifest, oauthScopes: [`${google}/spreadsheets`] } };
  await expect(evaluate("UrlFetchApp.fetch('https://shop.example/')", { bundle })).rejects.toThrow(
    `Specified permissions are not sufficient to call UrlFetchApp.fetch. Required permissions: ${google}/script.external_request`,
  );
  await expect(evaluate("Session.getActiveUser()", { bundle })).rejects.toThrow(`${google}/userinfo.email`);
  expect(await evaluate("return SpreadsheetApp.getActive().getName()", { bundle })).toBe("出荷シート");
});

test("who runs the script is known in full mode alone", async () => {
  await using host = openHost(`function f() {
    console.log(Session.getActiveUser().getEmail() + "/" + Session.getEffectiveUser().getEmail()); }`);
  const emails = await Promise.all(
    (["menu", "run", "trigger", "open"] as const).map(async (source) => {
      const { log } = await host.run({ fn: "f", user: STAFF, source });
      return log[0]?.message;
    }),
  );
  expect(emails).toEqual([`${STAFF}/${STAFF}`, `${STAFF}/${STAFF}`, `${STAFF}/${STAFF}`, "/"]);
});

test("a user's temporary key stays for 30 days and tells users apart", async () => {
  await using host = openHost(
    "function key(days) { Utilities.sleep(days); return Session.getTemporaryActiveUserKey(); }",
  );
  const key = async (user: string) => (await host.run({ fn: "key", args: [0], user, source: "run" })).value;
  const first = await key(STAFF);
  expect([(await key(STAFF)) === first, (await key(OPERATOR)) === first]).toEqual([true, false]);
  await host.advance(31 * 24 * 60 * 60_000);
  expect(await key(STAFF)).not.toBe(first);
});

test("the session tells the script's zone and the person's language", async () => {
  expect(await evaluate("return [Session.getScriptTimeZone(), Session.getActiveUserLocale()]")).toEqual([
    "Asia/Tokyo",
    "ja",
  ]);
});
