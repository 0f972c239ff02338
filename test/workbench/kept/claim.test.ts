import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { claim } from "../../../workbench/kept/claim.ts";
import { bornAt } from "../../../workbench/kept/process-birth.ts";
import { ownFolder } from "./folder.ts";

/** A process of somebody's that lives as long as the test. */
function otherProcess(): number {
  const other = spawn(process.execPath, ["-e", "setInterval(() => {}, 1e6)"]);
  onTestFinished(() => void other.kill("SIGKILL"));
  return other.pid!;
}

async function deadProcess(): Promise<number> {
  const other = spawn(process.execPath, ["-e", ""]);
  await once(other, "exit");
  return other.pid!;
}

function heldBy(content: string) {
  const folder = ownFolder();
  const file = join(folder, "owner.pid");
  writeFileSync(file, content);
  return { folder, file, kept: () => readFileSync(file, "utf8") };
}

test("a folder is held from its claim to its release, and leaves nothing behind", () => {
  const folder = ownFolder();
  const release = claim(folder);
  expect(readFileSync(join(folder, "owner.pid"), "utf8")).toMatch(new RegExp(`^${process.pid}( \\S+)?\n$`));
  release();
  expect(readdirSync(folder)).toEqual([]);
});

test("a folder that a living workbench holds is refused", () => {
  const pid = otherProcess();
  const { folder, kept } = heldBy(`${pid} ${bornAt(pid)}\n`);
  expect(() => claim(folder)).toThrow(
    `${folder} is in use by process ${pid}. Stop it first, or name another folder with --folder.`,
  );
  expect(kept()).toContain(String(pid));
});

test("a folder whose owner is dead is taken over", async () => {
  const { folder, kept } = heldBy(`${await deadProcess()} before/1\n`);
  claim(folder);
  expect(kept()).toMatch(new RegExp(`^${process.pid}\\b`));
  expect(readdirSync(folder)).toEqual(["owner.pid"]);
});

test("a folder whose owner is dead is taken over also where another program has its number by now", () => {
  const { folder, kept } = heldBy(`${otherProcess()} before/1\n`);
  claim(folder);
  expect(kept()).toMatch(new RegExp(`^${process.pid}\\b`));
});

test("where nobody can tell whether the process is a workbench, people are told what to look at", () => {
  const pid = otherProcess();
  const { folder, file } = heldBy(`${pid}`);
  expect(() => claim(folder)).toThrow(
    `${folder} may be in use by process ${pid}. Stop it first if it is a workbench, delete ${file} if it is another program, or name another folder with --folder.`,
  );
});

test.each(["", "\n", "garbage", "-1", "0", "1e3", "12 34 56", "\u0000\u0000", "99999999999999"])(
  "an owner that reads %j is neither believed nor written over",
  (content) => {
    const { folder, file, kept } = heldBy(content);
    expect(() => claim(folder)).toThrow(`${file} does not say which process holds the folder. If none does, delete it`);
    expect(kept()).toBe(content);
  },
);

test("a folder in the owner's place is named", () => {
  const folder = ownFolder();
  mkdirSync(join(folder, "owner.pid"));
  expect(() => claim(folder)).toThrow(`${join(folder, "owner.pid")} is a folder. Move it away.`);
});

test("a release leaves alone what has become another's", () => {
  const folder = ownFolder();
  const release = claim(folder);
  writeFileSync(join(folder, "owner.pid"), "1 other\n");
  release();
  expect(readdirSync(folder)).toEqual(["owner.pid"]);
});
