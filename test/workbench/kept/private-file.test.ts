import { spawnSync } from "node:child_process";
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { privateFolder, readPrivate, writePrivate } from "../../../workbench/kept/private-file.ts";
import { ownFolder } from "./folder.ts";

const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);

test("a file and the folder that it makes are for their owner's eyes alone", () => {
  const folder = join(ownFolder(), "deep/er");
  privateFolder(folder);
  writePrivate(join(folder, "state.json"), "keys");
  expect([modeOf(folder), modeOf(join(folder, "state.json"))]).toEqual(["700", "600"]);
});

test("rights of others to what is there already are taken away", () => {
  const folder = ownFolder();
  const [read, written] = [join(folder, "read.json"), join(folder, "written.json")];
  for (const path of [read, written]) writeFileSync(path, "keys", { mode: 0o666 });
  for (const path of [folder, read, written]) chmodSync(path, 0o777);
  privateFolder(folder);
  expect(readPrivate(read)).toBe("keys");
  writePrivate(written, "newer");
  expect([folder, read, written].map(modeOf)).toEqual(["700", "600", "600"]);
});

test("what was left of a write, or was put in its way, is not written through", () => {
  const folder = ownFolder();
  const [path, foreign] = [join(folder, "state.json"), join(folder, "foreign.txt")];
  writeFileSync(foreign, "untouched");
  symlinkSync(foreign, `${path}.tmp`);
  writePrivate(path, "new");
  expect([readFileSync(path, "utf8"), readFileSync(foreign, "utf8")]).toEqual(["new", "untouched"]);
  expect(readdirSync(folder).sort()).toEqual(["foreign.txt", "state.json"]);
});

test("a state that is a link stays one, and what it leads to is written", () => {
  const folder = ownFolder();
  mkdirSync(join(folder, "elsewhere"));
  writeFileSync(join(folder, "elsewhere/state.json"), "old");
  symlinkSync(join(folder, "elsewhere/state.json"), join(folder, "state.json"));
  writePrivate(join(folder, "state.json"), "new");
  expect(lstatSync(join(folder, "state.json")).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(folder, "elsewhere/state.json"), "utf8")).toBe("new");
});

test("there is nothing to read where there is nothing", () => {
  expect(readPrivate(join(ownFolder(), "state.json"))).toBeUndefined();
});

test("what can be no state is named with what to do, and waits for nobody", () => {
  const folder = ownFolder();
  const path = (name: string) => join(folder, name);
  mkdirSync(path("folder.json"));
  symlinkSync(path("nowhere"), path("link.json"));
  spawnSync("mkfifo", [path("pipe.json")]);
  expect(() => readPrivate(path("folder.json"))).toThrow(`${path("folder.json")} is a folder. Move it away.`);
  expect(() => readPrivate(path("link.json"))).toThrow(/is a link that leads nowhere\. Mend it, or delete it/);
  expect(() => readPrivate(path("pipe.json"))).toThrow(`${path("pipe.json")} is no plain file. Move it away.`);
  writeFileSync(path("file"), "");
  expect(() => privateFolder(path("file"))).toThrow(`${path("file")} is a file. Name a folder with --folder.`);
  expect(() => privateFolder(path("file/deeper"))).toThrow(/a file is in the place of its folder\. Give yourself/);
});
