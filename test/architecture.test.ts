import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** What each room of src/ may import. `platform/ports.ts` holds types that the core is handed; its adapters only actions.ts knows. */
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

const importsOf = (path: string, source: string): string[] =>
  [...source.matchAll(/(?:from |require\()"(\.[^"]+)"/g)].map(([, target]) =>
    new URL(target!, `file:///${path}`).pathname.slice(1),
  );

const withoutComments = (source: string): string => source.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");

/** What a file of src/ uses that is not for its room: imports, and services of Apps Script. */
function straysIn(path: string, source: string): string[] {
  const room = path.split("/")[1]!;
  const allowed = [room, ...(mayImport[room] ?? [])];
  const imports = importsOf(path, source).filter(
    (target) => !allowed.some((one) => target === `src/${one}` || target.startsWith(`src/${one}/`)),
  );
  const mayCall = room === "platform" || room === "main.ts";
  return mayCall ? imports : [...imports, ...(services.exec(withoutComments(source))?.slice(0, 1) ?? [])];
}

test.each(files("src"))("%s keeps to its layer", (path) => {
  expect(straysIn(path, readFileSync(path, "utf8"))).toEqual([]);
});

test.each(files("sidebar"))("%s knows nothing of the add-on but its rules", (path) => {
  const imports = importsOf(path, readFileSync(path, "utf8"));
  expect(imports.filter((target) => !target.startsWith("sidebar/") && !target.startsWith("src/domain/"))).toEqual([]);
});

test.each([
  ["an upper room", 'import { runJob } from "../jobs/run.ts";', ["src/jobs/run.ts"]],
  ["the workbench", 'export * from "../../workbench/workbench.ts";', ["workbench/workbench.ts"]],
  ["a file loaded later", 'require("../actions.ts")', ["src/actions.ts"]],
  ["a service", "UrlFetchApp.fetch(url)", ["UrlFetchApp"]],
  ["its own room, or a comment that names a service", '// Utilities\nimport { a } from "./a.ts";', []],
])("of a rule that uses %s the check sees exactly the strays", (_, source, strays) => {
  expect(straysIn("src/domain/rule.ts", source)).toEqual(strays);
});
