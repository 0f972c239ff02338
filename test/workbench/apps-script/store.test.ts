import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { readBundle } from "../../../workbench/apps-script/bundle.ts";
import { realClock } from "../../../workbench/apps-script/clock.ts";
import { hostFile } from "../../../workbench/apps-script/store.ts";
import { OPERATOR, openHost, returned } from "./script-host.ts";

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "apps-script-"));
  onTestFinished(() => rmSync(path, { recursive: true }));
  return path;
}

const script = `
  function write() {
    PropertiesService.getUserProperties().setProperty("licence", "L1");
    CacheService.getScriptCache().put("genre", "本", 600);
    ScriptApp.newTrigger("tick").timeBased().everyHours(1).create();
  }
  function read() { return [PropertiesService.getUserProperties().getProperty("licence"),
    CacheService.getScriptCache().get("genre"), ScriptApp.getProjectTriggers().length]; }
  function tick() {}`;

test("properties, cache and triggers survive a restart of the host", async () => {
  const store = hostFile(join(folder(), "host.json"));
  const before = openHost(script, { store });
  await before.run({ fn: "write", user: OPERATOR, source: "menu" });
  await before.close();
  await using after = openHost(script, { store });
  expect(returned(await after.run({ fn: "read", user: OPERATOR, source: "run" }))).toEqual(["L1", "本", 1]);
  expect(await after.advance(60 * 60_000)).toHaveLength(1);
});

test("the state is on disk soon after a change, and no half-written file beside it", async () => {
  const path = folder();
  await using host = openHost(script, { store: hostFile(join(path, "deep", "host.json")) });
  await host.run({ fn: "write", user: OPERATOR, source: "menu" });
  await new Promise(setImmediate);
  expect(readdirSync(join(path, "deep"))).toEqual(["host.json"]);
});

test.each([
  "{",
  "",
  "null",
  "[]",
  "{}",
  '{"properties":5,"cache":[],"triggers":[],"enabled":true}',
  '{"properties":{"user:a":{"key":1}},"cache":[],"triggers":[],"enabled":true}',
  '{"properties":{},"cache":[],"triggers":[null],"enabled":true}',
])("a file that holds %j is named, not overwritten", (text) => {
  const path = join(folder(), "host.json");
  writeFileSync(path, text);
  expect(() => hostFile(path).load()).toThrow(
    `${path} cannot be read: it is cut short, or not the workbench's. Delete it to start afresh.`,
  );
  expect(readFileSync(path, "utf8")).toBe(text);
});

test("what a script has written down is on disk before it goes on", async () => {
  const path = join(folder(), "host.json");
  const seen: boolean[] = [];
  const fetch = async () => {
    seen.push(readFileSync(path, "utf8").includes("about to send"));
    return { status: 200, headers: [], body: new Uint8Array() };
  };
  const send = `function send() { for (const n of [1, 2]) {
    PropertiesService.getDocumentProperties().setProperty("note", "about to send " + n);
    UrlFetchApp.fetch("https://shop.example/"); } }`;
  await using host = openHost(send, { store: hostFile(path), fetch });
  await host.run({ fn: "send", user: OPERATOR, source: "menu" });
  expect(seen).toEqual([true, true]);
});

test("on a real clock triggers fire by themselves", async () => {
  await using host = openHost(
    "function set() { ScriptApp.newTrigger('f').timeBased().after(30).create(); } function f() {}",
    {
      clock: realClock(),
    },
  );
  const fired = new Promise((resolve) => host.onExecution(({ fn }) => fn === "f" && resolve(fn)));
  await host.run({ fn: "set", user: OPERATOR, source: "menu" });
  expect(await fired).toBe("f");
});

test("a built folder is read as clasp would push it", () => {
  const path = folder();
  const files = {
    "b.js": "second",
    "a.gs": "first",
    "Panel.html": "<p>",
    "appsscript.json": '{"timeZone":"Asia/Tokyo"}',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text);
  expect(readBundle(path)).toEqual({
    code: "first\nsecond",
    html: { Panel: "<p>" },
    manifest: { timeZone: "Asia/Tokyo" },
  });
  expect(() => readBundle(folder())).toThrow("holds no script file. Run the build first.");
});

test("one process runs scripts of one time zone", () => {
  openHost("");
  expect(() => openHost("", { bundle: { manifest: { timeZone: "Etc/UTC" } } })).toThrow(
    "this process runs scripts in Asia/Tokyo, so none in Etc/UTC",
  );
});
