import fc from "fast-check";
import { expect, test } from "vitest";
import type { SetRow } from "../../../../src/desk/sets/rules/set-row.ts";
import { isSet, resolve, setsOf } from "../../../../src/desk/sets/rules/sets.ts";

type Written = readonly [setCode: string, partCode: string, quantity: SetRow["quantity"]];

const PRODUCTS = new Set(["p1", "p2", "p3", "007"]);

/** The sheet with these rows from the second line on. */
const sheet = (...rows: readonly Written[]): SetRow[] =>
  rows.map(([setCode, partCode, quantity], at) => ({ index: at + 1, setCode, partCode, quantity }));

const read = (...rows: readonly Written[]) => setsOf(sheet(...rows), PRODUCTS);

/** `2 partCode` for a fault of the sheet's second line. */
const places = (...rows: readonly Written[]): string[] =>
  read(...rows)
    .faults.map(({ row, column }) => `${row.index + 1} ${column}`)
    .sort();

/** A set that nothing is wrong with, beneath the rows that are tried. */
const GOOD: Written = ["good", "p3", 4];

const partsOf = (code: string, units: number, ...rows: readonly Written[]) => {
  const parts = resolve(read(...rows).sets, code, units);
  return parts === "refused" ? parts : parts.map((part) => `${part.code} × ${part.units}`);
};

test("a set is so many of its parts, and a product is itself", () => {
  const rows: Written[] = [
    ["gift", "p2", 1],
    ["gift", "p1", 2],
  ];
  expect(partsOf("gift", 3, ...rows)).toEqual(["p1 × 6", "p2 × 3"]);
  expect(partsOf("p1", 3, ...rows)).toEqual(["p1 × 3"]);
  expect(partsOf("never heard of", 1, ...rows)).toEqual(["never heard of × 1"]);
  expect(places(...rows)).toEqual([]);
});

test("a set inside a set is taken apart too, and what it shares with the outer one is summed", () => {
  const rows: Written[] = [
    ["family", "gift", 2],
    ["family", "p1", 1],
    ["gift", "p1", 3],
    ["gift", "p2", 1],
  ];
  expect(partsOf("family", 2, ...rows)).toEqual(["p1 × 14", "p2 × 4"]);
});

test.each<[string, Written[], string[]]>([
  ["its code is a product's", [["p1", "p2", 1]], ["2 setCode"]],
  ["its code is a product's in another spelling", [["Ｐ１ ", "p2", 1]], ["2 setCode"]],
  ["a part is unknown", [["a", "p9", 1]], ["2 partCode"]],
  ["a part lost its zeros", [["a", "7", 1]], ["2 partCode"]],
  ["Excel wrote its code in powers of ten", [["4.90E+12", "p1", 1]], ["2 setCode"]],
  ["Excel wrote a part in powers of ten", [["a", "4.9E+12", 1]], ["2 partCode"]],
  ["no part is named", [["a", "", 1]], ["2 partCode"]],
  ["no part is named but by a blank", [["a", "　", 1]], ["2 partCode"]],
  ["the quantity is 0", [["a", "p1", 0]], ["2 quantity"]],
  ["the quantity is 1.5", [["a", "p1", 1.5]], ["2 quantity"]],
  ["the quantity is negative", [["a", "p1", -1]], ["2 quantity"]],
  ["the quantity is blank", [["a", "p1", null]], ["2 quantity"]],
  ["the quantity is a text", [["a", "p1", undefined]], ["2 quantity"]],
  ["the quantity became a date", [["a", "p1", 46_024]], ["2 quantity"]],
  ["the quantity has no end", [["a", "p1", Number.POSITIVE_INFINITY]], ["2 quantity"]],
  ["it contains itself", [["a", "a", 1]], ["2 partCode"]],
  ["it contains itself in another spelling", [["a", "Ａ", 1]], ["2 partCode"]],
  [
    "a part stands there twice",
    [
      ["a", "p1", 1],
      ["a", "P1", 2],
    ],
    ["3 partCode"],
  ],
  [
    "one row of several is faulty",
    [
      ["a", "p1", 1],
      ["a", "p2", 0],
      ["a", "p3", 1],
    ],
    ["3 quantity"],
  ],
  [
    "the row beneath it names no set, and may be its part",
    [
      ["a", "p1", 1],
      ["", "p2", 1],
      ["", "p3", 1],
    ],
    ["3 setCode", "4 setCode"],
  ],
  [
    "it contains a set that contains it",
    [
      ["a", "b", 1],
      ["b", "a", 1],
    ],
    ["2 partCode", "3 partCode"],
  ],
  [
    "it contains a refused set",
    [
      ["a", "b", 1],
      ["b", "p1", 0],
    ],
    ["2 partCode", "3 quantity"],
  ],
  [
    "it contains a set that contains a refused set",
    [
      ["a", "b", 1],
      ["b", "c", 1],
      ["c", "p9", 1],
    ],
    ["2 partCode", "3 partCode", "4 partCode"],
  ],
])("a set is refused, by name on its row, when %s; other sets work", (_, rows, expected) => {
  const code = rows[0]?.[0] ?? "";
  expect(places(...rows, GOOD)).toEqual(expected);
  expect(partsOf(code, 1, ...rows, GOOD)).toBe("refused");
  expect(partsOf("good", 2, ...rows, GOOD)).toEqual(["p3 × 8"]);
});

test("of a circle every row on it tells the way around; a set that only leads there names the one to mend", () => {
  const { faults } = read(["a", "b", 1], ["b", "c", 2], ["c", "a", 1], ["x", "b", 1], ["y", "p1", 1]);
  expect(faults.map(({ row, reason }) => [row.setCode, reason])).toEqual([
    ["a", expect.stringContaining("（a → b → c → a）")],
    ["b", expect.stringContaining("（b → c → a → b）")],
    ["c", expect.stringContaining("（c → a → b → c）")],
    ["x", expect.stringContaining("部品のセット「b」に誤り")],
  ]);
});

