import { beforeEach, expect, test } from "vitest";
import type { Spreadsheet } from "../../../src/platform/ports.ts";
import { text } from "../../../src/workbook/declare/column.ts";
import { defineTable } from "../../../src/workbook/declare/table.ts";
import { HEADER_FIELDS, SHEET_FIELDS, setUpRanges } from "../../../src/workbook/set-up/look.ts";
import { setUpRequests } from "../../../src/workbook/set-up/set-up.ts";
import { type EngineSheets, engineSheets } from "../../support/sheets-port.ts";

const parcels = defineTable({
  sheet: "荷物",
  key: ["id"],
  columns: {
    id: text("番号", { note: "説明", writer: "import" }),
    door: text("届け先", { note: "説明", writer: "import" }),
    memo: text("メモ", { note: "説明", writer: "staff" }),
  },
});
const SHEET = 1001;
const tables = [parcels];

let sheets: EngineSheets;
const update = (...requests: object[]) => void sheets.request("POST", ":batchUpdate", { requests });

/** How many requests it took. */
function setUp(): number {
  const book = sheets.get({ fields: SHEET_FIELDS }) as Spreadsheet;
  const ranges = setUpRanges(book, tables);
  const looked = ranges.length === 0 ? {} : sheets.get({ ranges, fields: HEADER_FIELDS });
  const requests = setUpRequests(book, looked, { tables, who: "" });
  if (requests.length > 0) update(...requests);
  return requests.length;
}

/** Each header with the name that its cell is kept to. */
function headers(): [string, string | undefined][] {
  const fields = "sheets(data(rowData(values(effectiveValue,dataValidation))))";
  const [sheet] = sheets.get({ ranges: ["'荷物'!1:2"], fields }).sheets ?? [];
  const [head, first] = sheet?.data?.[0]?.rowData ?? [];
  expect((first?.values ?? []).some(({ dataValidation }) => dataValidation !== undefined)).toBe(false);
  return (head?.values ?? []).map(({ effectiveValue, dataValidation: rule }) => {
    if (rule !== undefined)
      expect(rule).toMatchObject({ strict: true, inputMessage: expect.stringContaining("変更できません") });
    return [effectiveValue?.stringValue ?? "", rule?.condition?.values?.[0]?.userEnteredValue];
  });
}
const own = [
  ["番号", "番号"],
  ["届け先", "届け先"],
  ["メモ", "メモ"],
];

beforeEach(() => {
  sheets = engineSheets();
  setUp();
});

test("each header of a new sheet is kept to its own name, and there is nothing to do again", () => {
  expect(headers()).toEqual(own);
  expect(setUp()).toBe(0);
});

test("初期設定 brings the rules to a sheet from before there were any, and to a header whose rule somebody changed", () => {
  const range = { sheetId: SHEET, startRowIndex: 0, endRowIndex: 1 };
  update({ setDataValidation: { range } });
  update({
    setDataValidation: {
      range: { ...range, startColumnIndex: 1, endColumnIndex: 2 },
      rule: { condition: { type: "TEXT_EQ", values: [{ userEnteredValue: "住所" }] }, strict: true },
    },
  });
  setUp();
  expect(headers()).toEqual(own);
  expect(setUp()).toBe(0);
});

test("a rule goes where its column goes, and a column that people insert beside it is free to have a name of its own", () => {
  const columns = { sheetId: SHEET, dimension: "COLUMNS" };
  update(
    { moveDimension: { source: { ...columns, startIndex: 2, endIndex: 3 }, destinationIndex: 0 } },
    { insertDimension: { range: { ...columns, startIndex: 1, endIndex: 2 }, inheritFromBefore: true } },
  );
  setUp();
  expect(headers()).toEqual([
    ["メモ", "メモ"],
    ["", undefined],
    ["番号", "番号"],
    ["届け先", "届け先"],
  ]);
});
