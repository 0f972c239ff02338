import { describe, expect, test } from "vitest";
import { DAY, serialOfRms } from "../../../../src/core/jst.ts";
import { type DueRow, dueOf, partEnd, partOf } from "../../../../src/desk/archive/rules/due.ts";

const day = (text: string): number => serialOfRms(text) as number;
const NOW = day("2026-11-29T03:10:00");

const row = (changes: Partial<DueRow> = {}): DueRow => ({
  state: "出荷済",
  shippingStatus: "出荷済",
  trackingNumber: "123456789012",
  cancelConfirmed: false,
  questions: "",
  reportState: "送信済",
  toReport: false,
  days: [day("2026-08-20"), null],
  orderedAt: day("2026-08-18T21:15:00"),
  sound: true,
  linesAsk: false,
  toBook: false,
  ...changes,
});
const due = (...rows: DueRow[]) => dueOf(rows, 90, NOW);

test("an order leaves the day after its last parcel has been gone for so many days", () => {
  expect(due(row({ days: [day("2026-08-30")] }))).toEqual({ day: day("2026-08-30") });
  expect(due(row({ days: [day("2026-08-31")] }))).toBeUndefined();
  expect(due(row(), row({ days: [day("2026-08-31")] }))).toBeUndefined();
});

test.each<[string, Partial<DueRow>]>([
  ["is to be packed yet", { state: "取込済", shippingStatus: "梱包済" }],
  ["is looked at by people before it is packed", { state: "要確認", shippingStatus: "" }],
  ["is held", { state: "保留", shippingStatus: "保留" }],
])("an order of which a parcel %s is no matter for the archive", (_, changes) => {
  expect(due(row(), row(changes))).toBeUndefined();
});

describe("an order is held back", () => {
  test.each<[string, Partial<DueRow>, string]>([
    ["whose report is under way", { reportState: "送信中" }, "report"],
    ["whose report RMS took in part", { reportState: "一部送信済" }, "report"],
    ["whose report failed", { reportState: "エラー" }, "report"],
    ["whose report ran out while RMS waits for it", { state: "取込済", reportState: "期限切れ" }, "report"],
    ["of which there is something to report", { toReport: true }, "report"],
    ["that somebody holds back", { shippingStatus: "保留" }, "question"],
    ["that asks a question", { questions: "伝票番号を確認してください。" }, "question"],
    ["whose line asks a question", { linesAsk: true }, "question"],
    ["that changed at the shop after it was shipped", { state: "変更あり" }, "question"],
    ["that was cancelled after it was packed, and nobody saw to it", { state: "取消" }, "question"],
    ["of which somebody changed what an import wrote", { sound: false }, "row"],
    ["whose goods are not in the ledger yet", { toBook: true }, "stock"],
  ])("%s", (_, changes, because) => {
    expect(due(row(changes))).toEqual({ held: because });
    expect(due(row(), row(changes))).toEqual({ held: because });
  });
});

test.each<[string, Partial<DueRow>]>([
  ["RMS shows as shipped although its report ran out", { reportState: "期限切れ" }],
  ["was reported by file and RMS shows as shipped", { reportState: "CSV作成済" }],
  ["was reported by other means", { reportState: "" }],
  ["people and RMS were told of, and RMS waits again", { state: "取込済" }],
  [
    "was cancelled before anybody packed it",
    { state: "取消", shippingStatus: "", trackingNumber: "", reportState: "" },
  ],
  [
    "was cancelled after it was packed, and a person said so",
    { state: "取消", cancelConfirmed: true, reportState: "エラー" },
  ],
])("an order that %s leaves", (_, changes) => {
  expect(due(row(changes))).toEqual({ day: day("2026-08-20") });
});

describe("the day of shipping", () => {
  test.each<[string, DueRow["days"], string]>([
    ["is the one that people entered", [day("2026-08-25"), day("2026-08-20")], "2026-08-25"],
    ["is that of RMS where they entered none", [null, day("2026-08-20")], "2026-08-20"],
    [
      "is never before the order's own, as of a year that was mistyped",
      [day("2025-08-25"), day("2026-08-20")],
      "2026-08-20",
    ],
    ["is never still to come", [day("2036-08-25"), day("2026-08-20")], "2026-08-20"],
    ["is the order's own where nobody knows", [null, null], "2026-08-18"],
  ])("%s", (_, days, expected) => {
    expect(due(row({ days }))).toEqual({ day: day(expected) });
  });
});

test("a month begins on its first day and ends before the next one's", () => {
  expect(partOf(day("2026-11-01"))).toBe("2026-11");
  expect(partOf(day("2026-11-30") + 0.9)).toBe("2026-11");
  expect(partEnd("2026-11")).toBe(day("2026-12-01"));
  expect(partEnd("2026-12")).toBe(day("2027-01-01"));
  expect(partOf(partEnd("2028-02") - 1 / (DAY / 1000))).toBe("2028-02");
});
