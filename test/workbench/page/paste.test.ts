import fc from "fast-check";
import { expect, test } from "vitest";
import { isOwnCopy, overSelection, pastedRows } from "../../../workbench/page/grid/paste.ts";

test.each([
  ["one cell", "0600001", [["0600001"]]],
  [
    "rows and columns",
    "a\tb\nc\td\n",
    [
      ["a", "b"],
      ["c", "d"],
    ],
  ],
  ["Windows line ends", "a\r\nb\r\n", [["a"], ["b"]]],
  ["empty cells", "\ta\t", [["", "a", ""]]],
  [
    "shorter rows are filled up",
    "a\tb\nc",
    [
      ["a", "b"],
      ["c", ""],
    ],
  ],
  ["a cell of several lines", 'a\t"一\n二 ""三"""\tb', [["a", '一\n二 "三"', "b"]]],
  ["a quote inside a cell is a quote", '5" x', [['5" x']]],
])("pasted text: %s", (_, text, rows) => expect(pastedRows(text)).toEqual(rows));

test("every table survives the way through the clipboard", () => {
  const cell = fc.string({ unit: fc.constantFrom("a", "1", '"', "\t", "\n", "出"), maxLength: 5 });
  const table = fc
    .integer({ min: 1, max: 3 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 3 }));
  const copied = (rows: string[][]) =>
    rows.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join("\t")).join("\n");
  fc.assert(
    fc.property(table, (rows) => {
      expect(pastedRows(copied(rows))).toEqual(rows);
    }),
  );
});

test("one copied cell fills the selection, a table does not", () => {
  expect(overSelection([["x"]], { height: 2, width: 2 })).toEqual([
    ["x", "x"],
    ["x", "x"],
  ]);
  expect(overSelection([["x", "y"]], { height: 2, width: 2 })).toEqual([["x", "y"]]);
});

test("a copy made in the grid is told from text of another program", () => {
  expect(isOwnCopy('<table data-copy-id="k1">')).toBe(true);
  expect(isOwnCopy("<table><td>1</td></table>")).toBe(false);
  expect(isOwnCopy(undefined)).toBe(false);
});
