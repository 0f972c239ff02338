import { expect, test } from "vitest";
import { bandChoices, isNoBand, knownTimeBands, NO_BAND } from "../../src/shop/time-band.ts";

const YAMATO = "1001";
const SAGAWA = "1002";
const JAPAN_POST = "1003";

const codeOf = (carrier: string, term: number): string | undefined =>
  knownTimeBands.find((band) => band.carrier === carrier && band.term === term)?.code;

test.each([
  ["午前", 1, "0812", "01", "51"],
  ["8時～12時", 812, "0812", "01", "51"],
  ["9時～12時", 912, "0812", "01", "51"],
  ["12時～14時, which ヤマト運輸 no longer has", 1214, NO_BAND, "12", "52"],
  ["14時～16時", 1416, "1416", "14", "53"],
  ["16時～18時", 1618, "1618", "16", "54"],
  ["18時～20時", 1820, "1820", "18", "55"],
  ["18時～21時, which 佐川急便 alone has", 1821, undefined, "04", undefined],
  ["19時～21時", 1921, "1921", "19", "57"],
  ["20時～21時, which 日本郵便 alone has", 2021, undefined, undefined, "56"],
  ["午後, of which a person has to decide", 2, undefined, undefined, undefined],
  ["その他, which is no time", 9, NO_BAND, NO_BAND, NO_BAND],
])("each carrier's code asks for the hours that the buyer wished for: %s", (_, term, ...codes) => {
  expect([YAMATO, SAGAWA, JAPAN_POST].map((carrier) => codeOf(carrier, term))).toEqual(codes);
});

test("no band of a carrier is there twice", () => {
  const places = knownTimeBands.map(({ carrier, term }) => `${carrier}/${term}`);
  expect(new Set(places).size).toBe(places.length);
});

test("people choose each code once, and may choose that there is no time", () => {
  expect(bandChoices[0]).toBe(NO_BAND);
  expect(new Set(bandChoices).size).toBe(bandChoices.length);
  expect([NO_BAND, "なし", "0812"].map(isNoBand)).toEqual([true, true, false]);
});
