import { expect, test } from "vitest";
import { type RetainedRow, verdictOn } from "../../../../src/desk/retention/rules/verdict.ts";
import { day, TODAY } from "../../../support/reports.ts";

/** Shipped and reported so many days ago, plain but for what is given. */
const row = (days: number, given: Partial<RetainedRow> = {}): RetainedRow => ({
  orderedAt: TODAY - 400,
  confirmedAt: null,
  shipOn: null,
  wishedDate: null,
  shippedOn: TODAY - days,
  rmsDetailIds: "",
  rmsCarriers: "",
  rmsTrackingNumbers: "",
  rmsShippedOn: "",
  sentRecords: "",
  reportedAt: null,
  progress: "500 発送済",
  state: "出荷済",
  shippingStatus: "",
  cancelConfirmed: false,
  reportState: "送信済",
  intact: true,
  doubted: false,
  ...given,
});

const rules = { today: TODAY, retentionDays: 60 };
const verdict = (days: number, given?: Partial<RetainedRow>) => verdictOn(row(days, given), rules);

test("so many days after shipping are kept, and the next one not", () => {
  expect([0, 59, 60, 61, 399].map((days) => verdict(days))).toEqual(["keep", "keep", "keep", "erase", "erase"]);
});

test.each<[string, Partial<RetainedRow>]>([
  ["what RMS holds, the latest of several", { shippedOn: null, rmsShippedOn: "2026/09/01\n2026/10/20" }],
  ["a day that lies ahead is a slip, and RMS counts", { shippedOn: TODAY + 3650, rmsShippedOn: "2026/10/20" }],
  ["a day before the order is a slip too", { shippedOn: TODAY - 4000, rmsShippedOn: "2026-10-20" }],
  ["what a report told RMS", { shippedOn: null, sentRecords: "7001 1001 390000000014 2026/10/20" }],
  ["when the last report was sent", { shippedOn: null, reportedAt: day("2026-10-20") + 0.5 }],
  ["the last day that the order speaks of", { shippedOn: null, orderedAt: TODAY - 90, wishedDate: TODAY - 20 }],
])("where 発送日 does not tell: %s", (_, given) => {
  expect(verdict(100, given)).toBe("keep");
});

test.each<[string, Partial<RetainedRow>, string]>([
  ["RMS shows it before 発送済", { progress: "300 発送待ち", state: "取込済" }, "unshipped"],
  ["nobody knows its progress", { progress: "書き換え" }, "unshipped"],
  ["its report awaits its outcome", { reportState: "確認中" }, "report"],
  ["its report is in error", { reportState: "エラー" }, "report"],
  ["part of it is not reported", { reportState: "一部送信済" }, "report"],
  ["somebody typed over it", { intact: false }, "altered"],
  ["its entries may be another row's", { doubted: true }, "entries"],
])("a row is held back where %s", (_, given, held) => {
  expect(verdict(61, given)).toBe(held);
  expect(verdict(60, given)).toBe("keep");
});

test("what was never shipped and is still to be is nobody's business yet", () => {
  expect(verdict(0, { progress: "300 発送待ち", state: "取込済", shippedOn: null })).toBe("keep");
  const packed = { progress: "300 発送待ち", state: "取込済", shippedOn: null, shippingStatus: "出荷済" } as const;
  expect(verdict(0, packed)).toBe("unshipped");
});

test("a cancelled order goes by its own days, and its error once somebody has seen to it", () => {
  const cancelled = { state: "取消", progress: "900 キャンセル確定", shippedOn: null, reportState: "" } as const;
  expect(verdict(0, cancelled)).toBe("erase");
  expect(verdict(0, { ...cancelled, orderedAt: TODAY - 60 })).toBe("keep");
  expect(verdict(0, { ...cancelled, reportState: "エラー" })).toBe("report");
  expect(verdict(0, { ...cancelled, reportState: "エラー", cancelConfirmed: true })).toBe("erase");
});
