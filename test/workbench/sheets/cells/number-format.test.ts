import { expect, it } from "vitest";
import { formatted, patternOf } from "../../../../workbench/sheets/cells/number-format.ts";

it.each([
  [46350, "yyyy/mm/dd", "2026/11/24"],
  [46350.604166666664, "yyyy/MM/dd H:mm", "2026/11/24 14:30"],
  [46350, 'yyyy"年"M"月"d"日"', "2026年11月24日"],
  [46350, "m/d(ddd)", "11/24(火)"],
  [1, "yyyy-mm-dd", "1899-12-31"],
  [0.5, "h:mm AM/PM", "12:00 午後"],
  [1.5, "[h]:mm", "36:00"],
  [1234.5, "#,##0.00", "1,234.50"],
  [-1200, "[$¥]#,##0", "-¥1,200"],
  [7, "000", "007"],
  [0, '0;-0;"なし"', "なし"],
  [0.125, "0.0%", "12.5%"],
  [3, '0"個"', "3個"],
])("%s with the pattern %s is shown as %s", (value, pattern, shown) => {
  expect(formatted(value, pattern, "ja_JP")).toBe(shown);
});

it.each([
  [0.1 + 0.2, "0.3"],
  [1 / 3, "0.3333333333"],
  [1 / 1024, "0.0009765625"],
  [123456789012, "123456789012"],
  [1e21, "1E+21"],
  [-2.5, "-2.5"],
])("%s is shown as %s where no format is set", (value, shown) => {
  expect(formatted(value, undefined, "en_US")).toBe(shown);
});

it("shows a text as it is, whatever the number format", () => {
  expect(formatted("007", "#,##0", "ja_JP")).toBe("007");
});

it("shows the value when a pattern cannot be read", () => {
  expect(formatted(5, "[[[", "ja_JP")).toBe("5");
});

it("knows the usual date pattern of each locale", () => {
  expect([patternOf({ type: "DATE" }, "ja_JP"), patternOf({ type: "DATE" }, "en_US")]).toEqual([
    "yyyy/MM/dd",
    "M/d/yyyy",
  ]);
});
