import { expect, test } from "vitest";
import { isRefused } from "../../../workbench/page/grid/commands.ts";
import { a1Range } from "../../../workbench/page/sheets-client.ts";

test.each(["insert-row", "remove-col", "set-style", "insert-sheet", "move-range", "set-worksheet-name", "cut"])(
  "the grid refuses %s, of which the engine would never hear",
  (name) => expect(isRefused(`sheet.command.${name}`)).toBe(true),
);

test.each([
  "sheet.command.set-range-values",
  "sheet.command.paste",
  "sheet.command.move-selection",
  "sheet.mutation.set-range-values",
  "sheet.operation.set-selections",
  "univer.command.undo",
  "doc.command.insert-text",
])("the grid carries out %s", (id) => expect(isRefused(id)).toBe(false));

test.each([
  [{ row: 0, column: 0 }, 1, 1, "A1"],
  [{ row: 9, column: 25 }, 2, 3, "Z10:AB11"],
  [{ row: 0, column: 701 }, 1, 2, "ZZ1:AAA1"],
])("a range is named as in the sheet: %o", (corner, rows, columns, name) => {
  expect(a1Range(corner, rows, columns)).toBe(name);
});
