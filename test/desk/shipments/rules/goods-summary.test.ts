import { expect, test } from "vitest";
import { goodsSummary } from "../../../../src/desk/shipments/rules/goods-summary.ts";

const socks = { name: "靴下 No.65", variation: "サイズ:S", units: 1 };
const towel = { name: "タオル", variation: "", units: 3 };

test.each([
  ["one product with its choices and its number", [socks], "靴下 No.65 S ×1"],
  ["one without choices", [towel], "タオル ×3"],
  ["the first of several, and how many others there are", [socks, towel, towel], "靴下 No.65 S ×1 ほか2点"],
  ["choices in several lines", [{ ...socks, variation: "カラー:レッド\nサイズ：S" }], "靴下 No.65 レッド S ×1"],
  ["choices that have no name", [{ ...socks, variation: "フリー" }], "靴下 No.65 フリー ×1"],
  ["what is left of a parcel", [{ ...socks, units: 0 }, towel], "タオル ×3"],
  ["a parcel in which nothing is left", [{ ...socks, units: 0 }], ""],
  ["a line that somebody emptied", [{ ...socks, units: null }, towel], "タオル ×3"],
  ["a name in two lines", [{ ...towel, name: "厚手\nタオル" }], "厚手 タオル ×3"],
] as const)("the cell of a parcel tells %s", (_, lines, text) => {
  expect(goodsSummary(lines)).toBe(text);
});

test("however long a name is, the number stays in sight, and no character is cut in two", () => {
  const long = { name: `${"あ".repeat(17)}📦📦`, variation: `色:${"い".repeat(40)}`, units: 12 };
  expect(goodsSummary([long, towel])).toBe(`${"あ".repeat(8)}… ${"い".repeat(6)}… ×12 ほか1点`);
  expect(goodsSummary([{ ...long, name: `${"あ".repeat(15)}📦📦📦`, variation: "" }])).toBe(
    `${"あ".repeat(15)}📦… ×12`,
  );
  expect(goodsSummary([{ ...long, name: "Half width takes half the room of it", variation: "" }])).toBe(
    "Half width takes half the room o… ×12",
  );
});
