import { expect, test } from "vitest";
import { openBook } from "../../../src/workbook/commit/book.ts";
import { rowsFor } from "../../../src/workbook/commit/cells.ts";
import { checkbox, staffKey, text } from "../../../src/workbook/declare/column.ts";
import { defineTable } from "../../../src/workbook/declare/table.ts";
import { HEADER_FIELDS, SHEET_FIELDS, setUpRanges } from "../../../src/workbook/set-up/look.ts";
import { setUpRequests } from "../../../src/workbook/set-up/set-up.ts";
import { clock } from "../../support/book.ts";
import { type EngineSheets, engineSheets } from "../../support/sheets-port.ts";

/** A box stands where there is a question. */
const parcels = defineTable({
  sheet: "荷物",
  key: ["id"],
  columns: {
    id: text("番号", { note: "説明", writer: "import" }),
    question: text("確認事項", { note: "説明", writer: "import" }),
    memo: text("メモ", { note: "説明", writer: "staff" }),
    mark: staffKey(),
    done: checkbox("確認済", {
      note: "説明",
      boxed: { by: ["question"], when: (cell) => (cell("question") ?? "") !== "" },
    }),
  },
});
const tables = [parcels];
const SHEET = 1001;
const [MEMO, DONE] = [2, 4] as const;

const change = (sheets: EngineSheets, ...requests: object[]) =>
  void sheets.request("POST", ":batchUpdate", { requests });

function sheet(): EngineSheets {
  const sheets = engineSheets();
  change(sheets, ...setUpRequests({ sheets: [] }, {}, { tables, who: "" }));
  return sheets;
}

const setUp = (sheets: EngineSheets) => {
  const book = sheets.get({ fields: SHEET_FIELDS });
  const looked = sheets.get({ ranges: setUpRanges(book, tables), fields: HEADER_FIELDS });
  const requests = setUpRequests(book, looked, { tables, who: "" });
  if (requests.length > 0) change(sheets, ...requests);
  return requests;
};

let runs = 0;
const open = (sheets: EngineSheets) => openBook({ sheets, clock, tables, run: `run${++runs}` });
const asking = (questions: Readonly<Record<string, string>>) => [
  rowsFor(
    parcels,
    "import",
    Object.entries(questions).map(([id, question]) => ({ id, question })),
  ),
];
const imports = (sheets: EngineSheets, questions: Readonly<Record<string, string>>) =>
  open(sheets).plan(asking(questions)).commit({ mend: true });

const writes = (row: number, column: number, userEnteredValue: object) => ({
  updateCells: {
    start: { sheetId: SHEET, rowIndex: row, columnIndex: column },
    rows: [{ values: [{ userEnteredValue }] }],
    fields: "userEnteredValue",
  },
});
const ticks = (sheets: EngineSheets, row: number, boolValue = true) => change(sheets, writes(row, DONE, { boolValue }));
const sorts = (startColumnIndex: number) => ({
  sortRange: {
    range: { sheetId: SHEET, startRowIndex: 1, endRowIndex: 4, startColumnIndex, endColumnIndex: DONE + 1 },
    sortSpecs: [{ dimensionIndex: startColumnIndex, sortOrder: "DESCENDING" }],
  },
});

interface Seen {
  readonly userEnteredValue?: { readonly stringValue?: string; readonly boolValue?: boolean };
  readonly dataValidation?: { readonly condition: { readonly type: string } };
}

/** Of each row its key, the value in 確認済, and whether that is a box. */
function seen(sheets: EngineSheets): (readonly [id: string, value: boolean | undefined, box: boolean])[] {
  const { sheets: [found] = [] } = sheets.request(
    "GET",
    "?fields=sheets(data(rowData(values(userEnteredValue,dataValidation))))",
  ) as { sheets?: { data: { rowData: { values?: Seen[] }[] }[] }[] };
  return (found?.data[0]?.rowData ?? []).slice(1).flatMap(({ values = [] }) => {
    const id = values[0]?.userEnteredValue?.stringValue;
    const { userEnteredValue, dataValidation } = values[DONE] ?? {};
    return id === undefined
      ? []
      : [[id, userEnteredValue?.boolValue, dataValidation?.condition.type === "BOOLEAN"] as const];
  });
}

/** What a run sends of boxes. */
function boxRequests(sheets: EngineSheets, work: () => void): object[] {
  const sent: object[] = [];
  const { batchUpdate } = sheets;
  sheets.batchUpdate = (body) => {
    sent.push(...(body.requests ?? []).filter((request) => "setDataValidation" in request));
    return batchUpdate(body);
  };
  work();
  sheets.batchUpdate = batchUpdate;
  return sent;
}

