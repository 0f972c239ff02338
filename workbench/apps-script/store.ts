import * as z from "zod/mini";
import { readPrivate, writePrivate } from "../kept/private-file.ts";
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
  /** What the store is called where something is wrong with it. */
  readonly name?: string;
  load(): HostState | undefined;
  save(state: HostState): void;
}

/** What would be lost with the next save, were it read as something else. */
const saved = z.object({
  properties: z.record(z.string(), z.record(z.string(), z.string())),
  cache: z.array(z.tuple([z.string(), z.string(), z.number()])),
  triggers: z.array(z.looseObject({ id: z.string(), fn: z.string(), owner: z.string(), event: z.string() })),
  enabled: z.boolean(),
});

/** One JSON file, for its owner's eyes alone: keys are in it. */
export function hostFile(path: string): HostStore {
  return {
    name: path,
    load() {
      const text = readPrivate(path);
      if (text === undefined) return undefined;
      try {
        return saved.parse(JSON.parse(text)) as unknown as HostState;
      } catch {
        throw new Error(`${path} cannot be read: it is cut short, or not the workbench's. Delete it to start afresh.`);
      }
    },
    save: (state) => writePrivate(path, JSON.stringify(state, null, 1)),
  };
}
