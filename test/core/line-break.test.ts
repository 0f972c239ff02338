import { expect, test } from "vitest";
import { filledLines, linesOf, oneLine } from "../../src/core/line-break.ts";

const ends = ["\n", "\r\n", "\r", "\v", "\f", "\u0085", "\u2028", "\u2029"];

test.each(ends.map((end) => [JSON.stringify(end), end]))("a line ends at %s", (_, end) => {
  expect(linesOf(`左${end}右`)).toEqual(["左", "右"]);
});

test("an empty line is a line, and a cell with one thing a line has none in it", () => {
  expect(linesOf("a\n\nb\n")).toEqual(["a", "", "b", ""]);
  expect(filledLines("a\n\nb\n")).toEqual(["a", "b"]);
  expect([linesOf(""), filledLines("")]).toEqual([[""], []]);
});

test("blanks are part of a line, and no part of what is told in one", () => {
  expect(filledLines(" a \n ")).toEqual([" a ", " "]);
  expect(oneLine(" a \n \n b ")).toBe("a b");
});
