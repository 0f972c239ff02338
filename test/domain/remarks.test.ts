import { expect, test } from "vitest";
import { remarksOf } from "../../src/domain/remarks.ts";

test("blocks that RMS marks go where they belong", () => {
  const text =
    "[配送日時指定:]\n2026-11-28(土)\n午前中\n\n[備考:]\n玄関に\nお願いします\n[ギフトメッセージ:]\nお誕生日おめでとう";
  expect(remarksOf(text)).toEqual({
    wish: "2026-11-28(土)\n午前中",
    toShop: "玄関に\nお願いします",
    giftMessage: "お誕生日おめでとう",
  });
});

test("a heading of the shop's own stays with its text", () => {
  expect(remarksOf("[【重要】注意事項（必ずお読みください。）:]\n了承しました").toShop).toBe(
    "【重要】注意事項（必ずお読みください。）: 了承しました",
  );
});

test("what is under no heading is for the shop, and empty blocks leave nothing", () => {
  expect(remarksOf("[配送日時指定:]\n\n")).toEqual({ wish: "", toShop: "", giftMessage: "" });
  expect(remarksOf("よろしく [急ぎ]")).toEqual({ wish: "", toShop: "よろしく [急ぎ]", giftMessage: "" });
});
