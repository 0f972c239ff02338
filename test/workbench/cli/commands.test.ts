import { once } from "node:events";
import { mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Checkout, openCheckout } from "../../support/checkout.ts";
import { authorization } from "../rms/open-sandbox.ts";

const SCREENSHOT = "scripts/screenshot.mjs";
const commands = ["start", "job", "sandbox", "sheets", "bench", "simulate", "mutants", "build", "push", SCREENSHOT];
const servers = ["start", "sandbox", "sheets"];

let project: Checkout;
beforeAll(() => {
  project = openCheckout();
});
afterAll(() => project[Symbol.dispose]());

/** Ends with one line that says why, and has written nothing. */
async function refusal(name: string, ...args: string[]): Promise<string> {
  const before = project.written();
  const { status, stdout, stderr } = await project.run(name, ...args);
  expect({ status, stdout, written: project.written() }).toEqual({ status: 1, stdout: "", written: before });
  expect(stderr).toMatch(/^[^\n]+\n$/);
  return stderr.trim();
}

test.each(commands)("%s --help tells what it does and then its options, and does nothing", async (name) => {
  const { status, stdout, stderr } = await project.run(name, "--help");
  expect({ status, stderr, written: project.written() }).toEqual({ status: 0, stderr: "", written: [] });
  const [what, ...rest] = stdout.split("\n\n");
  expect(what).toMatch(/^(npm|node) [^:]+: .+\.$/);
  const options = rest.find((part) => part.startsWith("  --"));
  expect(options).toMatch(/^( {2}--[a-z-]+( [A-Z]+)? {3,}\S.*\n?)+$/);
  expect(options).toMatch(/ {2}--help +shows this text\n?$/);
});

test.each(commands.filter((name) => name !== "push"))(
  "%s names an option that it does not have, and those that it has",
  async (name) => {
    expect(await refusal(name, "--colour", "red")).toMatch(
      /^There is no option --colour\. Known: (--[a-z-]+, )*--help\.$/,
    );
  },
);

test("a job that does not exist is refused with the jobs there are, and so is none", async () => {
  expect(await refusal("job", "import-shipment")).toBe(
    "There is no job import-shipment. Did you mean import-shipments? Known: import-shipments, report-shipments, import-products, sync-stock, update-shop-stock, housekeeping.",
  );
  expect(await refusal("job")).toBe(
    "Name a job: import-shipments, report-shipments, import-products, sync-stock, update-shop-stock, housekeeping.",
  );
});

test.each([
  ["start", ["--port", "auto"], '--port wants a whole number from 0 to 65535, not "auto".'],
  ["sandbox", ["--time-factor", "0"], '--time-factor wants a number above 0, not "0".'],
  ["bench", ["--orders", "1000,x"], '--orders wants whole numbers with commas between, not "x".'],
  ["simulate", ["--seed", "first"], '--seed wants a whole number, not "first".'],
])("%s %j is refused with what the option wants", async (name, args, sentence) => {
  expect(await refusal(name, ...args)).toBe(sentence);
});

test("a fault that the sandbox does not know is refused with those that it knows", async () => {
  expect(await refusal("sandbox", "--faults", "503@0.1,quake@1")).toMatch(
    /^--faults wants kind@rate or function:kind@rate, not "quake@1"; rate is from 0 to 1, and kind one of 429, /,
  );
});

test.each(servers)("%s at a port that is taken says so in one line before anything is written", async (name) => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const { port } = other.address() as AddressInfo;
  const options = name === "sandbox" ? ["--state", "shop.json"] : [];
  expect(await refusal(name, "--port", String(port), ...options)).toBe(
    `Port ${port} is taken; --port 0 takes a free one.`,
  );
  other.close();
});

test("a file of somebody's is not taken for a shop, nor for the folder to keep one in", async () => {
  writeFileSync(join(project.folder, "notes.txt"), "電話番号");
  expect(await refusal("sandbox", "--state", "notes.txt")).toMatch(/^notes\.txt is not a shop that /);
  expect(await refusal("job", "import-shipments", "--folder", "notes.txt")).toBe(
    "notes.txt is a file. Name a folder with --folder.",
  );
});

