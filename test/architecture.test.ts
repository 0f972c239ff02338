import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** What each room of src/ may import. `platform/ports.ts` holds types that the core is handed; its adapters only main knows. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  workbook: ["domain", "platform/ports.ts"],
  rms: ["domain", "platform/ports.ts"],
  platform: ["domain"],
  jobs: ["domain", "rms", "workbook", "platform/ports.ts"],
  "main.ts": ["jobs", "domain", "actions.ts"],
  "actions.ts": ["jobs", "platform"],
};

const services =
  /\b(SpreadsheetApp|UrlFetchApp|PropertiesService|CacheService|LockService|Utilities|Session|ScriptApp|HtmlService|MailApp|Logger)\b|\bSheets\?\./;

const files = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => `${entry.parentPath}/${entry.name}`);

const importsOf = (path: string): string[] =>
  [...readFileSync(path, "utf8").matchAll(/(?:from |require\()"(\.[^"]+)"/g)].map(([, target]) =>
    new URL(target!, `file:///${path}`).pathname.slice(1),
  );

const withoutComments = (source: string): string => source.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");

test.each(files("src"))("%s keeps to its layer", (path) => {
  const room = path.split("/")[1]!;
  const allowed = [room, ...(mayImport[room] ?? [])];
  const strays = importsOf(path).filter(
    (target) => !allowed.some((one) => target === `src/${one}` || target.startsWith(`src/${one}/`)),
  );
  expect(strays).toEqual([]);
  if (room !== "platform" && room !== "main.ts")
    expect(withoutComments(readFileSync(path, "utf8"))).not.toMatch(services);
});

test.each(files("sidebar"))("%s knows nothing of the add-on but its rules", (path) => {
  expect(
    importsOf(path).filter((target) => !target.startsWith("sidebar/") && !target.startsWith("src/domain/")),
  ).toEqual([]);
});

test("the check bites: a stray import and a service in the core would be seen", () => {
  expect(new URL("../../workbench/x.ts", "file:///src/domain/a.ts").pathname.slice(1).startsWith("src/")).toBe(false);
  expect("UrlFetchApp.fetch()").toMatch(services);
});
