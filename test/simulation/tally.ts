import type { Harm } from "./harms/harm.ts";

/** How many of what was tried. */
export interface Tally {
  executions: number;
  calls: number;
  peopleSteps: number;
  shopSteps: number;
  /** Completed imports that were held to their promise. */
  promises: number;
  /** Rows that 入出庫 had in the end. */
  entries: number;
  /** Writes of RMS's stock that were held against what was free. */
  offers: number;
  /** Records of reports that were held against the sheet. */
  told: number;
  /** By the name of the harm. */
  readonly harms: Map<string, number>;
  /** Columns of jobs that were held against what the shop and people say (comparisons.ts). */
  readonly compared: Set<string>;
}

export const emptyTally = (): Tally => ({
  executions: 0,
  calls: 0,
  peopleSteps: 0,
  shopSteps: 0,
  promises: 0,
  entries: 0,
  offers: 0,
  told: 0,
  harms: new Map(),
  compared: new Set(),
});

export const counted = (counts: Map<string, number>, name: string, more = 1): void =>
  void counts.set(name, (counts.get(name) ?? 0) + more);

/** Adds the second to the first. */
export function gather(total: Tally, more: Tally): void {
  for (const name of [
    "executions",
    "calls",
    "peopleSteps",
    "shopSteps",
    "promises",
    "entries",
    "offers",
    "told",
  ] as const)
    total[name] += more[name];
  for (const [name, count] of more.harms) counted(total.harms, name, count);
  for (const column of more.compared) total.compared.add(column);
}

export const harmed = ({ harms }: Tally, some: readonly Harm[]): number =>
  some.reduce((sum, { name }) => sum + (harms.get(name) ?? 0), 0);
