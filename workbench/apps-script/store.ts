import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { TriggerRecord } from "./served/triggers.ts";

/** What outlives an execution, apart from the spreadsheet itself. */
export interface HostState {
  readonly properties: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly cache: readonly (readonly [key: string, value: string, expires: number])[];
  readonly triggers: readonly TriggerRecord[];
  /** Whether the add-on has been used in this document. */
  readonly enabled: boolean;
}

export interface HostStore {
  load(): HostState | undefined;
  save(state: HostState): void;
}

/** One JSON file, written beside and renamed, so that a crash leaves the old or the new one. */
export function hostFile(path: string): HostStore {
  return {
    load() {
      try {
        return JSON.parse(readFileSync(path, "utf8")) as HostState;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
        throw new Error(`${path} cannot be read. Delete it to start afresh.`, { cause: error });
      }
    },
    save(state) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(`${path}.tmp`, JSON.stringify(state, null, 1));
      renameSync(`${path}.tmp`, path);
    },
  };
}
