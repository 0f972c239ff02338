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

test("a fresh clone holds no .clasp.json, which clasp would take for a script that is there", () => {
  expect(spawnSync("git", ["ls-files", ".clasp.json"], { encoding: "utf8" }).stdout).toBe("");
});

test.each([
  ["no .clasp.json", undefined],
  ["an empty script id", '{"scriptId":""}'],
])("with %s push uploads nothing and tells how to make a script", async (_, content) => {
  const file = join(project.folder, ".clasp.json");
  rmSync(file, { force: true });
  if (content !== undefined) writeFileSync(file, content);
  const { status, stdout, stderr } = await project.run("push");
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  expect(stderr).toMatch(/^No script yet\. Make one .* create-script --type sheets/);
});
