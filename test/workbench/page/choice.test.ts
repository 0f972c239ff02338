import { expect, test } from "vitest";
import { accepted, matching } from "../../../workbench/page/grid/choice.ts";

const options = ["1001 ヤマト運輸", "1002 ヤマト運輸（クール）", "2001 佐川急便", "その他 1001"];
const strict = { options, strict: true };
const free = { options, strict: false };
const entered = (text: string) => ({ text, completed: true });

test("entries that begin with what was typed come before those that only hold it", () => {
  expect(matching(options, "1001")).toEqual(["1001 ヤマト運輸", "その他 1001"]);
});

test.each([
  ["an entry itself", strict, entered("2001 佐川急便"), "2001 佐川急便"],
  ["the first entry that begins with the text", strict, entered("100"), "1001 ヤマト運輸"],
  ["full-width digits and half-width kana alike", strict, entered("１００２"), "1002 ヤマト運輸（クール）"],
  ["nothing, which empties the cell", strict, entered(""), ""],
  ["a formula, whatever it will come to", strict, entered("=A1"), "=A1"],
  ["other texts where they may be", free, entered("福山通運"), "福山通運"],
  ["no other text where only entries may be", strict, entered("福山通運"), undefined],
  ["no entry that was begun and left by a click elsewhere", strict, { text: "100", completed: false }, undefined],
  ["what was begun and left as it stands, where that may be", free, { text: "100", completed: false }, "100"],
])("a drop-down cell takes %s", (_, choice, typed, stored) => expect(accepted(choice, typed)).toBe(stored));
