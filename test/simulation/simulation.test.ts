import { expect, test } from "vitest";
import { built, smallSteps } from "./bundles.ts";
import { jobColumns } from "./declared.ts";
import { kills } from "./harms/kill.ts";
import { rmsFaults } from "./harms/rms-fault.ts";
import { failure, summary } from "./report.ts";
import { AS_LONG_AS_IT_TAKES, seedsHeld } from "./seeds.ts";
import { type Outcome, simulate } from "./simulate.ts";
import { emptyTally, gather, harmed } from "./tally.ts";
import { uncompared } from "./uncompared.ts";

const bundle = await built([smallSteps]);
const total = emptyTally();
const outcomes = new Map<number, Outcome>();

test.each(seedsHeld)(
  "after a day of interleaved runs, edits, kills and faults nothing is lost, doubled or misplaced: seed %i",
  async (seed) => {
    const outcome = await simulate(seed, bundle);
    outcomes.set(seed, outcome);
    gather(total, outcome.tally);
    expect(outcome.broken.length === 0 ? "" : failure(outcome)).toBe("");
  },
  AS_LONG_AS_IT_TAKES,
);

test("these days were disturbed by enough of every harm", () => {
  const days = seedsHeld.length;
  console.log(summary(days, total));
  expect(harmed(total, kills)).toBeGreaterThan(days);
  expect(harmed(total, rmsFaults)).toBeGreaterThan(days);
  expect(total.promises).toBeGreaterThan(days);
  expect(total.entries).toBeGreaterThan(days);
  expect(total.told).toBeGreaterThan(days);
  expect(total.offers).toBeGreaterThan(days / 2);
});

test("RMS fails no more rarely than runs are killed, and in most ways that the sandbox knows", () => {
  expect(harmed(total, rmsFaults)).toBeGreaterThan(harmed(total, kills) * (2 / 3));
  const met = rmsFaults.filter(({ name }) => total.harms.has(name));
  // Some wait for what is rare itself, such as a report that is looked for again; each day favours two (conduct.ts).
  expect(met.length).toBeGreaterThan(rmsFaults.length * (3 / 4));
});

test("every column that a job writes is held against what the shop and people say, or stands in a list with its reason", () => {
  const isCompared = (column: string) => total.compared.has(column);
  const reasoned = Object.keys(uncompared);
  expect(jobColumns.filter((column) => !isCompared(column) && !reasoned.includes(column))).toEqual([]);
  expect(reasoned.filter((column) => isCompared(column) || !jobColumns.includes(column))).toEqual([]);
});

/** Ends are noted when a thread has unwound, which the machine decides; nothing in the schedule follows from that instant. */
const isEnd = (line: string): boolean => /^\S+ \* e\d+ (completed|failed|killed|timed out)/.test(line);

const endsOf = (lines: readonly string[]): string[] =>
  lines
    .filter(isEnd)
    .map((line) => line.replace(/^\S+ /, ""))
    .sort();

test.each(seedsHeld.slice(0, 1))(
  "seed %i gives the same day again, call by call, so that a failure can be looked at",
  async (seed) => {
    const first = outcomes.get(seed) ?? (await simulate(seed, bundle));
    const second = await simulate(seed, bundle);
    const lines = first.lines.filter((line) => !isEnd(line));
    expect(lines.length).toBeGreaterThan(50);
    expect(second.lines.filter((line) => !isEnd(line))).toEqual(lines);
    expect(endsOf(second.lines)).toEqual(endsOf(first.lines));
  },
  AS_LONG_AS_IT_TAKES,
);
