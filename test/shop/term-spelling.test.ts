import { expect, test } from "vitest";
import { termLabel, termOfText } from "../../src/shop/wished-term.ts";

test("whatever an import writes into the master for a term, it reads again as the same", () => {
  for (let term = 1; term < 10_000; term++) {
    const label = termLabel(term);
    if (label !== "") expect(termOfText(label)).toBe(label);
  }
});

test.each([
  "12時〜14時",
  "12時~14時",
  "１２時－１４時",
  "12時ー14時",
  "12時−14時",
  "12–14時",
  "12:00-14:00",
  " 12 ～ 14 ",
])("%s is 12時～14時", (typed) => expect(termOfText(typed)).toBe("12時～14時"));

test.each(["", "昼ごろ", "12時", "1214", "12時～", "午前～14時"])("%j is no term", (typed) =>
  expect(termOfText(typed)).toBeUndefined(),
);
