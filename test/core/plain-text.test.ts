import fc from "fast-check";
import { expect, test } from "vitest";
import { foreignJson } from "../../src/core/json.ts";
import { cutText, plainText } from "../../src/core/plain-text.ts";

/** No half of a character: only such a text is the same after UTF-8. */
const isWhole = (text: string): boolean => Buffer.from(text, "utf8").toString("utf8") === text;

test.each([
  ["東京都\r\n港区\r芝\u2028一", "東京都\n港区\n芝\n一"],
  ["\uFEFF見本", "見本"],
  ["a\u0000b\u001Fc\u0085d", "a\uFFFDb\uFFFDc\nd"],
  ["\uD83D", "\uFFFD"],
  ["\uDE00\uD83D", "\uFFFD\uFFFD"],
  ["😀𠮷\t葛󠄀", "😀𠮷\t葛󠄀"],
  ["x\uFFFFy\uFDD0", "x\uFFFDy\uFFFD"],
])("%j is kept as %j", (text, plain) => {
  expect(plainText(text)).toBe(plain);
});

const anyText = fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units));

test("what has been made plain is plain: a second run finds nothing to change", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const plain = plainText(text);
      expect(plainText(plain)).toBe(plain);
      expect(isWhole(plain)).toBe(true);
    }),
  );
});

test("a cut leaves whole characters, is never too long, and is not cut again", () => {
  const emoji = fc.array(fc.constantFrom("😀", "a", "𠮷", "港")).map((parts) => parts.join(""));
  fc.assert(
    fc.property(emoji, fc.integer({ min: 3, max: 12 }), (text, most) => {
      const cut = cutText(text, most, "…");
      expect(cut.length).toBeLessThanOrEqual(most);
      expect(isWhole(cut)).toBe(true);
      expect(cutText(cut, most, "…")).toBe(cut);
    }),
  );
});

test("what others have written as JSON holds plain texts, however they wrote it", () => {
  const json = String.raw`{"a":"\ud83d","b":["\u0000x"],"c":"\ud83d\ude00","d":"line\r\nline","e":1,"f":"\ufeffz"}`;
  expect(foreignJson(json)).toEqual({ a: "\uFFFD", b: ["\uFFFDx"], c: "😀", d: "line\nline", e: 1, f: "z" });
  expect(foreignJson('{"a":"x"}')).toEqual({ a: "x" });
  expect(foreignJson('{"a":"\\ud83d"')).toBeUndefined();
});
