import { expect, test } from "vitest";
import { built, smallSteps } from "./bundles.ts";
import { simulate } from "./simulate.ts";

/** Ends are noted when a thread has unwound, which the machine decides; nothing in the schedule follows from that instant. */
const isEnd = (line: string): boolean => /^\S+ \* e\d+ (completed|failed|killed|timed out)/.test(line);

const endsOf = (lines: readonly string[]): string[] =>
  lines
    .filter(isEnd)
    .map((line) => line.replace(/^\S+ /, ""))
    .sort();

test.each([3, 4, 10])(
  "seed %i gives the same day twice, call by call, so that a failure can be looked at again",
  async (seed) => {
    const bundle = await built([smallSteps]);
    const [first, second] = [await simulate(seed, bundle), await simulate(seed, bundle)];
    const lines = first.lines.filter((line) => !isEnd(line));
    expect(lines.length).toBeGreaterThan(50);
    expect(second.lines.filter((line) => !isEnd(line))).toEqual(lines);
    expect(endsOf(second.lines)).toEqual(endsOf(first.lines));
  },
);
