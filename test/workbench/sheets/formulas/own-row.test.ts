import { expect, test } from "vitest";
import { book } from "../book.ts";

/** A row of typed cells with formulas about it from F on, and the same formulas made to look beyond it. */
function computed(typed: readonly (string | number | boolean | null)[], formulas: readonly string[]) {
  const desk = book({ rows: 40, columns: 40 });
  desk.put("A2", [typed]);
  desk.type("F2", [formulas]);
  desk.type("F3", [formulas.map((formula) => `=IF(FALSE,Z$30,${formula.slice(1)})`)]);
  return { own: desk.values("F2:AN2")[0], beyond: desk.values("F3:AN3")[0] };
}

const FORMULAS = [
  "=A2&B2",
  "=B2*2",
  '=IF(AND(ISNUMBER(B2),B2>1),"多い",C2&"")',
  "=SUM(A2:D2)",
  "=$B2/0",
  '=IFERROR(B2/0,"なし")',
  "=D2",
  "=E2",
  '=E2&""',
  "=LEFT(A2,1)",
  "=LEN(A2)",
  "=1/3",
  "=NO.SUCH(B2)",
  "=UNKNOWN",
  '=COUNTIF(A2:D2,">0")',
  '=HYPERLINK("#gid=1","見る")',
  "=HYPERLINK(A2)",
  "=ROW()",
  "=COLUMN(B2)",
  '=TEXT(B2,"0.00")',
  '="A1:B9"&B2',
];

test.each([
  [["あ", 3, "x", true]],
  [["'1", 0, null, false]],
  [["=1+1", -1.5, "#REF!", null]],
  [[null, null, null, null]],
] as const)("what a formula reads of its row alone comes to the same as in the whole workbook: %j", (typed) => {
  const { own, beyond } = computed(typed, FORMULAS);
  const inOwnRow = beyond?.map((value, at) => (FORMULAS[at] === "=ROW()" ? Number(value) - 1 : value));
  expect(own?.map(String)).toEqual(inOwnRow?.map(String));
});

test("a formula about a cell with a formula follows it, and one about itself is an error", () => {
  const desk = book();
  desk.type("A1", [["=B2*2", "=A1+1", '=B1&"個"', "=D1+1"]]);
  desk.type("B2", [[4]]);
  const [row] = desk.values("A1:D1");
  expect(row?.slice(0, 3)).toEqual(["8", "9", "9個"]);
  expect(row?.[3]).toMatch(/^#/);
});

test("a formula follows the row that it comes to stand in, and a name the cells that it stands for", () => {
  const desk = book();
  const range = { sheetId: 0, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 1 };
  desk.type("A1", [[5, "=A1+1", "=Rate*2"]]);
  expect(desk.values("B1:C1")[0]?.[1]).toMatch(/^#NAME/);
  desk.batch({ addNamedRange: { namedRange: { name: "Rate", range } } });
  expect(desk.values("B1:C1")).toEqual([["6", "10"]]);
  const inserted = { sheetId: 0, dimension: "ROWS", startIndex: 0, endIndex: 1 };
  desk.batch({ insertDimension: { range: inserted } });
  desk.type("A2", [[7]]);
  expect(desk.values("B2:C2")).toEqual([["8", "14"]]);
});

test("chance gives each cell its own number", () => {
  const desk = book();
  desk.type("A1", [["=RAND()", "=RAND()"]]);
  const [one, other] = desk.values("A1:B1", "valueRenderOption=UNFORMATTED_VALUE")[0] ?? [];
  expect(one).not.toBe(other);
});

test("a date that a formula brings shows as one on the next day, too", () => {
  let time = new Date("2026-11-24T10:29:30+09:00");
  const desk = book({ now: () => time });
  desk.type("A1", [["=TODAY()", "=TODAY()+0*C9"]]);
  expect(desk.values("A1:B1")).toEqual([["2026/11/24", "2026/11/24"]]);
  time = new Date(time.getTime() + 86_400_000);
  desk.type("C1", [["x"]]);
  expect(desk.values("A1:B1")).toEqual([["2026/11/25", "2026/11/25"]]);
});
