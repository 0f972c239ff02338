import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "../../..");
const command = ["--import", "tsx", join(ROOT, "workbench/rms/main.ts")];
const run = (...options: string[]) =>
  spawnSync(process.execPath, [...command, ...options], { cwd: ROOT, encoding: "utf8" });

test("--help names every option", () => {
  const { status, stdout } = run("--help");
  expect(status).toBe(0);
  for (const option of [
    "--port",
    "--seed",
    "--orders",
    "--skus",
    "--days",
    "--time-factor",
    "--carrier-at-purchase",
    "--report-delay",
    "--result-lag",
    "--faults",
    "--state",
  ]) {
    expect(stdout).toContain(option);
  }
});

test.each([
  [["--orders", "many"], /--orders wants a whole number/],
  [["--time-factor", "0"], /--time-factor wants a number above 0/],
  [["--faults", "quake@1"], /no fault.*kind@rate/],
  [["--unknown"], /--unknown/],
])("%s ends with a sentence that says what is wrong", (options, message) => {
  const { status, stderr } = run(...options);
  expect(status).toBe(1);
  expect(stderr).toMatch(message);
  expect(stderr).not.toContain("    at ");
});

test("a shop started with a state file comes up, and its file remains when it is stopped", async () => {
  const folder = mkdtempSync(join(tmpdir(), "rms-main-"));
  const file = join(folder, "shop.json");
  for (const size of ["5 orders", `5 orders.*from ${file}`]) {
    const child = spawn(
      process.execPath,
      [...command, "--port", "0", "--orders", "5", "--skus", "5", "--state", file],
      { cwd: ROOT },
    );
    const [line] = await once(child.stdout, "data");
    expect(String(line)).toMatch(new RegExp(`http://127\\.0\\.0\\.1:\\d+ .*${size}`));
    child.kill("SIGTERM");
    expect(await once(child, "exit")).toEqual([0, null]);
  }
  expect(existsSync(file)).toBe(true);
  rmSync(folder, { recursive: true });
});