test("a part that Excel may have spoiled is named with the code that it may have been", () => {
  expect(read(["a", "7", 1]).faults).toMatchObject([
    { reason: expect.stringContaining("Excelで壊れた可能性（007?）") },
  ]);
  expect(read(["a", "p9", 1]).faults).toMatchObject([{ reason: expect.stringContaining("にもない商品コードです") }]);
  expect(setsOf(sheet(["a", "4.90E+12", 1]), new Set()).faults).toMatchObject([{ column: "partCode" }]);
});

test("a set that is good by itself works on inside one that is refused", () => {
  expect(partsOf("b", 1, ["a", "b", 0], ["b", "p1", 2])).toEqual(["p1 × 2"]);
});

test("a row without a set, with nothing above that it could belong to, is named and refuses nothing", () => {
  expect(places(["", "p1", 1], GOOD)).toEqual(["2 setCode"]);
  const apart = [...sheet(GOOD), { index: 5, setCode: "", partCode: "p1", quantity: 1 }];
  const { faults, sets } = setsOf(apart, PRODUCTS);
  expect(faults).toMatchObject([{ column: "setCode", set: "" }]);
  expect(resolve(sets, "good", 1)).toEqual([{ code: "p3", units: 4 }]);
});

test("how a code is spelled makes no difference, and parts are called as 商品マスタ calls them", () => {
  expect(partsOf("GIFT", 1, ["ｇｉｆｔ ", " Ｐ１", 1], ["Gift", "p2", 1])).toEqual(["p1 × 1", "p2 × 1"]);
  expect(isSet(read(["Gift", "p1", 1]).sets, "gift ")).toBe(true);
  expect(isSet(read(["Gift", "p1", 0]).sets, "gift")).toBe(true);
  expect(isSet(read(["Gift", "p1", 1]).sets, "p1")).toBe(false);
});

test("where products differ in spelling alone, a part has to be spelled exactly", () => {
  const products = new Set(["A-1", "a-1"]);
  const exact = setsOf(sheet(["set", "a-1", 1]), products);
  expect(resolve(exact.sets, "set", 1)).toEqual([{ code: "a-1", units: 1 }]);
  const vague = setsOf(sheet(["set", "ａ-1", 1]), products);
  expect(vague.faults).toMatchObject([{ column: "partCode", reason: expect.stringContaining("A-1、a-1") }]);
});

test("before products were fetched no part is unknown; everything else is looked at all the same", () => {
  const { sets, faults } = setsOf(sheet(["a", "P-1 ", 2], ["b", "p2", 0], ["c", "c", 1]), new Set());
  expect(resolve(sets, "a", 1)).toEqual([{ code: "P-1", units: 2 }]);
  expect(faults).toMatchObject([{ column: "quantity" }, { column: "partCode" }]);
});

/** Sheets of few codes, so that sets meet, circle and share parts. */
const code = fc.constantFrom("s1", "s2", "s3", "s4", "p1", "p2", "p3");
const anySheet = fc.array(fc.tuple(code, code, fc.integer({ min: 0, max: 4 })), { maxLength: 12 });

const shuffled = anySheet.chain((rows) =>
  fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
);

test("taking apart always ends, in products alone, and the order of the rows changes nothing", () => {
  fc.assert(
    fc.property(shuffled, ([rows, moved]) => {
      const [one, other] = [read(...rows).sets, read(...moved).sets];
      for (const [set] of rows) {
        const parts = resolve(one, set, 1);
        expect(resolve(other, set, 1)).toEqual(parts);
        if (parts !== "refused") expect(parts.every((part) => PRODUCTS.has(part.code))).toBe(true);
      }
    }),
  );
});

/** Sets of which each contains products and earlier sets. */
const nested = fc
  .array(
    fc.uniqueArray(fc.tuple(fc.nat({ max: 20 }), fc.integer({ min: 1, max: 3 })), {
      minLength: 1,
      maxLength: 4,
      selector: ([part]) => part,
    }),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((sets) =>
    sets.flatMap((parts, at): Written[] => {
      const names = [
        ...new Map(
          parts.map(([part, quantity]) => [
            part % 2 === 0 && at > 0 ? `s${part % at}` : `p${(part % 3) + 1}`,
            quantity,
          ]),
        ),
      ];
      return names.map(([part, quantity]) => [`s${at}`, part, quantity]);
    }),
  );

test("no unit is lost or made on the way down, and many sets are many times one", () => {
  fc.assert(
    fc.property(nested, fc.integer({ min: 1, max: 50 }), (rows, units) => {
      const { sets, faults } = read(...rows);
      expect(faults).toEqual([]);
      const countOf = (set: string): number =>
        rows
          .filter(([of]) => of === set)
          .reduce((sum, [, part, quantity]) => sum + Number(quantity) * (part.startsWith("s") ? countOf(part) : 1), 0);
      for (const [set] of rows) {
        const parts = resolve(sets, set, units);
        if (parts === "refused") throw new Error(set);
        expect(parts.reduce((sum, part) => sum + part.units, 0)).toBe(units * countOf(set));
      }
    }),
  );
});

test("a master of many sets within each other is read at once", () => {
  const deep = Array.from({ length: 3000 }, (_, at): Written[] => [
    [`s${at}`, at === 0 ? "p1" : `s${at - 1}`, 1],
    [`s${at}`, "p2", 1],
  ]).flat();
  expect(partsOf("s2999", 1, ...deep)).toEqual(["p1 × 1", "p2 × 3000"]);
});
