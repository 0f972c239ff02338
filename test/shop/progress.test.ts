import { expect, test } from "vitest";
import {
  hasEnded,
  isCancelled,
  isProgress,
  isShipped,
  type Progress,
  progressLabel,
  progressOfLabel,
} from "../../src/shop/progress.ts";

const all: Progress[] = [100, 200, 300, 400, 500, 600, 700, 800, 900];

test("500 to 700 are shipped, 800 and 900 cancelled, and nothing else has ended: 400 waits for a decision", () => {
  expect(all.filter(isShipped)).toEqual([500, 600, 700]);
  expect(all.filter(isCancelled)).toEqual([800, 900]);
  expect(all.filter(hasEnded)).toEqual([500, 600, 700, 800, 900]);
});

test("every progress has a label that is read again, with its name or without, and no other number is one", () => {
  expect(all.map((code) => progressOfLabel(progressLabel(code)))).toEqual(all);
  expect(all.map((code) => progressOfLabel(` ${code}`))).toEqual(all);
  expect([0, 150, 1000].filter(isProgress)).toEqual([]);
  expect(["", "発送待ち", "3000", "150 何か"].map(progressOfLabel)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
