import { describe, expect, test } from "vitest";
import { dayValidation, trackingValidation } from "../../../src/desk/shipments/typed-entries.ts";
import { numberDoubt, typedNumbers } from "../../../src/shop/tracking-number.ts";
import type { Validation } from "../../../src/workbook/declare/column.ts";
import { ruleFor } from "../../../src/workbook/declare/validation.ts";
import { createSheetsEngine } from "../../../workbench/sheets/engine.ts";

const user = "staff@example.com";
const NOW = "2026-11-30T10:00:00+09:00";
const layout = new Map([
  ["carrier", 0],
  ["suggestedCarrier", 1],
  ["trackingNumber", 2],
  ["shippedOn", 3],
]);

type Cell = string | number;
type Row = readonly [carrier: string, suggested: string, number: string, day?: string];

/** A sheet with these rows below its headers, and the rules as set-up gives them to its columns. */
function sheetOf(rows: readonly Row[]) {
  const engine = createSheetsEngine({ now: () => new Date(NOW), random: () => 0.5 });
  const call = (method: string, path: string, body: object) => {
    const { status, body: answer } = engine.handle({ method, path, body, user });
    expect([status, status === 200 ? "" : answer]).toEqual([200, ""]);
    return answer as { spreadsheetId: string };
  };
  const { spreadsheetId: id } = call("POST", "/v4/spreadsheets", {
    properties: { locale: "ja_JP", timeZone: "Asia/Tokyo" },
    sheets: [{ properties: { sheetId: 7, title: "出荷" } }],
  });
  const column = (at: number) => ({ sheetId: 7, startRowIndex: 1, startColumnIndex: at, endColumnIndex: at + 1 });
  const rule = (at: number, validation: Validation) => ({
    setDataValidation: { range: column(at), rule: ruleFor(validation, layout, 1) },
  });
  const userEnteredFormat = { numberFormat: { type: "TEXT", pattern: "@" } };
  const texts = [0, 1, 2].map((at) => ({
    repeatCell: { range: column(at), cell: { userEnteredFormat }, fields: "userEnteredFormat.numberFormat" },
  }));
  const update = (requests: object[]) => call("POST", `/v4/spreadsheets/${id}:batchUpdate`, { requests });
  update([...texts, rule(2, trackingValidation), rule(3, dayValidation)]);
  const path = `/v4/spreadsheets/${id}/values/${encodeURIComponent("出荷!A1")}?valueInputOption=USER_ENTERED`;
  call("PUT", path, { values: [["配送会社", "候補", "伝票番号", "発送日"], ...rows] });
  /** What the rules say of something that a person types into a cell. */
  const typing = (cell: string, value: Cell) =>
    engine.breaches(id, user, { range: `出荷!${cell}`, rows: [[value]], option: "USER_ENTERED" });
  return { typing, update };
}

const YAMATO = "1001 ヤマト運輸";
const GOOD = "390000000014";

test.each([
  ["1001 ヤマト運輸", GOOD],
  ["1001 ヤマト運輸", "390000000015"],
  ["1001 ヤマト運輸", "39000000001"],
  ["1001 ヤマト運輸", "3900000000"],
  ["1002 佐川急便", "1234567893"],
  ["1002 佐川急便", "1234567894"],
  ["1003 日本郵便", "EE123456785JP"],
  ["1003 日本郵便", "1234567890120"],
  ["1003 日本郵便", "手渡し"],
  ["1004 西濃運輸", "12345"],
  ["", "12345"],
  ["ヤマト運輸", "12345"],
])("the formula for %s and %s says what the rule of the run says", (carrier, number) => {
  const marked = sheetOf([[carrier, "", ""]]).typing("C2", number).length > 0;
  expect(marked).toBe(numberDoubt(carrier.slice(0, 4), number) !== undefined);
});

describe("a number", () => {
  test("may stand in full width, with hyphens and blanks, as runs read it", () => {
    const { typing } = sheetOf([[YAMATO, "", ""]]);
    for (const typed of ["３９００-0000-0014", "3900 0000 0014", "３９００００００００１４"]) {
      expect(typing("C2", typed)).toEqual([]);
      expect(typedNumbers(typed)).toMatchObject({ numbers: [GOOD], flawed: [] });
    }
  });

  test("is checked by the carrier that the masters propose, where people chose none", () => {
    const { typing } = sheetOf([["", YAMATO, ""]]);
    expect([typing("C2", GOOD), typing("C2", "390000000015")].map(({ length }) => length)).toEqual([0, 1]);
  });

  test("that another row has is pointed out and not refused; its own cell is no other row", () => {
    const { typing } = sheetOf([
      [YAMATO, "", GOOD],
      ["", "", ""],
    ]);
    expect(typing("C3", GOOD)).toMatchObject([
      { row: 2, column: 2, strict: false, message: expect.stringContaining("ほかの行と同じ番号") },
    ]);
    expect(typing("C2", GOOD)).toEqual([]);
  });

  test("that Excel has spoilt is pointed out", () => {
    expect(sheetOf([["", "", ""]]).typing("C2", "3.9E+11")).toHaveLength(1);
  });

  test("of several in one cell is left to the run", () => {
    expect(sheetOf([[YAMATO, "", ""]]).typing("C2", `${GOOD}\n390000000025`)).toEqual([]);
  });
});

describe("a day", () => {
  test.each(["2026/11/26", "11/26", "2027/11/30", "2025-11-30", ""])("%s is taken", (typed) => {
    expect(sheetOf([[YAMATO, "", GOOD]]).typing("D2", typed)).toEqual([]);
  });

  test.each(["20261126", "昨日", "2028/01/01", "1126"])("%s is refused with how to type it", (typed) => {
    expect(sheetOf([[YAMATO, "", GOOD]]).typing("D2", typed)).toMatchObject([
      { strict: true, message: expect.stringContaining("2026/11/26 や 11/26") },
    ]);
  });
});

test("rules go along with their cells and columns, whatever is inserted and moved", () => {
  const { typing, update } = sheetOf([
    [YAMATO, "", GOOD],
    [YAMATO, "", ""],
  ]);
  const dimension = (axis: string, startIndex: number) => ({
    sheetId: 7,
    dimension: axis,
    startIndex,
    endIndex: startIndex + 1,
  });
  update([
    { insertDimension: { range: dimension("ROWS", 1), inheritFromBefore: false } },
    { insertDimension: { range: dimension("COLUMNS", 0), inheritFromBefore: false } },
    { moveDimension: { source: dimension("COLUMNS", 1), destinationIndex: 5 } },
  ]);
  // Now suggested in B, number in C, day in D, carrier in E; the rows begin at 3.
  expect(typing("C4", "390000000015")).toHaveLength(1);
  expect(typing("C4", GOOD)).toMatchObject([{ message: expect.stringContaining("ほかの行と同じ番号") }]);
  expect(typing("C4", "390000000025")).toEqual([]);
  expect(typing("D4", "20261126")).toHaveLength(1);
});
