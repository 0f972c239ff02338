import fc from "fast-check";
import { expect, test } from "vitest";
import { book } from "../book.ts";

const TITLES = ["Sheet1", "明細"] as const;

function twoSheets() {
  const desk = book({ rows: 6, columns: 6 });
  desk.batch({
    addSheet: { properties: { sheetId: 1, title: "明細", gridProperties: { rowCount: 6, columnCount: 6 } } },
  });
  return desk;
}

const shown = (desk: ReturnType<typeof book>) => TITLES.map((title) => desk.values(`${title}!A1:F6`));

test("a formula reads what stood there before it was typed, in columns that no formula read until then", () => {
  const desk = twoSheets();
  desk.type("明細!A1:C3", [
    ["A", 1, "x"],
    ["B", 2, "y"],
    ["A", 4, "z"],
  ]);
  desk.type("A1", [['=COUNTIF(明細!A:A,"A")']]);
  expect(desk.values("A1")).toEqual([["2"]]);
  desk.type("A2", [['=SUMIF(明細!A1:A3,"A",明細!B1:B3)'], ['=INDIRECT("Z1")&明細!C3']]);
  expect(desk.values("A1:A2")).toEqual([["2"], ["5"]]);
  desk.type("明細!B3", [[40]]);
  expect(desk.values("A2")).toEqual([["41"]]);
});

const cell = fc.record({
  sheet: fc.constantFrom(...TITLES),
  at: fc.tuple(fc.constantFrom(..."ABCDEF"), fc.integer({ min: 1, max: 6 })).map(([column, row]) => `${column}${row}`),
  content: fc.constantFrom<string | number | null>(
    1,
    2,
    "A",
    null,
    "=SUM(明細!B1:B6)",
    '=COUNTIF(Sheet1!A1:A6,"A")',
    "=$C2&明細!D4",
    "=SUM(F:F)",
    "=Sheet1!E5+1",
    "=SUM(5:5)",
    '=INDIRECT("B3")',
  ),
});

test("whatever is typed in whatever order, formulas show what they would in a spreadsheet that was just opened", () => {
  fc.assert(
    fc.property(fc.array(cell, { minLength: 4, maxLength: 14 }), (typed) => {
      const desk = twoSheets();
      for (const { sheet, at, content } of typed) {
        desk.type(`${sheet}!${at}`, [[content ?? ""]]);
        shown(desk);
      }
      const opened = twoSheets();
      for (const { sheet, at, content } of typed) opened.type(`${sheet}!${at}`, [[content ?? ""]]);
      expect(shown(desk)).toEqual(shown(opened));
    }),
    { numRuns: 60 },
  );
});
