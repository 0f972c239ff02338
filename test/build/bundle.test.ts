import { readFileSync } from "node:fs";
import { type Context, createContext, Script } from "node:vm";
import gas from "gas-local";
import ts from "typescript";
import { expect, test } from "vitest";
import { actions } from "../../src/actions.ts";
import { jobNames } from "../../src/desk/job-names.ts";
import { jobs } from "../../src/desk/jobs.ts";
import { firstStep, type MenuEntry, menu, staffMenu } from "../../src/desk/menu.ts";

const code = readFileSync("dist/Code.js", "utf8");
const source = readFileSync("src/main.ts", "utf8");
const entryPoints = [...source.matchAll(/^global\.(\w+) =/gm)].map(([, name]) => name!);

/** Functions named by menus, and those that panels may call: the compiler lets them name no others. */
const itemsIn = (entries: readonly MenuEntry[]): Exclude<MenuEntry, "line" | { entries: unknown }>[] =>
  entries.flatMap((entry) => (entry === "line" ? [] : "entries" in entry ? itemsIn(entry.entries) : [entry]));
const items = itemsIn([firstStep, ...menu, ...staffMenu]);
const called = [...items.map(({ fn }) => fn), ...Object.keys(actions)];

const functionsOf = (context: Context): string[] =>
  Object.keys(context).filter((name) => typeof context[name] === "function");

test("the bundle loads in a bare context, where no service answers, and offers its entry points and nothing else", () => {
  const context = createContext({});
  new Script(code).runInContext(context);
  expect(functionsOf(context).sort()).toEqual([...entryPoints].sort());
});

test("what every execution runs builds no schema: that is left to the call that needs one", () => {
  const context = createContext({});
  new Script(code).runInContext(context);
  expect(code).toContain("__zod_globalConfig");
  expect(context).not.toHaveProperty("__zod_globalConfig");
});

const pages = ["Confirm-orders", "Preview", "Products", "Report", "Report-csv", "Settings", "Stock-update"].map(
  (name) => `${name}.html`,
);

test.each(["Code.js", ...pages])("%s makes no code at run time", (file) => {
  expect(readFileSync(`dist/${file}`, "utf8")).not.toMatch(/\b(eval|Function)\b/);
});

test("a loader that is not ours finds the same functions", () => {
  const loaded = gas.require("./dist") as Context;
  expect(entryPoints.filter((name) => typeof loaded[name] !== "function")).toEqual([]);
});

test("every function that a menu or a panel names is there, and Google's editor can see it", () => {
  expect(called.length).toBeGreaterThan(3);
  expect(called.filter((name) => !new RegExp(`^function ${name}\\(`, "m").test(code))).toEqual([]);
});

test("a menu item, an action and a function that Google sees are one name, and nothing is offered beside them", () => {
  const opening = [
    "onOpen",
    "onInstall",
    "showBreakdown",
    "showConfirmOrders",
    "showPreview",
    "showProductImport",
    "showReport",
    "showReportCsv",
    "showStockDownload",
    "showStockUpdate",
    "showSettings",
  ];
  expect([...entryPoints].sort()).toEqual([...opening, ...Object.keys(actions)].sort());
});

test("the function that starts a job has the job's name, and the menu item that leads to it the job's title", () => {
  expect(jobs.map(({ name }) => name)).toEqual(jobNames);
  const started = jobs.map(({ name }) => name.replace(/-./g, (part) => part[1]!.toUpperCase()));
  expect(Object.keys(actions)).toEqual(expect.arrayContaining(started));
  expect(items.map(({ caption }) => caption)).toEqual(expect.arrayContaining(jobs.map(({ title }) => title)));
});

test("the bundle holds no syntax newer than Apps Script takes", () => {
  const file = ts.createSourceFile("Code.js", code, ts.ScriptTarget.ES2020, true, ts.ScriptKind.JS);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyDeclaration(node) || ts.isPrivateIdentifier(node) || ts.isClassStaticBlockDeclaration(node))
      found.push(node.getText().slice(0, 60));
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) found.push(node.getText().slice(0, 60));
    ts.forEachChild(node, visit);
  };
  visit(file);
  expect(found).toEqual([]);
  expect((file as unknown as { parseDiagnostics: unknown[] }).parseDiagnostics).toEqual([]);
});

test("the bundle uses no global that Apps Script lacks", () => {
  const lacking = [
    "URL",
    "URLSearchParams",
    "TextEncoder",
    "TextDecoder",
    "setTimeout",
    "setInterval",
    "structuredClone",
    "fetch",
    "crypto",
    "process",
    "Buffer",
    "atob",
    "btoa",
    "queueMicrotask",
    "window",
    "document",
    "require",
  ];
  expect(freeNames(code).filter((name) => lacking.includes(name))).toEqual([]);
});

test("the check for lacking globals bites", () => {
  expect(freeNames("const a = 1; (() => new URL(a))(); function f(setTimeout) { return setTimeout; }")).toContain(
    "URL",
  );
});

/** Names that are used as variables and declared nowhere in the file. */
function freeNames(text: string): string[] {
  const file = ts.createSourceFile("a.js", text, ts.ScriptTarget.ES2020, true, ts.ScriptKind.JS);
  const declared = new Set<string>();
  const used = new Set<string>();
  const visit = (node: ts.Node): void => {
    const { parent } = node;
    if (ts.isIdentifier(node)) {
      const declares =
        (ts.isVariableDeclaration(parent) ||
          ts.isParameter(parent) ||
          ts.isFunctionDeclaration(parent) ||
          ts.isFunctionExpression(parent) ||
          ts.isClassDeclaration(parent) ||
          ts.isClassExpression(parent) ||
          ts.isBindingElement(parent)) &&
        parent.name === node;
      const member =
        (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
        (ts.isPropertyAssignment(parent) && parent.name === node) ||
        (ts.isBindingElement(parent) && parent.propertyName === node) ||
        ts.isMethodDeclaration(parent) ||
        ts.isLabeledStatement(parent) ||
        ts.isGetAccessor(parent) ||
        ts.isSetAccessor(parent);
      if (declares) declared.add(node.text);
      else if (!member && !ts.isTypeOfExpression(parent)) used.add(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return [...used].filter((name) => !declared.has(name));
}

test.each([
  ["Settings", 92_000],
  ["Preview", 60_000],
  ["Report", 60_000],
  ["Report-csv", 60_000],
  ["Confirm-orders", 60_000],
  // It reads CSV and judges products by itself, and names ways into the menu.
  ["Products", 98_000],
])("the panel %s is one small file that loads nothing and holds no scriptlet", (panel, most) => {
  const html = readFileSync(`dist/${panel}.html`, "utf8");
  expect(html).not.toMatch(/<\?|<link|src="|https?:\/\/(?!www\.w3\.org)/);
  expect(html).not.toMatch(/ on\w+="/);
  expect(Buffer.byteLength(html)).toBeLessThanOrEqual(most);
});

test("the bundle stays small, since every execution parses it", () => {
  console.log(`bundle: ${Math.round(Buffer.byteLength(code) / 1000)} KB`);
  // `npm run bench` measures what this stands for: a cold evaluation of 20 ms at most.
  expect(Buffer.byteLength(code)).toBeLessThanOrEqual(564_000);
});
