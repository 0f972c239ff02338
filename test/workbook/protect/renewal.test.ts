import { beforeEach, expect, test } from "vitest";
import { SheetsFailure } from "../../../src/platform/ports.ts";
import { openBook } from "../../../src/workbook/commit/book.ts";
import { rowsFor } from "../../../src/workbook/commit/cells.ts";
import { number, text } from "../../../src/workbook/declare/column.ts";
import { defineTable } from "../../../src/workbook/declare/table.ts";
import { LOCK } from "../../../src/workbook/protect/lock.ts";
import { setUpRequests } from "../../../src/workbook/set-up/set-up.ts";
import { OPERATOR, STAFF } from "../../../workbench/people.ts";
import { testClock } from "../../support/rms-port.ts";
import { type EngineSheets, engineSheets } from "../../support/sheets-port.ts";

const PARTNER = "partner@example.com";

const parcels = defineTable({
  sheet: "荷物",
  key: ["id"],
  columns: {
    id: text("番号", { note: "", writer: "import" }),
    number: text("伝票番号", { note: "", writer: "staff" }),
    memo: text("メモ", { note: "", writer: "staff" }),
    count: number("個数", { note: "", writer: "import" }),
    inspected: number("検品数", { note: "", writer: "staff" }),
  },
});

interface Protection {
  readonly protectedRangeId: number;
  readonly description?: string;
  readonly warningOnly?: boolean;
  readonly editors?: { readonly users: readonly string[] };
  readonly unprotectedRanges?: readonly object[];
}

let sheets: EngineSheets;
let answers: (string | undefined)[];
const sent: object[][] = [];
const people = (...requests: object[]) => void sheets.request("POST", ":batchUpdate", { requests });

const editorsFor = (users: readonly string[]) => ({
  users,
  owner: () => OPERATOR,
  renewed: (refusal?: string) => void answers.push(refusal),
});

/** A run that writes one row for these operators, and what of its requests concerns protections. */
function runs(id: string, users: readonly string[] = [OPERATOR]): string[] {
  const port = {
    ...sheets,
    batchUpdate: (request: Parameters<EngineSheets["batchUpdate"]>[0]) => {
      sent.push(request.requests ?? []);
      return sheets.batchUpdate(request);
    },
  };
  const book = openBook({ sheets: port, clock: testClock(), tables: [parcels], run: id, editors: editorsFor(users) });
  sent.length = 0;
  book.plan([rowsFor(parcels, "import", [{ id, count: 1 }])]).commit();
  return sent.flat().flatMap((request) => Object.keys(request).filter((kind) => kind.includes("Protected")));
}

const protections = (): Protection[] => {
  const book = sheets.request("GET", "?fields=sheets(protectedRanges)") as {
    sheets: { protectedRanges?: Protection[] }[];
  };
  return book.sheets.flatMap(({ protectedRanges = [] }) => protectedRanges);
};
const locks = () => protections().filter(({ warningOnly }) => warningOnly !== true);
const ids = () => sheets.request("GET", "/values/A2%3AA9") as { values: string[][] };

const below = (startColumnIndex: number, endColumnIndex: number) => ({
  sheetId: 1001,
  startRowIndex: 1,
  startColumnIndex,
  endColumnIndex,
});

beforeEach(() => {
  sheets = engineSheets();
  answers = [];
  people(...setUpRequests({ sheets: [] }, {}, { tables: [parcels], who: OPERATOR }));
});

test("a sheet is locked whole, but for the columns of staff down to its last row and beyond", () => {
  expect(locks()).toMatchObject([
    { description: LOCK, editors: { users: [OPERATOR] }, unprotectedRanges: [below(1, 3), below(4, 5)] },
  ]);
});

test("operators are warned over columns of jobs and headers, in ranges of their own: a warning has no editors", () => {
  const warnings = protections().filter(({ warningOnly }) => warningOnly);
  expect(warnings).toMatchObject([
    { range: below(0, 1) },
    { range: below(3, 4) },
    { range: { startRowIndex: 0, endRowIndex: 1 } },
  ]);
});

test("what fits is left as it is", () => {
  expect(runs("A")).toEqual([]);
  expect(answers).toEqual([undefined]);
});

const update = (part: object) => ({
  updateProtectedRange: {
    protectedRange: { protectedRangeId: locks()[0]?.protectedRangeId, ...part },
    fields: Object.keys(part).join(),
  },
});

test.each<[string, () => void]>([
  ["whose editors somebody added to", () => people(update({ editors: { users: [STAFF] } }))],
  ["that all of a domain was let through", () => people(update({ editors: { groups: ["all@example.com"] } }))],
  ["that was turned into a warning", () => people(update({ warningOnly: true }))],
  ["that was opened further", () => people(update({ unprotectedRanges: [below(0, 5)] }))],
  ["of which an opening was closed", () => people(update({ unprotectedRanges: [below(1, 3)] }))],
  ["that is gone", () => people({ deleteProtectedRange: { protectedRangeId: locks()[0]?.protectedRangeId } })],
  [
    "that was doubled",
    () => people({ addProtectedRange: { protectedRange: { ...locks()[0], protectedRangeId: 77 } } }),
  ],
  [
    "of which a column was moved out",
    () =>
      people(
        {
          moveDimension: {
            source: { sheetId: 1001, dimension: "COLUMNS", startIndex: 2, endIndex: 3 },
            destinationIndex: 1,
          },
        },
        {
          moveDimension: {
            source: { sheetId: 1001, dimension: "COLUMNS", startIndex: 1, endIndex: 2 },
            destinationIndex: 4,
          },
        },
      ),
  ],
])("a lock %s is right again after the next run, and then left alone", (_, harm) => {
  harm();
  expect(runs("A")).not.toEqual([]);
  const [lock, ...others] = locks();
  expect(others).toEqual([]);
  expect(lock?.editors?.users).toEqual([OPERATOR]);
  const headers = (sheets.request("GET", "/values/1%3A1") as { values: string[][] }).values[0] ?? [];
  const open = ((lock?.unprotectedRanges ?? []) as ReturnType<typeof below>[]).flatMap(
    ({ startColumnIndex, endColumnIndex }) => headers.slice(startColumnIndex, endColumnIndex),
  );
  expect([...open].sort()).toEqual(["メモ", "伝票番号", "検品数"].sort());
  expect(runs("B")).toEqual([]);
});

