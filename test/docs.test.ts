import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const FOLDERS = /`((?:src|sidebar|workbench|test|bench|docs|scripts)\/[^`\s]*)`/g;

test.each([
  "docs/architecture.md",
  "docs/bigquery.md",
  "docs/races.md",
  "docs/rms-uncertain.md",
  "docs/security.md",
  "README.md",
])("every path that %s names exists", (page) => {
  const named = [...readFileSync(page, "utf8").matchAll(FOLDERS)].map(([, path]) => path!);
  expect(named).not.toEqual([]);
  expect(named.filter((path) => !existsSync(path))).toEqual([]);
});

test("README points to the architecture, and both to who can reach what", () => {
  expect(readFileSync("README.md", "utf8")).toContain("(docs/architecture.md)");
  expect(readFileSync("README.md", "utf8")).toContain("(docs/security.md)");
  expect(readFileSync("docs/architecture.md", "utf8")).toContain("(security.md)");
});
