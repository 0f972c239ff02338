import fc from "fast-check";
import { expect, test } from "vitest";
import { remarksOf } from "../../../../src/desk/shipments/rules/remarks.ts";

const ENDS = ["\r\n", "\n", "\v", "\f", "\r", "\u0085", "\u2028", "\u2029"];
const NONE = { wish: "", toShop: "", giftMessage: "" };

test("blocks that RMS marks go where they belong", () => {
  const text =
    "[配送日時指定:]\n2026-11-28(土)\n午前中\n\n[備考:]\n玄関に\nお願いします\n[ギフトメッセージ:]\nお誕生日おめでとう";
  expect(remarksOf(text)).toEqual({
    wish: "2026-11-28(土)\n午前中",
    toShop: "玄関に\nお願いします",
    giftMessage: "お誕生日おめでとう",
  });
});

test.each([
  ["店舗へのメッセージ", "領収書ください"],
  ["クレジットカードについて", "1回払い"],
  ["ギフト包装のご希望", "なし"],
  ["ショップへのギフトメッセージのご相談", "英語でも書けますか"],
  ["【重要】注意事項（必ずお読みください。）", "了承しました"],
])("%s is for the shop, and keeps its heading", (heading, body) => {
  expect(remarksOf(`[${heading}:]\n${body}`)).toEqual({ ...NONE, toShop: `${heading}: ${body}` });
});

test.each(["お届け希望日", "お届け日のご指定", "配達日", "時間帯指定"])("%s is a wish", (heading) => {
  expect(remarksOf(`[${heading}:]\n12/1`)).toEqual({ ...NONE, wish: `${heading}: 12/1` });
});

test.each(["ギフトメッセージ", "メッセージカードの文面", "のし文言"])("%s is what goes on the card", (heading) => {
  expect(remarksOf(`[${heading}:]\nおめでとう`)).toEqual({ ...NONE, giftMessage: "おめでとう" });
});

test("free text after the wish is for the shop", () => {
  expect(remarksOf("[配送日時指定:]\n2026-12-25(金)\n午前中\n\n不在時は隣へ。\n\n領収書同封希望")).toEqual({
    ...NONE,
    wish: "2026-12-25(金)\n午前中",
    toShop: "不在時は隣へ。\n\n領収書同封希望",
  });
  expect(remarksOf("[配送日時指定:]\n\n\n領収書同封希望")).toEqual({ ...NONE, toShop: "領収書同封希望" });
});

test.each(["午前中", "午後", "その他", "14:00〜16:00", "14時～16時"])(
  "a wished time without a day, %s, stays a wish though the line of the day is blank",
  (time) => {
    expect(remarksOf(`[配送日時指定:]\n\n${time}\n\n\nよろしく`)).toEqual({ ...NONE, wish: time, toShop: "よろしく" });
  },
);

test("text on the line of its heading belongs to it", () => {
  expect(remarksOf("[配送日時指定:] 12/1\n[備考:]領収書ください")).toEqual({
    ...NONE,
    wish: "12/1",
    toShop: "領収書ください",
  });
});

test("what is under no heading is for the shop, and empty blocks leave nothing", () => {
  expect(remarksOf("[配送日時指定:]\n\n")).toEqual(NONE);
  expect(remarksOf("よろしく [急ぎ]")).toEqual({ ...NONE, toShop: "よろしく [急ぎ]" });
});

test.each(ENDS)("a line may end in %j", (end) => {
  const text = ["[配送日時指定:]", "2026-12-25(金)", "", "不在時は隣へ", "[備考:]", "領収書", "同封"].join(end);
  expect(remarksOf(text)).toEqual({ ...NONE, wish: "2026-12-25(金)", toShop: "不在時は隣へ\n領収書\n同封" });
});

test("every line that a buyer writes lands somewhere, whatever the headings around it", () => {
  const headings = ["配送日時指定", "お届け希望日", "備考", "ギフトメッセージ", "店舗へのメッセージ", "アレルギー"];
  const line = fc.oneof(
    fc.constantFrom(
      "",
      " ",
      "　",
      "午前中",
      "2026-12-24(木)",
      "[",
      "[:]",
      "]",
      ...headings.map((name) => `[${name}:]`),
    ),
    fc.string(),
    fc.string({ unit: "grapheme" }),
    fc.array(fc.oneof(fc.constantFrom(...ENDS), fc.string())).map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 20 }), fc.constantFrom(...ENDS), (lines, end) => {
      const { wish, toShop, giftMessage } = remarksOf(lines.join(end));
      const landed = `${wish}\n${toShop}\n${giftMessage}`;
      const written = lines
        .flatMap((text) => ENDS.reduce((parts, mark) => parts.flatMap((part) => part.split(mark)), [text]))
        .map((text) => text.trim().replace(/^\[.+?[:：]\]/, ""));
      expect(written.filter((text) => !landed.includes(text.trim()))).toEqual([]);
    }),
  );
});

test("a heading of the shop's own with text under it is never lost", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (name) => {
      const heading = `独自${name.replace(/[\n\v\f\r\u0085\u2028\u2029\]:：]/g, "")}欄`;
      const { wish, toShop, giftMessage } = remarksOf(`[${heading}:]\nはい`);
      expect(giftMessage === "はい" || `${wish}${toShop}` === `${heading}: はい`).toBe(true);
    }),
  );
});
