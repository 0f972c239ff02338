import { appendFileSync, existsSync, readdirSync, rmSync, statSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "../../door/http-refusal.ts";
import { privateFolder, readPrivate, readPrivateBytes, writePrivate } from "../../kept/private-file.ts";
import { reasonOf } from "../../kept/reason.ts";

/** One change as it was asked for, with the time and the chance it was given, so that it can be made again. */
export interface JournalEntry {
  readonly revision: number;
  readonly time: number;
  readonly seed: number;
  readonly user: string;
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
}

export interface StoredSpreadsheet {
  /** What it is called where something is wrong with it. */
  readonly name: string;
  /** The last snapshot; absent while all that is known is in the journal. */
  readonly state?: string;
  readonly journal: readonly JournalEntry[];
}

export interface SpreadsheetStore {
  load(): readonly StoredSpreadsheet[];
  /** Returns only when the change is out of the process, so that a kill cannot take it back. */
  append(spreadsheetId: string, entry: JournalEntry, snapshot: () => string): void;
}

/** The journal is folded into a snapshot when it has grown past this and past the snapshot itself. */
const JOURNAL_BYTES = 4_000_000;

/**
 * Keeps each spreadsheet as `<id>.json`, written to `.tmp` and renamed, and the changes since then as lines of
 * `<id>.journal`: a small commit costs one small append, whatever the size of the spreadsheet.
 */
export function fileStore(folder: string): SpreadsheetStore {
  privateFolder(folder);
  const statePath = (id: string) => join(folder, `${id}.json`);
  const journalPath = (id: string) => join(folder, `${id}.journal`);
  return {
    load: () =>
      storedIds(folder).flatMap((id) => {
        const state = readPrivate(statePath(id));
        const journal = readJournal(journalPath(id));
        // One whose creation was never acknowledged.
        if (state === undefined && journal === undefined) return [];
        return [{ name: join(folder, id), ...(state !== undefined && { state }), journal: journal ?? [] }];
      }),
    append(id, entry, snapshot) {
      const path = journalPath(id);
      const before = sizeOf(path);
      const line = `${JSON.stringify(entry)}\n`;
      try {
        appendFileSync(path, line, { mode: 0o600 });
      } catch (error) {
        // A change that is not acknowledged must not come back as half a line before the next one.
        if (sizeOf(path) > before) truncateSync(path, before);
        throw new Refusal(503, `${path} could not be written: ${reasonOf(error)}. Nothing was changed.`);
      }
      if (before + line.length > Math.max(JOURNAL_BYTES, sizeOf(statePath(id)))) fold(statePath(id), path, snapshot);
    },
  };
}

/** Puts a snapshot in the journal's place. Where that fails nothing is lost: the journal has it all. */
function fold(state: string, journal: string, snapshot: () => string): void {
  try {
    writePrivate(state, snapshot());
    rmSync(journal);
  } catch (error) {
    process.stderr.write(`${state} could not be written: ${reasonOf(error)}. The journal is kept instead.\n`);
  }
}

/** In the order of their creation, as far as the disk tells. */
function storedIds(folder: string): string[] {
  const ids = readdirSync(folder).flatMap((name) => /^(.+)\.(?:json|journal)$/.exec(name)?.[1] ?? []);
  const born = (id: string) =>
    Math.min(
      ...[".json", ".journal"]
        .map((end) => join(folder, id + end))
        .filter(existsSync)
        .map((path) => statSync(path).birthtimeMs),
    );
  return [...new Set(ids)].sort((a, b) => born(a) - born(b));
}

/** A process killed while appending leaves half a line that was never acknowledged: it is cut off, and nothing is left of a first one. */
function readJournal(path: string): JournalEntry[] | undefined {
  const text = readPrivateBytes(path);
  if (text === undefined) return undefined;
  const end = text.lastIndexOf("\n") + 1;
  if (end === 0 && text.length > 0) {
    rmSync(path);
    return undefined;
  }
  if (end < text.length) truncateSync(path, end);
  const lines = text.subarray(0, end).toString("utf8").split("\n");
  try {
    return lines.flatMap((line) => (line === "" ? [] : (JSON.parse(line) as JournalEntry)));
  } catch {
    throw new Error(
      `${path} has a line that cannot be read. Delete it to go back to the last snapshot, or name another folder.`,
    );
  }
}

const sizeOf = (path: string): number => (existsSync(path) ? statSync(path).size : 0);