test("a sandbox with a state file comes up again as it was stopped", async () => {
  for (const size of ["5 orders", "5 orders.*from shop.json"]) {
    const sandbox = project.started("sandbox", "--port", "0", "--orders", "5", "--skus", "5", "--state", "shop.json");
    const [line] = await once(sandbox.stdout, "data");
    expect(String(line)).toMatch(new RegExp(`http://127\\.0\\.0\\.1:\\d+ .*${size}`));
    sandbox.kill("SIGTERM");
    expect(await once(sandbox, "exit")).toEqual([0, null]);
  }
});

test("a sandbox that is killed right after a change comes up again with it", async () => {
  const options = ["--port", "0", "--orders", "5", "--skus", "5", "--state", "killed/shop.json"];
  const stock = { inventories: [{ manageNumber: "mihon-0001", variantId: "killed", mode: "ABSOLUTE", quantity: 7 }] };
  const call = (sandbox: { stdout: NodeJS.ReadableStream }, path: string, init: RequestInit = {}) =>
    once(sandbox.stdout, "data").then(([line]) => {
      const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(String(line))!;
      const headers = { Authorization: authorization(), "Content-Type": "application/json" };
      return fetch(`${url}/es/2.1/inventories/${path}`, { ...init, headers });
    });
  const first = project.started("sandbox", ...options);
  const changed = await call(first, "bulk-upsert", { method: "POST", body: JSON.stringify(stock) });
  first.kill("SIGKILL");
  expect(changed.status).toBe(204);
  await once(first, "exit");

  const second = project.started("sandbox", ...options);
  const read = await call(second, "manage-numbers/mihon-0001/variants/killed");
  expect(await read.json()).toMatchObject({ quantity: 7 });
  second.kill("SIGTERM");
  await once(second, "exit");
  expect(statSync(join(project.folder, "killed")).mode & 0o777).toBe(0o700);
  expect(statSync(join(project.folder, "killed/shop.json")).mode & 0o777).toBe(0o600);
});

test.each([
  ["shop.json", /shop\.json is not a shop that /],
  ["owner.pid", /owner\.pid does not say which process holds the folder/],
])("a job that finds %s spoilt says so in one line, and leaves it as it is", async (name, sentence) => {
  const folder = join(project.folder, "spoilt");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  writeFileSync(join(folder, name), "?");
  const before = statSync(join(folder, name)).mtimeMs;
  const { status, stdout, stderr } = await project.run("job", "import-shipments", "--folder", "spoilt");
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  expect(stderr).toMatch(/^[^\n]+\n$/);
  expect(stderr).toMatch(sentence);
  expect(statSync(join(folder, name)).mtimeMs).toBe(before);
});

test("build prints the files that it has written, with their sizes", async () => {
  const { status, stdout, stderr } = await project.run("build");
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const lines = stdout.trimEnd().split("\n");
  expect(lines.map((line) => /^(dist\/\S+) +[\d.]+ KB$/.exec(line)?.[1])).toEqual([
    "dist/Breakdown.html",
    "dist/Code.js",
    "dist/Confirm-orders.html",
    "dist/Preview.html",
    "dist/Products.html",
    "dist/Report-csv.html",
    "dist/Report.html",
    "dist/Settings.html",
    "dist/Stock-download.html",
    "dist/Stock-update.html",
    "dist/THIRD-PARTY-LICENSES.txt",
    "dist/appsscript.json",
  ]);
  const files = project.written().map((line) => line.split(" ")[0]);
  expect(files).toEqual(expect.arrayContaining(lines.map((line) => line.split(" ")[0])));
  expect(files.filter((file) => file?.startsWith("dist-"))).toEqual([]);
});

test("a build that fails leaves what was built before, and nothing beside it", async () => {
  const before = project.written();
  writeFileSync(join(project.folder, "src/main.ts"), "const = 1;");
  const { status, stderr } = await project.run("build");
  expect(status).toBe(1);
  expect(stderr).toContain("src/main.ts:1:6");
  expect(stderr).not.toMatch(/^ {4}at /m);
  expect(project.written()).toEqual(before);
});
