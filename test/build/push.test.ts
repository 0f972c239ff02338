import { spawnSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Checkout, openCheckout } from "../support/checkout.ts";

/** A checkout of its own, so that a developer's .clasp.json is neither read nor pushed to. */
let project: Checkout;
beforeAll(() => {
  project = openCheckout();
});
afterAll(() => project[Symbol.dispose]());

test("a fresh clone says what to push, and names no script of anybody's", () => {
  const { stdout } = spawnSync("git", ["show", ":.clasp.json"], { encoding: "utf8" });
  expect(JSON.parse(stdout)).toEqual({ rootDir: "dist" });
});

test.each([
  ["no .clasp.json", undefined],
  ["no script id", '{"rootDir":"dist"}'],
  ["an empty script id", '{"scriptId":""}'],
])("with %s push uploads nothing and tells how to make a script", async (_, content) => {
  const file = join(project.folder, ".clasp.json");
  rmSync(file, { force: true });
  if (content !== undefined) writeFileSync(file, content);
  const { status, stdout, stderr } = await project.run("push");
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  expect(stderr).toMatch(/^No script yet\. Make one .* create-script --type sheets/);
});
