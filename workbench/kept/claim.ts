import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readPrivate } from "./private-file.ts";
import { bornAt } from "./process-birth.ts";
import { reasonOf } from "./reason.ts";

/** Who holds a folder. The number of a process is given to another one some day, so its birth stands beside it. */
interface Owner {
  readonly pid: number;
  /** Absent where the system does not tell. */
  readonly born: string | undefined;
}

/** Makes this process the folder's owner until the returned function is called. Throws a sentence while another one lives. */
export function claim(folder: string): () => void {
  const file = join(folder, "owner.pid");
  const mine = textOf({ pid: process.pid, born: bornAt(process.pid) });
  if (!put(file, mine)) {
    const found = readPrivate(file) ?? "";
    refuseLiving(folder, file, found);
    takeAway(folder, file, found);
    if (!put(file, mine)) throw new Error(`${folder} has just been taken by another process. ${OTHER_FOLDER}`);
  }
  return () => {
    if (content(file) === mine) rmSync(file, { force: true });
  };
}

const OTHER_FOLDER = "Stop it first, or name another folder with --folder.";

/** False where a file is there already: of two at once, one alone puts it. */
function put(file: string, text: string): boolean {
  const aside = `${file}.${process.pid}`;
  try {
    rmSync(aside, { force: true });
    writeFileSync(aside, text, { mode: 0o600, flag: "wx" });
    // With all of its text at once, so that nobody reads half of it.
    linkSync(aside, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw new Error(`${file} could not be written: ${reasonOf(error)}. Name another folder with --folder.`);
  } finally {
    rmSync(aside, { force: true });
  }
}

function refuseLiving(folder: string, file: string, text: string): void {
  const owner = ownerIn(text);
  if (owner === undefined)
    throw new Error(
      `${file} does not say which process holds the folder. If none does, delete it; or name another folder with --folder.`,
    );
  if (owner.pid === process.pid || !isAlive(owner.pid)) return;
  const born = bornAt(owner.pid);
  if (owner.born !== undefined && born !== undefined) {
    if (owner.born === born) throw new Error(`${folder} is in use by process ${owner.pid}. ${OTHER_FOLDER}`);
    return;
  }
  throw new Error(
    `${folder} may be in use by process ${owner.pid}. Stop it first if it is a workbench, delete ${file} if it is another program, or name another folder with --folder.`,
  );
}

/** A dead owner's file, unless a third process has been quicker and its own is there by now. */
function takeAway(folder: string, file: string, found: string): void {
  const aside = `${file}.${process.pid}.dead`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  const taken = content(aside);
  if (taken !== found) linkSync(aside, file);
  rmSync(aside, { force: true });
  if (taken !== found) throw new Error(`${folder} has just been taken by another process. ${OTHER_FOLDER}`);
}

const textOf = ({ pid, born }: Owner): string => `${pid}${born === undefined ? "" : ` ${born}`}\n`;

function ownerIn(text: string): Owner | undefined {
  const [, pid, born] = /^([1-9]\d{0,9})(?: (\S+))?\s*$/.exec(text) ?? [];
  return pid === undefined ? undefined : { pid: Number(pid), born };
}

/** A process of somebody else's lives too, though it may not be signalled. */
function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function content(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
