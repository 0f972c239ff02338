import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const text = readFileSync("dist/THIRD-PARTY-LICENSES.txt", "utf8");
const named = [...text.matchAll(/^(\S+) \d+\.\d+\.\d+\n\n/gm)].map(([, name]) => name!);

test("the project has the licence that its package.json names", () => {
  const { license } = JSON.parse(readFileSync("package.json", "utf8")) as { license: string };
  expect(license).toBe("MIT");
  expect(readFileSync("LICENSE", "utf8")).toMatch(/^MIT License\n\nCopyright \(c\) \d{4} /);
});

test("dist holds the licence of every package that the add-on is made of, each with its text", () => {
  const { dependencies } = JSON.parse(readFileSync("package.json", "utf8")) as { dependencies: Record<string, string> };
  expect(named).toEqual(expect.arrayContaining([...Object.keys(dependencies), "@holiday-jp/holiday_jp"].sort()));
  for (const part of text.split(/^-{80}$/m).slice(1)) {
    expect(part).toMatch(/Copyright \(c\)/i);
    expect(part).toMatch(/Permission is hereby granted/);
  }
});

test("no package that only builds or tests the add-on is named as part of it", () => {
  expect(named.filter((name) => /esbuild|vitest|typescript|univer|^react/.test(name))).toEqual([]);
});

test("clasp uploads nothing of it: only scripts, pages and the manifest have an ending that it takes", () => {
  const taken = readdirSync("dist").filter((name) => /\.(js|gs|ts|html|json)$/.test(name));
  expect(taken.length).toBeGreaterThan(5);
  expect(taken.filter((name) => /licen[cs]e/i.test(name))).toEqual([]);
});
