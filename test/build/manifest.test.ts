import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { scopesFor } from "../../workbench/apps-script/execution/authorisation.ts";
import { serviceCalls } from "./service-calls.ts";

const manifest = JSON.parse(readFileSync("dist/appsscript.json", "utf8")) as {
  oauthScopes: string[];
  urlFetchWhitelist: string[];
  dependencies: { enabledAdvancedServices: { userSymbol: string }[] };
};
const code = readFileSync("dist/Code.js", "utf8");
const calls = serviceCalls(["src/main.ts", "src/actions.ts"]);

/**
 * Classes of which no method that Google documents asks for a scope of its own: what holds nobody's data, and what is
 * had only from a method that asked already.
 */
const FREE = new RegExp(
  `^(${[
    ...["Utilities", "PropertiesService", "Properties", "CacheService", "Cache", "LockService", "Lock"],
    ...["HtmlService", "HtmlOutput", "Menu", "PromptResponse", "Blob", "HTTPResponse", "User", "Logger", "Console"],
    ...["Spreadsheet", "Sheet", "Range", "Trigger", "TriggerBuilder", "ClockTriggerBuilder", "AuthorizationInfo"],
    ...["console", "Session.getScriptTimeZone", "SpreadsheetApp.getUi", "SpreadsheetApp.flush"],
    ...["Ui.alert", "Ui.prompt", "Ui.createMenu", "Ui.createAddonMenu", "ScriptApp.getAuthorizationInfo"],
    ...["ScriptApp.getScriptId"],
  ].join("|")})(\\.|$)`,
);

test("what Google asks people to allow is what the code calls: nothing is missing, and nothing could be left out", () => {
  expect(calls.length).toBeGreaterThan(20);
  const needs = calls.map((call) => ({ call, any: scopesFor(call) })).filter(({ any }) => any.length > 0);
  const covers = (scopes: readonly string[]) =>
    needs.filter(({ any }) => !any.some((scope) => scopes.includes(scope))).map(({ call }) => call);
  expect(covers(manifest.oauthScopes)).toEqual([]);
  const spare = manifest.oauthScopes.filter(
    (scope) => covers(manifest.oauthScopes.filter((other) => other !== scope)).length === 0,
  );
  expect(spare).toEqual([]);
  expect(new Set(manifest.oauthScopes).size).toBe(manifest.oauthScopes.length);
});

test("of every call it is known whether it needs a scope", () => {
  expect(calls.filter((call) => scopesFor(call).length === 0 && !FREE.test(call))).toEqual([]);
});

test("an advanced service is switched on if the code calls it, and not otherwise", () => {
  const switchedOn = manifest.dependencies.enabledAdvancedServices.map(({ userSymbol }) => userSymbol);
  const called = ["Sheets", "BigQuery"].filter((service) => calls.some((call) => call.startsWith(`${service}.`)));
  expect(switchedOn.sort()).toEqual(called.sort());
});

test("an address that may be fetched is one that the code knows, in the form that Google wants", () => {
  for (const entry of manifest.urlFetchWhitelist) {
    // https, a whole domain and a path, which may be a slash alone (manifest/allowlist-url).
    expect(entry).toMatch(/^https:\/\/[a-z0-9-]+(\.[a-z0-9-]+)+\/(\S*\/)?$/);
    // With the path where the host is shared by others than its owner; in the bundle with or without escaped slashes.
    const { host } = new URL(entry);
    expect(code.replaceAll("\\", "")).toContain(host);
  }
});
