/** Files with keys and a shop's data in them: for the eyes of their owner alone, and whole or not there. */
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import { reasonOf } from "./reason.ts";

const FILE = 0o600;
const FOLDER = 0o700;

/** Makes the folder, or takes other people's rights to one that is there. Throws a sentence. */
export function privateFolder(path: string): void {
  if (["file", "other"].includes(kindOf(path))) throw new Error(`${path} is a file. Name a folder with --folder.`);
  try {
    mkdirSync(path, { recursive: true, mode: FOLDER });
    keepOthersOut(path, FOLDER);
  } catch (error) {
    throw new Error(
      `${path} cannot be kept for your eyes alone: ${reasonOf(error)}. Name another folder with --folder.`,
    );
  }
}

/** Undefined where there is nothing. Throws a sentence for what is no plain file, or not to be read. */
export const readPrivate = (path: string): string | undefined => readPrivateBytes(path)?.toString("utf8");

/** The same without reading the bytes as text. */
export function readPrivateBytes(path: string): Buffer | undefined {
  const kind = kindOf(path);
  if (kind === "nothing") return undefined;
  if (kind === "link") throw new Error(`${path} is a link that leads nowhere. Mend it, or delete it to start afresh.`);
  if (kind === "folder") throw new Error(`${path} is a folder. Move it away.`);
  // Reading a pipe or a device might never end.
  if (kind === "other") throw new Error(`${path} is no plain file. Move it away.`);
  try {
    keepOthersOut(path, FILE);
    return readFileSync(path);
  } catch (error) {
    throw unreadable(path, error);
  }
}

type Kind = "nothing" | "link" | "folder" | "file" | "other";

function kindOf(path: string): Kind {
  try {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat === undefined) return lstatSync(path, { throwIfNoEntry: false }) === undefined ? "nothing" : "link";
    if (stat.isDirectory()) return "folder";
    return stat.isFile() ? "file" : "other";
  } catch (error) {
    throw unreadable(path, error);
  }
}

const unreadable = (path: string, error: unknown): Error =>
  new Error(`${path} cannot be read: ${reasonOf(error)}. Give yourself the right to it, or name another place.`);

/** Written beside the file and renamed, so that a crash leaves the old one or the new one. A link stays one. */
export function writePrivate(path: string, text: string): void {
  const target = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ? realpathSync(path) : path;
  const aside = `${target}.tmp`;
  mkdirSync(dirname(target), { recursive: true, mode: FOLDER });
  // Never through what lies there already: it may be a link of somebody's to a file of ours.
  rmSync(aside, { force: true });
  writeFileSync(aside, text, { mode: FILE, flag: "wx" });
  renameSync(aside, target);
}

function keepOthersOut(path: string, mode: number): void {
  if ((statSync(path).mode & 0o077) !== 0) chmodSync(path, mode);
}
