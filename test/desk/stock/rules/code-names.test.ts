import { expect, test } from "vitest";
import { codeNames } from "../../../../src/desk/stock/rules/code-names.ts";

test("a code is found whatever its width, case and blanks, by the spelling of 在庫 first and of 商品マスタ next", () => {
  const { nameOf } = codeNames(["Abc-1"], ["abc-1", "Xyz"]);
  expect(["ABC-1", "ａｂｃ-1", " abc-1 "].map(nameOf)).toEqual(["Abc-1", "Abc-1", "Abc-1"]);
  expect(nameOf("xyz")).toBe("Xyz");
  expect(nameOf(" new ")).toBe("new");
});

test("codes that differ in case alone are two where the shop has two", () => {
  const { nameOf, productsLike } = codeNames(["a-1", "A-1"], ["a-1", "A-1"]);
  expect(["a-1", "A-1"].map(nameOf)).toEqual(["a-1", "A-1"]);
  expect(nameOf("ａ-1")).toBe("ａ-1");
  expect(productsLike("ａ-1")).toEqual(["a-1", "A-1"]);
});

test("an order that says the code its product had before counts for the code that it has now, unless another has it", () => {
  const formerly = (code: string) => ({ old: "new", reused: "new" })[code];
  const { nameOf } = codeNames(["new", "reused"], ["new"], formerly);
  expect(["old", "reused", "unknown"].map(nameOf)).toEqual(["new", "reused", "unknown"]);
});
