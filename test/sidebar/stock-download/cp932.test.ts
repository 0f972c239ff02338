import fc from "fast-check";
import iconv from "iconv-lite";
import { expect, test } from "vitest";
import { cp932Of, lackingIn } from "../../../sidebar/stock-download/cp932.ts";

const read = (text: string) => iconv.decode(Buffer.from(cp932Of(text)), "CP932");

/** Every character of the first plane that another program's CP932 has, but for controls of its own and for those of nobody. */
const known = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter(
  (sign) => !/[\0\x80\ud800-\uf8ff]/.test(sign) && iconv.decode(iconv.encode(sign, "CP932"), "CP932") === sign,
);

test("every character that CP932 has is written with the bytes that Windows writes", () => {
  expect(known.length).toBeGreaterThan(7000);
  const wrong = known.filter((sign) => !Buffer.from(cp932Of(sign)).equals(iconv.encode(sign, "CP932")));
  expect(wrong.map((sign) => `${sign} U+${sign.charCodeAt(0).toString(16)}`)).toEqual([]);
});

test("whatever text of such characters there is, another program reads it as it was", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...known)), (signs) => {
      const text = signs.join("");
      expect(lackingIn(text)).toEqual([]);
      expect(read(text)).toBe(text);
    }),
  );
});

test("IBM's and NEC's characters have the places that Windows gives them", () => {
  expect([...cp932Of("①㈱髙﨑∵¬")]).toEqual([0x87, 0x40, 0x87, 0x8a, 0xfb, 0xfc, 0xfa, 0xb1, 0x81, 0xe6, 0x81, 0xca]);
});

test("half-width kana and backslash take one byte, as on Windows", () => {
  expect([...cp932Of("ｱﾞ\\~")]).toEqual([0xb1, 0xde, 0x5c, 0x7e]);
});

test("signs that are one in JIS and two in Unicode are written as that one", () => {
  expect(lackingIn("1〜2−3‖4—5")).toEqual([]);
  expect(read("1〜2−3‖4—5")).toBe("1～2－3∥4―5");
});

test("a kana with its mark apart, as a Mac writes it, is written as one", () => {
  expect(lackingIn("が\u3099".normalize("NFD"))).toEqual(["\u3099"]);
  expect(read("か\u3099は\u309aウ\u3099")).toBe("がぱヴ");
});

test("what CP932 lacks is named once each, a sign of two units whole, and stands as ？ in the file", () => {
  expect(lackingIn("😀A¥é😀𠮷")).toEqual(["😀", "¥", "é", "𠮷"]);
  expect(read("😀A¥é😀𠮷")).toBe("？A？？？？");
});
