import { expect, test } from "vitest";
import {
  attempted,
  deliveryTexts,
  type Failure,
  noDelivery,
  testText,
} from "../../../../src/desk/notices/rules/delivery.ts";

const NOW = new Date("2026-11-24T10:30:00+09:00");
const chat = { ...noDelivery, kind: "chat" as const };

test("without anywhere to send to, it says how to set it", () => {
  expect(deliveryTexts(noDelivery, false, 0)).toMatchObject({
    state: "無効",
    detail: expect.stringContaining("API接続設定"),
  });
});

test("what went out is told with its time, and what waits is counted", () => {
  const delivery = attempted(chat, "webhook", null, NOW);
  expect(deliveryTexts(delivery, true, 2)).toEqual({
    state: "正常",
    detail:
      "メール: まだ送信していません。Google Chat: 最終送信 11/24 10:30。\nお知らせ2件が、1時間に1回の送信を待っています。",
  });
});

test.each<[Failure, string, RegExp]>([
  [404, "要対応", /（404）.*新しいWebhook/],
  [403, "要対応", /（403）.*登録し直して/],
  [410, "要対応", /（410）/],
  [400, "要対応", /（400）/],
  [302, "要対応", /（302）/],
  [429, "注意", /混み合って/],
  [500, "注意", /混み合って/],
  ["silent", "注意", /応答がありません/],
  ["quota", "注意", /1日の上限/],
])("a webhook that fails by %s makes the line %s", (failure, state, detail) => {
  const delivery = attempted(attempted(chat, "webhook", null, NOW), "webhook", failure, NOW);
  expect(deliveryTexts(delivery, true, 1)).toMatchObject({ state, detail: expect.stringMatching(detail) });
  expect(delivery.webhook.sentAt).toBe(NOW.getTime());
});

test("mail that is switched off, and a webhook that is gone, are no trouble any more", () => {
  const delivery = attempted(attempted(chat, "mail", "quota", NOW), "webhook", 404, NOW);
  expect(deliveryTexts(delivery, false, 0).detail).not.toContain("メール");
  expect(deliveryTexts({ ...delivery, kind: null }, true, 0).state).toBe("注意");
});

test("a test tells of each place where it went", () => {
  const delivery = attempted(attempted(chat, "mail", null, NOW), "webhook", 404, NOW);
  expect(testText(delivery, ["mail", "webhook"])).toMatch(/^メールへ送信しました。\nGoogle Chatが.*404/);
  expect(testText(delivery, [])).toContain("送り先がありません");
});
