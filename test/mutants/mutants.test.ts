import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { suspects } from "./judge.ts";
import { planted, testsOf } from "./mutant.ts";
import { mutants } from "./registry.ts";

test.each(mutants)("the bug $name can still be planted in $file", (mutant) => {
  expect(() => planted(mutant, readFileSync(mutant.file, "utf8"))).not.toThrow();
});

test("each bug has a name of its own, and tests that could find it", () => {
  expect(new Set(suspects.map(({ name }) => name)).size).toBe(suspects.length);
  for (const mutant of mutants)
    expect(testsOf(mutant).filter((folder) => readdirSync(folder).length > 0)).toEqual(testsOf(mutant));
});

test("there are bugs in every layer of the product, and enough of them", () => {
  const planted = new Set(mutants.map(({ file }) => file.split("/")[1]));
  expect([...planted].sort()).toEqual(["core", "desk", "rms", "run", "shop", "workbook"]);
  expect(mutants.length).toBeGreaterThanOrEqual(40);
});

test.each([
  ["is not there", "const b = 1;", 0],
  ["is there twice", "const a = 1;\nconst a = 1;", 2],
])("a bug whose text %s is not planted anywhere", (_, source, times) => {
  const mutant = { name: "other-number", file: "a.ts", before: "const a = 1;", after: "const a = 2;" };
  expect(() => planted(mutant, source)).toThrow(`other-number: a.ts has "const a = 1;" ${times} times`);
});

test("a bug stands in place of its text, whatever signs are in it", () => {
  const mutant = { name: "sign", file: "a.ts", before: "b", after: "$&$'" };
  expect(planted(mutant, "abc")).toBe("a$&$'c");
});
