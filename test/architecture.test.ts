import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/**
 * What each room of src/ may import beside itself (docs/architecture.md). `platform/ports.ts` holds types that the core is handed;
 * its adapters only actions.ts knows. Features lie under desk/, and what they decide with under their rules/.
 */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  core: [],
  shop: ["core"],
  rules: ["core", "shop"],
  platform: ["core"],
  workbook: ["core", "platform/ports.ts"],
  rms: ["core", "shop", "platform/ports.ts"],
  run: ["core", "shop", "rms", "workbook", "platform/ports.ts"],
  desk: ["core", "shop", "rms", "workbook", "run", "platform/ports.ts"],
  "main.ts": ["core", "desk", "rules", "actions.ts"],
  "actions.ts": ["desk", "run", "platform"],
};

const services =
  /\b(SpreadsheetApp|UrlFetchApp|PropertiesService|CacheService|LockService|Utilities|Session|ScriptApp|HtmlService|MailApp|Logger)\b|\bSheets\?\.|typeof BigQuery\b/;

const files = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => `${entry.parentPath}/${entry.name}`);

const importsOf = (path: string, source: string): string[] =>
  [...source.matchAll(/(?:from |require\()"(\.[^"]+)"/g)].map(([, target]) =>
    new URL(target!, `file:///${path}`).pathname.slice(1),
  );

const withoutComments = (source: string): string => source.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");

const isRule = (path: string): boolean => /^src\/desk\/\w[\w-]*\/rules\//.test(path);
const roomOf = (path: string): string => (isRule(path) ? "rules" : path.split("/")[1]!);

function isAllowed(room: string, target: string): boolean {
  if (!target.startsWith("src/")) return false;
  const allowed = [room, ...mayImport[room]!];
  return (
    allowed.includes(roomOf(target)) ||
    (room === "desk" && isRule(target)) ||
    allowed.some((one) => target === `src/${one}`)
  );
}

/** What a file of src/ uses that is not for its room: imports, and services of Apps Script. */
function straysIn(path: string, source: string): string[] {
  const room = roomOf(path);
  const imports = importsOf(path, source).filter((target) => !isAllowed(room, target));
  const mayCall = room === "platform" || room === "main.ts";
  return mayCall ? imports : [...imports, ...(services.exec(withoutComments(source))?.slice(0, 1) ?? [])];
}

test.each(files("src"))("%s keeps to its room", (path) => {
  expect(straysIn(path, readFileSync(path, "utf8"))).toEqual([]);
});

const isForPanels = (target: string): boolean => isRule(target) || ["core", "shop"].includes(roomOf(target));

const withoutTypes = (source: string): string => source.replace(/^import type [^;]*;$/gm, "");

test.each(files("sidebar"))("%s knows nothing of the add-on but its rules and types", (path) => {
  const imports = importsOf(path, withoutTypes(readFileSync(path, "utf8")));
  expect(imports.filter((target) => !target.startsWith("sidebar/") && !isForPanels(target))).toEqual([]);
});

test.each([
  [
    "a job of its own feature",
    'import { importShipments } from "../import-shipments.ts";',
    ["src/desk/shipments/import-shipments.ts"],
  ],
  ["a kit", 'import { fetchOrders } from "../../../rms/order/orders.ts";', ["src/rms/order/orders.ts"]],
  ["the workbench", 'export * from "../../../../workbench/workbench.ts";', ["workbench/workbench.ts"]],
  ["a file loaded later", 'require("../../../actions.ts")', ["src/actions.ts"]],
  ["a service", "UrlFetchApp.fetch(url)", ["UrlFetchApp"]],
  [
    "rules of another feature, or a comment that names a service",
    '// Utilities\nimport { a } from "../../stock/rules/a.ts";',
    [],
  ],
])("of a rule that uses %s the check sees exactly the strays", (_, source, strays) => {
  expect(straysIn("src/desk/shipments/rules/rule.ts", source)).toEqual(strays);
});

test.each([
  ["src/workbook/commit/book.ts", 'import { shipmentTable } from "../../desk/shipments/shipment-table.ts";'],
  ["src/rms/client/client.ts", 'import { openBook } from "../../workbook/commit/book.ts";'],
  ["src/run/run-job.ts", 'import { readMasters } from "../desk/masters/masters.ts";'],
  ["src/desk/stock/sync-stock.ts", 'import { gasHttp } from "../../platform/gas-http.ts";'],
])("%s may not %s", (path, source) => {
  expect(straysIn(path, source)).toHaveLength(1);
});