test("a row has a box while it asks something, from the commit on that says so", () => {
  const sheets = sheet();
  imports(sheets, { A: "", B: "住所は？", C: "" });
  expect(seen(sheets)).toEqual([
    ["A", undefined, false],
    ["B", undefined, true],
    ["C", undefined, false],
  ]);
  imports(sheets, { A: "", B: "", C: "個数は？" });
  expect(seen(sheets)).toEqual([
    ["A", undefined, false],
    ["B", undefined, false],
    ["C", undefined, true],
  ]);
});

test("a tick keeps its box when the question goes; an unticked one leaves no FALSE behind", () => {
  const sheets = sheet();
  imports(sheets, { A: "？", B: "？" });
  ticks(sheets, 1);
  ticks(sheets, 2, false);
  imports(sheets, { A: "", B: "" });
  expect(seen(sheets)).toEqual([
    ["A", true, true],
    ["B", undefined, false],
  ]);
});

test.each([
  ["since the run read the sheet", (sheets: EngineSheets, tick: () => void) => sheets.before("get", tick)],
  ["between its look and its write", (sheets: EngineSheets, tick: () => void) => sheets.before("batchUpdate", tick)],
])("what somebody ticked %s is a ticked box still, and no word", (_, during) => {
  const sheets = sheet();
  imports(sheets, { A: "？", B: "？" });
  const book = open(sheets);
  during(sheets, () => ticks(sheets, 1));
  book.plan(asking({ A: "", B: "" })).commit();
  expect(seen(sheets)).toEqual([
    ["A", true, true],
    ["B", undefined, false],
  ]);
});

test("boxes are with their rows also when somebody sorts under the commit", () => {
  const sheets = sheet();
  imports(sheets, { A: "", B: "？", C: "" });
  sheets.before("batchUpdate", () => change(sheets, sorts(0)));
  imports(sheets, { A: "？", B: "", C: "" });
  expect([...seen(sheets)].sort()).toEqual([
    ["A", undefined, true],
    ["B", undefined, false],
    ["C", undefined, false],
  ]);
});

test("where only people's own cells were sorted, the boxes go home with the ticks", () => {
  const sheets = sheet();
  imports(sheets, { A: "？", B: "", C: "" });
  change(sheets, writes(1, MEMO, { stringValue: "1" }), writes(3, MEMO, { stringValue: "3" }));
  ticks(sheets, 1);
  imports(sheets, { A: "？", B: "", C: "" });
  change(sheets, sorts(MEMO));
  imports(sheets, { A: "？", B: "", C: "" });
  expect(seen(sheets)).toEqual([
    ["A", true, true],
    ["B", undefined, false],
    ["C", undefined, false],
  ]);
});

test("neighbours share a request, and a run that turns no row sends none", () => {
  const sheets = sheet();
  const all = (question: (n: number) => string) =>
    Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`N${n}`, question(n)]));
  expect(
    boxRequests(sheets, () =>
      imports(
        sheets,
        all((n) => (n < 50 ? "？" : "")),
      ),
    ),
  ).toHaveLength(1);
  expect(
    boxRequests(sheets, () =>
      imports(
        sheets,
        all((n) => (n < 50 ? "！" : "")),
      ),
    ),
  ).toHaveLength(0);
  expect(
    boxRequests(sheets, () =>
      imports(
        sheets,
        all((n) => (n < 20 || n >= 55 ? "？" : "")),
      ),
    ),
  ).toHaveLength(2);
});

test("初期設定 brings boxes that are missing and takes those of rows without a question, but none that is ticked", () => {
  const sheets = sheet();
  imports(sheets, { A: "", B: "？", C: "", D: "？" });
  const below = { sheetId: SHEET, startRowIndex: 1, endRowIndex: 5, startColumnIndex: DONE, endColumnIndex: DONE + 1 };
  change(
    sheets,
    { setDataValidation: { range: below, rule: { condition: { type: "BOOLEAN" } } } },
    { setDataValidation: { range: { ...below, startRowIndex: 4 } } },
  );
  ticks(sheets, 1);
  setUp(sheets);
  expect(seen(sheets)).toEqual([
    ["A", true, true],
    ["B", undefined, true],
    ["C", undefined, false],
    ["D", undefined, true],
  ]);
  expect(setUp(sheets)).toEqual([]);
});