test("the former locks, one for each group of columns, give way; those of people stay", () => {
  people(
    { deleteProtectedRange: { protectedRangeId: locks()[0]?.protectedRangeId } },
    ...[below(0, 1), below(3, 4)].map((range) => ({
      addProtectedRange: { protectedRange: { range, description: "出荷シート: 取込が書き込む列" } },
    })),
    { addProtectedRange: { protectedRange: { range: below(1, 2), description: "社内用" } } },
  );
  runs("A");
  expect(
    locks()
      .map(({ description }) => description)
      .sort(),
  ).toEqual([LOCK, "社内用"].sort());
});

test("the people named are let through, in any capitals, and nobody who is named no more", () => {
  runs("A", [OPERATOR, PARTNER]);
  expect(locks()[0]?.editors?.users).toEqual([OPERATOR, PARTNER]);
  expect(runs("B", [OPERATOR.toUpperCase(), PARTNER])).toEqual([]);
  runs("C");
  expect(locks()[0]?.editors?.users).toEqual([OPERATOR]);
});

test("a sheet that grew in the same commit, or by hand, stays open to staff to its end", () => {
  people({ appendDimension: { sheetId: 1001, dimension: "ROWS", length: 300 } });
  expect(runs("A")).toEqual([]);
  expect(locks()[0]?.unprotectedRanges?.[0]).not.toHaveProperty("endRowIndex");
});

test("a sheet that people fill has free rows for them again after a run, formats and drop-downs among them", () => {
  const kinds = defineTable({
    sheet: "区分",
    key: ["name"],
    columns: {
      name: text("名前", { note: "", writer: "staff" }),
      kind: text("種類", { note: "", writer: "staff", choices: ["入荷", "出庫"] }),
    },
  });
  const log = defineTable({
    sheet: "記録",
    key: ["id"],
    columns: { id: text("番号", { note: "", writer: "run" }), said: text("内容", { note: "", writer: "run" }) },
  });
  const tables = [kinds, log];
  sheets = engineSheets();
  people(...setUpRequests({ sheets: [] }, {}, { tables, who: OPERATOR }));
  const rowCount = () =>
    (
      sheets.request("GET", "?fields=sheets.properties(gridProperties.rowCount)") as {
        sheets: { properties: { gridProperties: { rowCount: number } } }[];
      }
    ).sheets[0]?.properties.gridProperties.rowCount as number;
  const before = rowCount();
  const types = (rowIndex: number, name: string) =>
    people({
      updateCells: {
        start: { sheetId: 1001, rowIndex, columnIndex: 0 },
        rows: [{ values: [{ userEnteredValue: { stringValue: name } }] }],
        fields: "userEnteredValue",
      },
    });
  const run = (id: string) =>
    openBook({ sheets, clock: testClock(), tables, run: id, editors: editorsFor([OPERATOR]) })
      .plan([rowsFor(log, "run", [{ id, said: "" }])])
      .commit();
  types(1, "りんご");
  run("A");
  expect(rowCount()).toBe(before);
  types(before - 1, "最後の行");
  run("B");
  expect(rowCount()).toBeGreaterThanOrEqual(before + 100);
  expect(sheets.request("GET", `/values/${encodeURIComponent(`区分!A${before}`)}`)).toMatchObject({
    values: [["最後の行"]],
  });
  const query = `?ranges=${encodeURIComponent(`区分!B${before + 50}`)}&fields=sheets.data.rowData.values.dataValidation`;
  expect(JSON.stringify(sheets.request("GET", query))).toContain("入荷");
  run("C");
  expect(rowCount()).toBeLessThan(before + 700);
});

test("where Google does not take an address, the rows are written all the same, and it is told", () => {
  const message = "Invalid requests[0].addProtectedRange: nobody@example.com is not a Google account.";
  sheets.before("batchUpdate", () => {
    throw new SheetsFailure(400, message);
  });
  runs("A", [OPERATOR, "nobody@example.com"]);
  expect(answers).toEqual([message]);
  expect(ids().values).toEqual([["A"]]);
});

test("where a protection went meanwhile, the commit goes on without them and blames no address", () => {
  const lock = locks()[0]?.protectedRangeId;
  sheets.before("batchUpdate", () => people({ deleteProtectedRange: { protectedRangeId: lock } }));
  runs("A", [OPERATOR, PARTNER]);
  expect(answers).toEqual([undefined]);
  expect(ids().values).toEqual([["A"]]);
  runs("B", [OPERATOR, PARTNER]);
  expect(locks()[0]?.editors?.users).toEqual([OPERATOR, PARTNER]);
});
