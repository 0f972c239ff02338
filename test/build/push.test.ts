import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

/** A checkout of its own, so that a developer's .clasp.json is neither read nor pushed to. */
let checkout: string;

beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), "push-"));
  cpSync("scripts/push.mjs", join(checkout, "scripts/push.mjs"));
});
afterEach(() => rmSync(checkout, { recursive: true }));

const push = (...args: string[]) =>
  spawnSync(process.execPath, ["scripts/push.mjs", ...args], { cwd: checkout, encoding: "utf8" });

test("a fresh clone says what to push, and names no script of anybody's", () => {
  const { stdout } = spawnSync("git", ["show", ":.clasp.json"], { encoding: "utf8" });
  expect(JSON.parse(stdout)).toEqual({ rootDir: "dist" });
});

test.each([
  ["no .clasp.json", undefined],
  ["no script id", '{"rootDir":"dist"}'],
  ["an empty script id", '{"scriptId":""}'],
])("with %s push uploads nothing and tells how to make a script", (_, project) => {
  if (project !== undefined) writeFileSync(join(checkout, ".clasp.json"), project);
  const { status, stderr } = push();
  expect(status).toBe(1);
  expect(stderr).toMatch(/^No script yet\. Make one .* create-script --type sheets/);
});

test("push --help explains, and uploads nothing", () => {
  expect(push("--help")).toMatchObject({ status: 0, stdout: expect.stringMatching(/^npm run push: /) });
});
