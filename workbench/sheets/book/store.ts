import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

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
  mkdirSync(folder, { recursive: true });
  const statePath = (id: string) => join(folder, `${id}.json`);
  const journalPath = (id: string) => join(folder, `${id}.journal`);
  return {
    load: () =>
      storedIds(folder).map((id) => ({
        ...(existsSync(statePath(id)) ? { state: readFileSync(statePath(id), "utf8") } : {}),
        journal: existsSync(journalPath(id)) ? readJournal(journalPath(id)) : [],
      })),
    append(id, entry, snapshot) {
      const path = journalPath(id);
      const before = sizeOf(path);
      const line = `${JSON.stringify(entry)}\n`;
      try {
        appendFileSync(path, line);
      } catch (error) {
        // A change that is not acknowledged must not come back as half a line before the next one.
        if (existsSync(path)) truncateSync(path, before);
        throw error;
      }
      if (before + line.length > Math.max(JOURNAL_BYTES, sizeOf(statePath(id)))) fold(statePath(id), path, snapshot);
    },
  };
}

/** Puts a snapshot in the journal's place. Where that fails nothing is lost: the journal has it all. */
function fold(state: string, journal: string, snapshot: () => string): void {
  try {
    writeFileSync(`${state}.tmp`, snapshot());
    renameSync(`${state}.tmp`, state);
    rmSync(journal);
  } catch (error) {
    console.warn(`${state} could not be written; the journal is kept instead.`, error);
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

/** A process killed while appending leaves half a line that was never acknowledged: it is cut off. */
function readJournal(path: string): JournalEntry[] {
  const text = readFileSync(path);
  const end = text.lastIndexOf("\n") + 1;
  if (end < text.length) truncateSync(path, end);
  const lines = text.subarray(0, end).toString("utf8").split("\n");
  return lines.filter((line) => line !== "").map((line) => JSON.parse(line) as JournalEntry);
}

const sizeOf = (path: string): number => (existsSync(path) ? statSync(path).size : 0);
