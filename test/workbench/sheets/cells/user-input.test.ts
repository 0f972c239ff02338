import { describe, expect, it } from "vitest";
import { book } from "../book.ts";

/** What is typed, what the cell then holds, and what it shows. */
type Case = readonly [typed: string, held: string | number | boolean, shown: string];

const everywhere: readonly Case[] = [
  ["007", 7, "7"],
  ["-3.50", -3.5, "-3.5"],
  ["1,234", 1234, "1,234"],
  ["2,000,000.01", 2000000.01, "2,000,000.01"],
  ["1,23", "1,23", "1,23"],
  ["10%", 0.1, "10%"],
  ["12.5%", 0.125, "12.50%"],
  ["1e5", 100000, "1.00E+05"],
  ["TRUE", true, "TRUE"],
  ["false", false, "FALSE"],
  ["'007", "007", "007"],
  ["14:30", 0.6041666666666666, "14:30"],
  ["9:05:30", 0.37881944444444443, "9:05:30"],
  ["25:00", "25:00", "25:00"],
  ["2026/11/24", 46350, "2026/11/24"],
  ["2026-11-24", 46350, "2026-11-24"],
  ["2026/11/24 14:30", 46350.604166666664, "2026/11/24 14:30"],
  ["2026/02/30", "2026/02/30", "2026/02/30"],
  ["1-2", 46024, "1-2"],
  ["3_1_0", "3_1_0", "3_1_0"],
  ["123456-20261124-0000000001", "123456-20261124-0000000001", "123456-20261124-0000000001"],
  ["1234-1-0", "1234-1-0", "1234-1-0"],
  ["03-1234-5678", "03-1234-5678", "03-1234-5678"],
  ["090-0000-0000", "090-0000-0000", "090-0000-0000"],
  ["100-0001", "100-0001", "100-0001"],
  ["=", "=", "="],
  ["りんご 3個", "りんご 3個", "りんご 3個"],
];

const japanese: readonly Case[] = [
  ["2026年11月24日", 46350, "2026年11月24日"],
  ["11月24日", 46350, "11月24日"],
  ["¥1,200", 1200, "¥1,200"],
  ["￥980", 980, "¥980"],
  ["26/11/24", 46350, "2026/11/24"],
];

const american: readonly Case[] = [
  ["11/24/2026", 46350, "11/24/2026"],
  ["2:30 PM", 0.6041666666666666, "2:30 PM"],
  ["$1,200.50", 1200.5, "$1,200.50"],
  ["Nov 24, 2026", 46350, "Nov 24, 2026"],
  ["2026年11月24日", "2026年11月24日", "2026年11月24日"],
];

const cases = [
  ...everywhere.flatMap((each) => [["ja_JP", ...each] as const, ["en_US", ...each] as const]),
  ...japanese.map((each) => ["ja_JP", ...each] as const),
  ...american.map((each) => ["en_US", ...each] as const),
];

describe("typing into a cell", () => {
  it.each(cases)("in %s, %s is held as %s and shown as %s", (locale, typed, held, shown) => {
    const { type, values } = book({ locale });
    type("A1", [[typed]]);
    expect([values("A1", "valueRenderOption=UNFORMATTED_VALUE")[0]?.[0], values("A1")[0]?.[0]]).toEqual([held, shown]);
  });

  it("keeps text as it is in a cell formatted as text", () => {
    const { batch, type, values } = book();
    const cell = { userEnteredFormat: { numberFormat: { type: "TEXT" } } };
    batch({ repeatCell: { range: { sheetId: 0 }, cell, fields: "userEnteredFormat.numberFormat" } });
    type("A1", [["007", "2026/11/24", "=1+1", "0120-000-000"]]);
    expect(values("A1:D1", "valueRenderOption=UNFORMATTED_VALUE")).toEqual([
      ["007", "2026/11/24", "=1+1", "0120-000-000"],
    ]);
  });

  it("leaves a number format that the cell already has", () => {
    const { batch, type, values } = book();
    const cell = { userEnteredFormat: { numberFormat: { type: "DATE", pattern: "yyyy-mm-dd" } } };
    batch({ repeatCell: { range: { sheetId: 0 }, cell, fields: "userEnteredFormat.numberFormat" } });
    type("A1", [["2026/11/24"]]);
    expect(values("A1")).toEqual([["2026-11-24"]]);
  });

  it("makes a formula of what starts with an equals sign", () => {
    const { type, values } = book();
    type("A1", [["2", "=A1*21"]]);
    expect(values("A1:B1")).toEqual([["2", "42"]]);
    expect(values("B1", "valueRenderOption=FORMULA")).toEqual([["=A1*21"]]);
  });

  it("is not what RAW does: every text stays a text", () => {
    const { put, values } = book();
    put("A1", [["007", "=1+1", "2026/11/24", "'quoted", 7]]);
    expect(values("A1:E1", "valueRenderOption=UNFORMATTED_VALUE")).toEqual([
      ["007", "=1+1", "2026/11/24", "'quoted", 7],
    ]);
  });

  it("refuses more than 50,000 characters in a cell", () => {
    const { call } = book();
    const { body } = call("PUT", "/values/A1?valueInputOption=RAW", { values: [["x".repeat(50_001)]] });
    expect(JSON.stringify(body)).toContain(
      "Your input contains more than the maximum of 50000 characters in a single cell.",
    );
  });
});
