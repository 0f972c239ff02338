import { expect, test } from "vitest";
import { labelWarnings, missingOnLabel } from "../../src/shop/label-fields.ts";
import type { Addressee } from "../../src/shop/order.ts";
import { destination } from "../support/order.ts";

const missing = (address: Partial<Addressee>): string[] =>
  missingOnLabel({ deliveryMethod: "宅配便" }, destination({ addressee: { ...destination().addressee, ...address } }));

const warnings = (postcode: string, prefecture: string): string[] =>
  labelWarnings({ addressee: { ...destination().addressee, postcode, prefecture } });

test.each([
  ["100-0000", "東京都"],
  ["1000000", "東京都"],
  ["001-0000", "北海道"],
  ["070-0000", "北海道"],
  ["907-0000", "沖縄県"],
  ["969-0000", "福島県"],
  ["685-0000", "島根県"],
  ["817-0000", "長崎県"],
])("%s may be in %s", (postcode, prefecture) => {
  expect(warnings(postcode, prefecture)).toEqual([]);
});

test.each([
  ["018", "秋田県", "青森県"],
  ["311", "茨城県", "栃木県"],
  ["349", "埼玉県", "栃木県"],
  ["370", "群馬県", "埼玉県"],
  ["384", "長野県", "群馬県"],
  ["389", "長野県", "群馬県"],
  ["389", "長野県", "新潟県"],
  ["431", "静岡県", "愛知県"],
  ["498", "愛知県", "三重県"],
  ["520", "滋賀県", "京都府"],
  ["563", "大阪府", "兵庫県"],
  ["618", "京都府", "大阪府"],
  ["630", "奈良県", "大阪府"],
  ["647", "和歌山県", "三重県"],
  ["647", "和歌山県", "奈良県"],
  ["648", "和歌山県", "奈良県"],
  ["684", "鳥取県", "島根県"],
  ["811", "福岡県", "長崎県"],
  ["839", "福岡県", "大分県"],
  ["848", "佐賀県", "長崎県"],
  ["871", "大分県", "福岡県"],
  ["922", "石川県", "福井県"],
  ["939", "富山県", "石川県"],
  ["949", "新潟県", "長野県"],
])("%s is shared by %s and %s", (digits, one, other) => {
  expect([one, other].flatMap((prefecture) => warnings(`${digits}-0000`, prefecture))).toEqual([]);
});

test.each([
  ["100-0000", "大阪府"],
  ["530-0000", "東京都"],
  ["060-0000", "沖縄県"],
  ["685-0000", "鳥取県"],
  ["817-0000", "福岡県"],
  ["000-0000", "東京都"],
])("%s in %s is doubted, and both are named", (postcode, prefecture) => {
  expect(warnings(postcode, prefecture)).toEqual([
    expect.stringContaining(`郵便番号（${postcode}）は${prefecture}のものではないようです`),
  ]);
});

test.each([
  ["999-9999", "入力待ち"],
  ["100-0000", "海外"],
  ["100-0000", ""],
  ["100", "大阪府"],
  ["", "大阪府"],
])("nothing is said of %j in %j, which is no postcode, or no prefecture", (postcode, prefecture) => {
  expect(warnings(postcode, prefecture)).toEqual([]);
});

const spellings = ["東京都", "東京", "東京都 ", "　東京都", "東 京 都", "東京都架空区"];

test.each(spellings)(
  "%j is a prefecture, whose postcodes and phone numbers a label needs as Japan has them",
  (prefecture) => {
    expect(missing({ prefecture })).toEqual([]);
    expect(missing({ prefecture, postcode: "100", phone: "03" })).toEqual(["郵便番号", "電話番号"]);
    expect(warnings("530-0000", prefecture)).toHaveLength(1);
    expect(warnings("100-0000", prefecture)).toEqual([]);
  },
);

test("a place abroad has postcodes and phone numbers of its own", () => {
  const abroad = { prefecture: "海外", postcode: "90210", phone: "+1 310" };
  expect(missing(abroad)).toEqual([]);
  expect(missing({ ...abroad, postcode: " ", phone: "" })).toEqual(["郵便番号", "電話番号"]);
});
