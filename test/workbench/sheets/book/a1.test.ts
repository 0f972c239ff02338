import { describe, expect, it } from "vitest";
import { quoteTitle } from "../../../../workbench/sheets/book/a1.ts";
import { book, refusal } from "../book.ts";

function twoSheets() {
  const desk = book({ rows: 20, columns: 6 });
  desk.batch(
    { addSheet: { properties: { sheetId: 1, title: "It's 出荷", gridProperties: { rowCount: 3, columnCount: 2 } } } },
    { addNamedRange: { namedRange: { name: "Codes", range: { sheetId: 1, startColumnIndex: 0, endColumnIndex: 1 } } } },
  );
  return desk;
}

describe("a range in A1 notation", () => {
  it.each([
    ["Sheet1", "Sheet1!A1:F20"],
    ["'Sheet1'", "Sheet1!A1:F20"],
    ["sheet1!b2", "Sheet1!B2"],
    ["B2:C3", "Sheet1!B2:C3"],
    ["C3:B2", "Sheet1!B2:C3"],
    ["$B$2:C$3", "Sheet1!B2:C3"],
    ["A:C", "Sheet1!A1:C20"],
    ["1:1", "Sheet1!A1:F1"],
    ["B2:B", "Sheet1!B2:B20"],
    ["A1:1", "Sheet1!A1:F1"],
    ["R2C3", "Sheet1!C2"],
    ["A1:ZZ99", "Sheet1!A1:F20"],
    ["'It''s 出荷'!A1:B2", "'It''s 出荷'!A1:B2"],
    ["It's 出荷", "'It''s 出荷'!A1:B3"],
    ["Codes", "'It''s 出荷'!A1:A3"],
    ["codes", "'It''s 出荷'!A1:A3"],
  ])("%s is %s", (asked, answered) => {
    const { call } = twoSheets();
    expect(call("GET", `/values/${encodeURIComponent(asked)}`).body).toMatchObject({ range: answered });
  });

  it.each([
    ["Nowhere!A1", "400 Unable to parse range: Nowhere!A1"],
    ["Sheet1!Nothing", "400 Unable to parse range: Sheet1!Nothing"],
    ["A0", "400 Unable to parse range: A0"],
    ["A21", "400 Range (Sheet1!A21) exceeds grid limits. Max rows: 20, max columns: 6"],
    ["G1", "400 Range (Sheet1!G1) exceeds grid limits. Max rows: 20, max columns: 6"],
  ])("%s is refused", (asked, message) => {
    expect(refusal(twoSheets().call("GET", `/values/${encodeURIComponent(asked)}`))).toBe(message);
  });

  it.each([
    ["Sales", "Sales"],
    ["Sheet_1", "Sheet_1"],
    ["x.y", "x.y"],
    ["Sales2", "Sales2"],
    ["Probe Tab", "'Probe Tab'"],
    ["ABC1234", "'ABC1234'"],
    ["R1C1", "'R1C1'"],
    ["2026", "'2026'"],
    ["在庫", "'在庫'"],
    ["It's", "'It''s'"],
  ])("carries the title %s as %s", (title, quoted) => {
    expect(quoteTitle(title)).toBe(quoted);
  });
});
