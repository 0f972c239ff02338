import { beforeEach, describe, expect, test } from "vitest";
import type { Spreadsheet } from "../../../src/platform/ports.ts";
import { text } from "../../../src/workbook/declare/column.ts";
import { defineTable, type Table } from "../../../src/workbook/declare/table.ts";
import { factsIn, HEADER_FIELDS, SHEET_FIELDS, setUpRanges } from "../../../src/workbook/set-up/look.ts";
import { RULE_FIELDS, ruleRanges } from "../../../src/workbook/set-up/ruled.ts";
import { setUpRequests } from "../../../src/workbook/set-up/set-up.ts";
import { OPERATOR } from "../../../workbench/people.ts";
import { type EngineSheets, engineSheets } from "../../support/sheets-port.ts";

const columns = {
  id: text("番号", { note: "説明", writer: "import" }),
  door: text('届け先 "JAN"', { note: "説明", writer: "import" }),
  memo: text("メモ", { note: "説明", writer: "staff" }),
};
const parcels = defineTable({ sheet: "荷物", key: ["id"], columns });
const SHEET = 1001;
const BOOK = { fields: "sheets(data(rowData(values(effectiveValue,dataValidation))))", ranges: ["'荷物'!1:2"] };

let sheets: EngineSheets;
const update = (...requests: object[]) => void sheets.request("POST", ":batchUpdate", { requests });
const range = (column: number) => ({
  sheetId: SHEET,
  startRowIndex: 0,
  endRowIndex: 1,
  startColumnIndex: column,
  endColumnIndex: column + 1,
});
const along = { sheetId: SHEET, dimension: "COLUMNS" };
const insert = (startIndex: number, inheritFromBefore: boolean) =>
  update({ insertDimension: { range: { ...along, startIndex, endIndex: startIndex + 1 }, inheritFromBefore } });

/** How many requests it took. */
function setUp(table: Table = parcels): number {
  const tables = [table];
  const book = sheets.get({ fields: SHEET_FIELDS }) as Spreadsheet;
  const ranges = setUpRanges(book, tables);
  const looked = ranges.length === 0 ? {} : sheets.get({ ranges, fields: HEADER_FIELDS });
  const rules = ruleRanges(factsIn(book, looked, tables));
  const ruled = rules.length === 0 ? {} : sheets.get({ ranges: rules, fields: RULE_FIELDS });
  const requests = setUpRequests(book, looked, { tables, ruled, who: "" });
  if (requests.length > 0) update(...requests);
  return requests.length;
}

/** Each header with the formula of its rule; what is below has none. */
function headers(): [string, string | undefined][] {
  const [head, first] = sheets.get(BOOK).sheets?.[0]?.data?.[0]?.rowData ?? [];
  expect((first?.values ?? []).some(({ dataValidation }) => dataValidation !== undefined)).toBe(false);
  return (head?.values ?? []).map(({ effectiveValue, dataValidation: rule }) => {
    if (rule !== undefined) expect(rule).toMatchObject({ strict: true, condition: { type: "CUSTOM_FORMULA" } });
    return [effectiveValue?.stringValue ?? "", rule?.condition?.values?.[0]?.userEnteredValue];
  });
}

/** What a person is told who types this into a cell; nothing where they may. */
const refusal = (cell: string, value: string): string | undefined =>
  sheets.engine
    .breaches(sheets.spreadsheetId, OPERATOR, { range: `荷物!${cell}`, rows: [[value]], option: "USER_ENTERED" })
    .find(({ strict }) => strict)?.message;

const own = [
  ["番号", '=EXACT($A$1,"番号")'],
  ['届け先 "JAN"', '=EXACT($B$1,"届け先 ""JAN""")'],
  ["メモ", '=EXACT($C$1,"メモ")'],
];

beforeEach(() => {
  sheets = engineSheets();
  setUp();
});

