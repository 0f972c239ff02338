import { expect, test } from "vitest";
import { seedOf } from "./seed-of-commit.ts";

test("a commit always gives the same seed, one that is easily typed again", () => {
  const commit = "0123456789abcdef0123456789abcdef01234567";
  expect(seedOf(commit)).toBe(0x01234);
  expect(seedOf(`f${commit.slice(1)}`)).toBeLessThan(10_000_000);
});
