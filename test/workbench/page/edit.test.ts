import { expect, test } from "vitest";
import { type EditedCells, type EditedSheet, entriesOf } from "../../../workbench/page/grid/edit.ts";

const nothingTyped: EditedSheet = { text: undefined, asTyped: false, isCheckbox: () => false };
const entered = (cells: EditedCells, sheet: Partial<EditedSheet> = {}) =>
  entriesOf(cells, { ...nothingTyped, ...sheet });

test("typed text goes to the engine as it was typed, not as the grid read it", () => {
  const cells: EditedCells = { 4: { 2: { v: 46350, s: { n: { pattern: "yyyy/m/d" } } } } };
  expect(entered(cells, { text: "2026/11/24" })).toEqual([
    { corner: { row: 4, column: 2 }, rows: [["2026/11/24"]], parsed: true },
  ]);
});

test("a copied order number stays text: it is stored and not parsed", () => {
  expect(entered({ 0: { 0: { v: "0600001", t: 1 } } })).toEqual([
    { corner: { row: 0, column: 0 }, rows: [["0600001"]], parsed: false },
  ]);
});

test("cleared cells are emptied, and cells between them are left alone", () => {
  expect(entered({ 1: { 1: null }, 3: { 2: { v: null } } })).toEqual([
    {
      corner: { row: 1, column: 1 },
      rows: [
        ["", null],
        [null, null],
        [null, ""],
      ],
      parsed: false,
    },
  ]);
});

test("a ticked box is TRUE, not 1", () => {
  expect(entered({ 0: { 0: { v: 1 }, 1: { v: 0 } } }, { isCheckbox: () => true })[0]?.rows).toEqual([[true, false]]);
});

test("copied formulas are parsed, the values beside them are not", () => {
  expect(entered({ 0: { 0: { f: "=A2*2", v: 4 }, 1: { v: "1-2", t: 1 } } })).toEqual([
    { corner: { row: 0, column: 0 }, rows: [["=A2*2"]], parsed: true },
    { corner: { row: 0, column: 1 }, rows: [["1-2"]], parsed: false },
  ]);
});

test("a text of several lines keeps its line breaks", () => {
  const document = { body: { dataStream: "一行目\r二行目\r\n" } };
  expect(entered({ 0: { 0: { p: document as never } } })[0]?.rows).toEqual([["一行目\n二行目"]]);
});

test("a change of look alone is no edit of a value", () => {
  expect(entered({ 0: { 0: { s: { bl: 1 } } } })).toEqual([]);
});