describe("a header", () => {
  test("takes no other name, and says which one it keeps", () => {
    expect(headers()).toEqual(own);
    expect(refusal("B1", "住所")).toContain('「届け先 "JAN"」');
    expect(refusal("B1", '届け先 "Jan"')).toBeDefined();
    expect(refusal("B1", "7")).toBeDefined();
    expect(refusal("A1", "番号2")).toContain("「番号」");
  });

  test("may be emptied, and typed again as it was", () => {
    expect(refusal("C1", "")).toBeUndefined();
    update({ updateCells: { range: range(2), fields: "userEnteredValue" } });
    expect(refusal("C1", "備考")).toBeDefined();
    expect(refusal("C1", "メモ")).toBeUndefined();
  });

  test("keeps its name wherever its column is moved to", () => {
    update({ moveDimension: { source: { ...along, startIndex: 2, endIndex: 3 }, destinationIndex: 0 } });
    expect(refusal("A1", "備考")).toContain("「メモ」");
    expect(refusal("B1", "備考")).toContain("「番号」");
    expect(setUp()).toBe(0);
  });
});

describe("a column that people insert", () => {
  test.each([
    ["behind one of ours", 2, true],
    ["before one of ours", 1, false],
    ["at the very front", 0, false],
  ])("%s is called what they like, and ours stay as they are", (_, place, inheritFromBefore) => {
    insert(place, inheritFromBefore);
    expect(headers()[place]?.[1]).toMatch(/^=EXACT/);
    const letter = "ABCD".charAt(place);
    expect(refusal(`${letter}1`, "うちの列")).toBeUndefined();
    for (const other of "ABCD".replace(letter, "")) expect(refusal(`${other}1`, "うちの列")).toBeDefined();
  });

  test("goes without the hint about our header after 初期設定", () => {
    insert(2, true);
    update({
      updateCells: {
        range: range(2),
        rows: [{ values: [{ userEnteredValue: { stringValue: "うちの列" } }] }],
        fields: "userEnteredValue",
      },
    });
    setUp();
    expect(headers()).toEqual([own[0], own[1], ["うちの列", undefined], ["メモ", '=EXACT($D$1,"メモ")']]);
    expect(setUp()).toBe(0);
  });

  test("keeps a rule of their own there", () => {
    insert(3, true);
    const rule = {
      condition: { type: "CUSTOM_FORMULA", values: [{ userEnteredValue: "=LEN($D$1)<9" }] },
      strict: true,
    };
    update({ setDataValidation: { range: range(3), rule } });
    expect(setUp()).toBe(0);
    expect(headers()[3]?.[1]).toBe("=LEN($D$1)<9");
  });
});

describe("初期設定", () => {
  test("has nothing to do again", () => expect(setUp()).toBe(0));

  test("brings the rules to a sheet from before there were any, and to a header whose rule somebody changed", () => {
    update({ setDataValidation: { range: { sheetId: SHEET, startRowIndex: 0, endRowIndex: 1 } } });
    const condition = { type: "TEXT_EQ", values: [{ userEnteredValue: "住所" }] };
    update({ setDataValidation: { range: range(1), rule: { condition, strict: true } } });
    setUp();
    expect(headers()).toEqual(own);
    expect(setUp()).toBe(0);
  });

  test("gives a header its name back under its rule, and a new name with a new rule", () => {
    const cell = { userEnteredValue: { stringValue: "住所" } };
    update({ updateCells: { range: range(1), rows: [{ values: [cell] }], fields: "userEnteredValue" } });
    setUp();
    expect(headers()).toEqual(own);
    const door = text("お届け先", { note: "説明", writer: "import", formerHeaders: ['届け先 "JAN"'] });
    setUp(defineTable({ sheet: "荷物", key: ["id"], columns: { ...columns, door } }) as unknown as Table);
    expect(headers()).toEqual([own[0], ["お届け先", '=EXACT($B$1,"お届け先")'], own[2]]);
    expect(refusal("B1", '届け先 "JAN"')).toContain("「お届け先」");
  });

  test("makes a lost column anew, whose header keeps its name too", () => {
    update({ deleteDimension: { range: { ...along, startIndex: 1, endIndex: 2 } } });
    setUp();
    expect(headers().map(([header]) => header)).toEqual(["番号", "メモ", '届け先 "JAN"']);
    expect(refusal("C1", "住所")).toBeDefined();
    expect(refusal("B1", "住所")).toContain("「メモ」");
    expect(setUp()).toBe(0);
  });
});
