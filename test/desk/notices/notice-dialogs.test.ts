import { afterEach, expect, test } from "vitest";
import type { SettingsView } from "../../../src/desk/settings/rules/settings-form.ts";
import { type Desk, openDesk } from "../../support/desk.ts";
import { CHAT_WEBHOOK, mails, noticeLine, posts, SLACK_WEBHOOK } from "../../support/notices.ts";

let desk: Desk;
afterEach(() => desk.close());

/** A desk whose operator answers each prompt with the next of these; null presses キャンセル. */
async function answering(...answers: (string | null)[]) {
  const left = [...answers];
  desk = await openDesk({
    answer: ({ buttons }) => {
      const text = buttons === "OK" ? "" : (left.shift() ?? null);
      return text === null ? { button: buttons === "OK" ? "OK" : "CANCEL", text: "" } : { button: "OK", text };
    },
  });
}

const webhook = async () => ((await desk.run("loadSettings")).value as SettingsView).webhook;
const last = () => desk.ui.shown.at(-1);

test("without the panel a webhook is set, shown by its end, replaced and deleted", async () => {
  await answering(` ${SLACK_WEBHOOK} `, CHAT_WEBHOOK, "", null, "削除");
  await desk.run("askWebhook");
  expect(await webhook()).toEqual({ kind: "slack", end: "7d2e" });
  await desk.run("askWebhook");
  expect(JSON.stringify(desk.ui.shown)).toContain("Slack（末尾 7d2e）");
  for (let unchanged = 0; unchanged < 2; unchanged++) await desk.run("askWebhook");
  expect(await webhook()).toEqual({ kind: "chat", end: "9f3c" });
  await desk.run("askWebhook");
  expect(await webhook()).toBeNull();
});

test("an address that leads anywhere else is refused in words, and the one that was set stays", async () => {
  await answering(SLACK_WEBHOOK, "https://hooks.example.com/services/T0/B0/x");
  await desk.run("askWebhook");
  await desk.run("askWebhook");
  expect(last()).toMatchObject({ kind: "alert", prompt: expect.stringContaining("Google Chat") });
  expect(await webhook()).toMatchObject({ kind: "slack" });
});

test("a test goes wherever notices go, and says where it arrived", async () => {
  await answering(CHAT_WEBHOOK);
  await desk.run("askWebhook");
  await desk.run("testNotices");
  expect(last()).toMatchObject({
    kind: "toast",
    message: "メールへ送信しました。\nGoogle Chatへ送信しました。",
  });
  expect(posts(desk)).toEqual(mails(desk));
  expect(posts(desk)).toEqual([expect.stringMatching(/お知らせのテスト送信です.*docs\.google\.com/s)]);
  expect(noticeLine(desk)).toMatchObject({ 状態: "正常", 内容: expect.stringContaining("最終送信 11/24 10:30") });
});

test("a test that does not arrive says why and what to do, and one that does takes it off ダッシュボード", async () => {
  await answering(CHAT_WEBHOOK);
  await desk.run("askWebhook");
  desk.workbench.webhooks.fail({ status: 404 });
  await desk.run("testNotices");
  expect(last()).toMatchObject({ kind: "alert", prompt: expect.stringMatching(/404.*登録し直して/) });
  expect(noticeLine(desk)).toMatchObject({ 状態: "要対応" });
  desk.workbench.webhooks.fail();
  await desk.run("testNotices");
  expect(noticeLine(desk)).toMatchObject({ 状態: "正常" });
});

test("where nothing is to be told by any way, a test says so and ダッシュボード too", async () => {
  await answering();
  await desk.run("saveSettings", undefined, [{ settings: { noticeMail: false } }]);
  await desk.run("testNotices");
  expect(last()).toMatchObject({ kind: "alert", prompt: expect.stringContaining("送り先がありません") });
  await desk.importShipments();
  expect(noticeLine(desk)).toMatchObject({ 状態: "無効" });
  expect(mails(desk)).toEqual([]);
});
