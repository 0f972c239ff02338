import type { Browser, Frame } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readBundle } from "../../workbench/apps-script/bundle.ts";
import { CHAT_WEBHOOK } from "../support/notices.ts";
import { barriers } from "./barriers.ts";
import { launchBrowser } from "./browser.ts";
import { openPage } from "./open-page.ts";

const PANEL = "API接続設定";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test("an operator sets with the panel alone where notices go, tries it, mends it and takes it back", async () => {
  await using desk = await openPage(browser, { bundle: readBundle("dist"), orders: 1 });
  const { webhooks } = desk.workbench;
  await desk.choose("API連携登録", PANEL);
  const iframe = desk.page.getByRole("complementary", { name: PANEL }).locator("iframe");
  await iframe.contentFrame().getByRole("heading", { name: "お知らせ" }).waitFor();
  const frame = (await (await iframe.elementHandle())?.contentFrame()) as Frame;
  const field = frame.getByLabel("Webhookのアドレス");
  const press = (name: string) => frame.getByRole("button", { name }).click();
  const sendTest = () => press("お知らせのテスト送信");

  await field.fill("https://example.com/hook");
  await frame.getByRole("button", { name: /^保存/ }).click();
  await frame.getByText("httpsから始まるWebhookのアドレス全体").waitFor();
  await field.fill(CHAT_WEBHOOK);
  expect(await frame.getByRole("button", { name: "お知らせのテスト送信" }).isDisabled()).toBe(true);
  await frame.getByRole("button", { name: /^保存/ }).click();
  await frame.getByText("Google Chatを登録済み（末尾 9f3c）").waitFor();
  expect(await field.inputValue()).toBe("");
  expect(await barriers(frame)).toEqual([]);

  await sendTest();
  await frame.getByRole("status").getByText("Google Chatへ送信しました").waitFor();
  expect(webhooks.posted).toHaveLength(1);
  webhooks.fail({ status: 404 });
  await sendTest();
  await frame.getByRole("alert").getByText("登録し直してください").waitFor();

  await press("Webhookを削除");
  await frame.getByText("未登録です。Google ChatかSlack").waitFor();
  expect(await frame.content()).not.toContain("invented");
  expect(desk).toMatchObject({ foreign: [], errors: [] });
});
