import { expect, test } from "vitest";
import { isSwapped, keyDoubt, keyFlaw, keyMended, plainKey } from "../../src/shop/key-form.ts";

const SECRET = "SP338459_abcDEF0123456789";
const LICENCE = "SL338459_abcDEF0123456789";

test("a key as RMS shows it has no flaw, no doubt, and needs no mending", () => {
  expect(keyFlaw("serviceSecret", SECRET)).toBe("");
  expect(keyFlaw("licenseKey", LICENCE)).toBe("");
  expect([SECRET, LICENCE].map(keyDoubt)).toEqual(["", ""]);
  expect(keyMended(SECRET)).toBe("");
});

test.each([
  ["ＳＰ３３８４５９＿ａｂｃＤＥＦ０１２３４５６７８９", "全角の文字を半角に直しました。"],
  [" SP338459_abcDEF0123456789\n", ""],
  ["SP338459_abc\nDEF0123456789", "空白や改行を取り除きました。"],
  ["SP338459_abc\u200bDEF 0123456789", "空白や改行を取り除きました。"],
  ["ＳＰ338459_abc　DEF0123456789", "全角の文字を半角に直し、空白や改行を取り除きました。"],
])("%j is the key that was meant, and says what was mended", (typed, said) => {
  expect(plainKey(typed)).toBe(SECRET);
  expect(keyMended(typed)).toBe(said);
});

test.each(["SL338459_abcDEF0123456789", "ＳＬ338459_a", "sl338459_a"])(
  "%s in the place of the service secret is called the wrong way round",
  (typed) => {
    expect(isSwapped("serviceSecret", typed)).toBe(true);
    expect(keyFlaw("serviceSecret", plainKey(typed))).toMatch(/^逆です。SLで始まるのはライセンスキーです。/);
  },
);

test.each([
  ["", /入力してください/],
  ["338459_abcDEF0123456789", /^SPで始まる.*先頭の文字が欠けていないか/],
  ["P338459_abcDEF0123456789", /^SPで始まる/],
  ["SP", /^SPで始まる/],
  ["sp338459_abcDEF0123456789", /大文字/],
  ["「SP338459_abc」", /引用符やかっこ/],
  ["SP338459_аbc", /形の似た別の文字/],
  ["SP338459ーabc", /形の似た別の文字/],
  [`${SECRET}SL338459_abcDEF0123456789`, /2つのキー/],
])("%s is no service secret, and says why", (typed, reason) => expect(keyFlaw("serviceSecret", typed)).toMatch(reason));

test.each([
  ["SP338459-abcDEF0123456789", /「_」が入ります/],
  ["SP33B4S9_abcDEF0123456789", /英字が入っています/],
  ["SP33845O_abcDEF0123456789", /0とO/],
  ["SP338459_abcDEF01", /短い文字列（17文字）/],
])("%s may be a typo", (typed, reason) => {
  expect(keyFlaw("serviceSecret", typed)).toBe("");
  expect(keyDoubt(typed)).toMatch(reason);
});

test("what is said of a key holds nothing of it", () => {
  const typed = "SP33B459_tellNobody";
  const said = keyDoubt(typed) + keyFlaw("licenseKey", typed) + keyFlaw("serviceSecret", `"${typed}"`);
  expect(said).not.toMatch(/33B459|tellNobody/);
});
