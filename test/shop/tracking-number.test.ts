import fc from "fast-check";
import { expect, test } from "vitest";
import { numberDoubt, plainNumber, typedNumbers } from "../../src/shop/tracking-number.ts";

test.each([
  ["390000000014", "390000000014"],
  ["３９００-0000-0014", "390000000014"],
  ["3900 0000 0014", "390000000014"],
  ["３９００　００００　００１４", "390000000014"],
  ["3900－0000ー0014", "390000000014"],
  ["3900 - 0000 - 0014", "390000000014"],
  ["\u200b390000000014\u200b", "390000000014"],
  ["'390000000014", "390000000014"],
  ["eg123456789jp", "EG123456789JP"],
  ["EG 123 456 789 JP", "EG123456789JP"],
  ["  ", ""],
  ["", ""],
])("%j is read as the number %j", (typed, number) => {
  expect(typedNumbers(typed)).toEqual({ numbers: [number].filter(Boolean), repeated: [], flawed: [] });
});

test.each([
  "390000000014\n390000000025",
  "390000000014,390000000025",
  "390000000014、390000000025",
  "390000000014 390000000025",
  "390000000014;\r\n390000000025\n",
  "3900 0000 0014\n3900 0000 0025",
])("%j is two numbers", (typed) => {
  expect(typedNumbers(typed).numbers).toEqual(["390000000014", "390000000025"]);
});

test("a number that stands twice in a cell counts once and is named", () => {
  expect(typedNumbers("390000000014,3900-0000-0014")).toEqual({
    numbers: ["390000000014"],
    repeated: ["390000000014"],
    flawed: [],
  });
});

test.each([
  ["3.9E+11", "scientific"],
  ["3.9e11", "scientific"],
  ["４．０５Ｅ＋１１", "scientific"],
  ["4E+11", "scientific"],
  ["390000000000", "rounded"],
  ["3900-0000-0000", "rounded"],
  ["39000000001.0", "signs"],
  ["手渡し", "signs"],
  ["①23456789012", "signs"],
  ["#390000000014", "signs"],
  ["9".repeat(121), "long"],
])("%s is no number: %s", (typed, flaw) => {
  expect(typedNumbers(typed)).toMatchObject({ numbers: [], flawed: [{ flaw }] });
});

test.each(["9".repeat(120), "391000000", "390000100000", "1Z999AA10123456784"])("%s is a number", (typed) => {
  expect(typedNumbers(typed)).toMatchObject({ numbers: [typed], flawed: [] });
});

test("one bad number among good ones is named as it was typed", () => {
  expect(typedNumbers("390000000014\n3.9E+11")).toEqual({
    numbers: ["390000000014"],
    repeated: [],
    flawed: [{ typed: "3.9E+11", flaw: "scientific" }],
  });
});

test.each([
  ["1001", "390000000014", undefined],
  ["1001", "390000000015", "checkDigit"],
  ["1002", "390000000014", undefined],
  ["1003", "12345678903", undefined],
  ["1003", "12345678904", "checkDigit"],
  ["1003", "EG123456789JP", undefined],
  ["1001", "39000000002", "checkDigit"],
  ["1001", "9000000014", "length"],
  ["1001", "ABC000000014", "length"],
  ["1020", "1Z999AA10123456784", undefined],
  ["1000", "1", undefined],
])("of carrier %s the number %s is told as unusual: %s", (carrier, number, doubt) => {
  expect(numberDoubt(carrier, number)).toBe(doubt);
});

test("numbers of RMS compare with typed ones whatever signs they have", () => {
  expect(plainNumber("３９００-0000 0014")).toBe(plainNumber("390000000014"));
});

/** A number as people write it: in wide digits, in groups of four with a hyphen of some kind or blanks, or as it is. */
const spelled = (number: string) =>
  fc
    .tuple(fc.constantFrom("", "-", "－", "‐", "−", " - ", " ", "　"), fc.boolean(), fc.constantFrom("", " ", "\u200b"))
    .map(([between, wide, around]) => {
      const groups = (number.match(/.{1,4}/g) ?? []).join(between);
      const digits = wide
        ? groups.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
        : groups;
      return around + digits + around;
    });
const real = fc.integer({ min: 10_000_000_001, max: 99_999_999_999 }).map((stem) => `${stem}${stem % 7}`);

test("however numbers are spelled and parted, they are read as what they are, each once", () => {
  const cell = fc
    .uniqueArray(
      real.filter((number) => !/0{6}$/.test(number)),
      { minLength: 1, maxLength: 5 },
    )
    .chain((numbers) =>
      fc.record({
        numbers: fc.constant(numbers),
        spelled: fc.tuple(...numbers.map(spelled)),
        sign: fc.constantFrom("\n", ",", "、", "\r\n", "，", " ,\n"),
      }),
    );
  fc.assert(
    fc.property(cell, ({ numbers, spelled, sign }) => {
      expect(typedNumbers(spelled.join(sign))).toEqual({ numbers, repeated: [], flawed: [] });
    }),
    { numRuns: 300 },
  );
});
