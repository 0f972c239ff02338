import type { Browser, Frame } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "./browser.ts";
import { type OpenPage, openPage } from "./open-page.ts";

const panel = `<!doctype html><html lang="ja"><head><title>x</title></head><body>
<form id="form"><input name="name" value="倉庫"><input name="tag" value="a"><input name="tag" value="b"></form>
<script>
window.heard = [];
const hear = (word) => (value, object) => heard.push([word, value && value.message || value, object]);
</script></body></html>`;

const code = `
function onOpen() {
  SpreadsheetApp.getUi().createMenu("API連携登録")
    .addItem("確認", "confirm").addItem("入力", "ask").addSeparator().addItem("パネル", "panel")
    .addItem("失敗", "fail").addItem("二段階", "steps")
    .addToUi();
}
function confirm() {
  const ui = SpreadsheetApp.getUi();
  const button = ui.alert("確認", "12件を送信します。\\nよろしいですか？", ui.ButtonSet.YES_NO);
  SpreadsheetApp.getActive().toast(button === ui.Button.YES ? "送信しました" : "やめました", "出荷実績");
}
function ask() {
  const ui = SpreadsheetApp.getUi();
  const reply = ui.prompt("注文番号を入れてください", ui.ButtonSet.OK_CANCEL);
  SpreadsheetApp.getActive().toast(reply.getSelectedButton() + ":" + reply.getResponseText());
}
function panel() {
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile("Panel").setTitle("検品"));
}
function write(text) {
  const body = { values: [[text]] };
  Sheets.Spreadsheets.Values.update(body, SpreadsheetApp.getActive().getId(), "A1", { valueInputOption: "RAW" });
}
function steps() {
  write("前半");
  SpreadsheetApp.getUi().alert("続けますか");
  write("後半");
}
function fail() { throw new Error("鍵がありません。"); }
function echo(value) { return value; }
function hidden_() { return "秘密"; }
`;

const bundle = {
  code,
  html: { Panel: panel },
  manifest: {
    timeZone: "Asia/Tokyo",
    dependencies: { enabledAdvancedServices: [{ userSymbol: "Sheets", serviceId: "sheets", version: "v4" }] },
  },
};

const MENU = "API連携登録";
let browser: Browser;
let desk: OpenPage;

beforeAll(async () => {
  browser = await launchBrowser();
  desk = await openPage(browser, { bundle });
});

afterAll(async () => {
  await desk[Symbol.asyncDispose]();
  await browser.close();
});

afterEach(() => expect(desk).toMatchObject({ foreign: [], errors: [] }));

test("an alert stops the script until it is answered", async () => {
  await desk.choose(MENU, "二段階");
  const dialog = desk.page.getByRole("dialog");
  await dialog.getByText("続けますか").waitFor();
  await desk.settled();
  expect(await desk.text("A1")).toBe("前半");
  expect(await desk.running().count()).toBe(1);

  await dialog.getByRole("button", { name: "OK" }).click();
  await desk.running().waitFor({ state: "detached" });
  await desk.settled();
  expect(await desk.text("A1")).toBe("後半");
  expect(await dialog.count()).toBe(0);
});

test("a question that is open when the page is loaded again is asked again", async () => {
  await desk.choose(MENU, "確認");
  await desk.page.getByRole("dialog").waitFor();
  await desk.page.reload();
  await desk.page.getByRole("dialog", { name: "確認" }).getByRole("button", { name: "いいえ" }).click();
  await desk.hears("やめました");
});

test("menu, alert and prompt can be worked without a mouse", async () => {
  const { keyboard } = desk.page;
  const menu = desk.page.getByRole("button", { name: MENU });
  await menu.focus();
  for (const key of ["ArrowDown", "Enter"]) await keyboard.press(key);
  await desk.page.getByRole("dialog", { name: "確認" }).waitFor();
  await keyboard.press("Enter");
  await desk.hears("出荷実績\n送信しました");

  await menu.focus();
  for (const key of ["Enter", "ArrowDown", "Enter"]) await keyboard.press(key);
  await desk.page.getByRole("textbox", { name: "注文番号を入れてください" }).waitFor();
  await keyboard.type("100000-1");
  await keyboard.press("Enter");
  await desk.hears("OK:100000-1");

  await menu.focus();
  for (const key of ["Enter", "ArrowUp", "Escape"]) await keyboard.press(key);
  expect(await desk.page.getByRole("menu").count()).toBe(0);
  expect(await menu.evaluate((element) => element === document.activeElement)).toBe(true);
});

test("a script's error is shown to the person who started it", async () => {
  await desk.choose(MENU, "失敗");
  await desk.hears("鍵がありません。");
});

test("a panel calls the script and hears values, errors and its own object", async () => {
  const frame = await openPanel(desk);
  await frame.evaluate(`
    const run = google.script.run.withFailureHandler(hear("no"));
    run.withSuccessHandler(hear("yes")).withUserObject("object").echo({ list: [1, "二", null, undefined] });
    run.fail();
    run.withSuccessHandler(hear("form")).echo(document.getElementById("form"));
  `);
  await frame.waitForFunction("heard.length === 3");
  const heard = (await frame.evaluate("heard")) as unknown[];
  expect(heard).toContainEqual(["yes", { list: [1, "二", null, null] }, "object"]);
  expect(heard).toContainEqual(["no", "鍵がありません。", undefined]);
  expect(heard).toContainEqual(["form", { name: "倉庫", tag: ["a", "b"] }, undefined]);
});

test("a panel cannot call a private function, nor send a date", async () => {
  const frame = await openPanel(desk);
  expect(await frame.evaluate("typeof google.script.run.hidden_")).toBe("undefined");
  await expect(frame.evaluate("google.script.run.echo({ when: new Date() })")).rejects.toThrow(
    "Failed due to illegal value in property: when",
  );
});

test("a panel reaches neither the page around it nor another host", async () => {
  const frame = await openPanel(desk);
  await expect(frame.evaluate("parent.document.title")).rejects.toThrow();
  await expect(frame.evaluate("fetch('/api/settings').then((answer) => answer.text())")).rejects.toThrow();
  await expect(frame.evaluate("fetch('http://127.0.0.1:1/').then((answer) => answer.text())")).rejects.toThrow();
});

test("a panel has ten calls under way at most, and all of them are answered", async () => {
  const frame = await openPanel(desk);
  let most = 0;
  let open = 0;
  desk.page.on("request", (request) => {
    if (request.url().endsWith("/api/run")) most = Math.max(most, ++open);
  });
  desk.page.on("response", (response) => void (response.url().endsWith("/api/run") && open--));
  await frame.evaluate("for (let n = 0; n < 25; n++) google.script.run.withSuccessHandler(hear('n')).echo(n)");
  await frame.waitForFunction("heard.length === 25");
  expect(most).toBeLessThanOrEqual(10);
  const answers = (await frame.evaluate("heard.map(([, n]) => n)")) as number[];
  expect(answers.sort((a, b) => a - b)).toEqual(Array.from({ length: 25 }, (_, n) => n));
});

test("a panel closes itself", async () => {
  const frame = await openPanel(desk);
  await frame.evaluate("google.script.host.close()");
  await desk.page.getByRole("complementary", { name: "検品" }).waitFor({ state: "detached" });
});

/** A panel that an earlier test left open is closed first, or its frame would be taken for the new one. */
async function openPanel({ page, choose }: OpenPage): Promise<Frame> {
  const panel = page.getByRole("complementary", { name: "検品" });
  if (await panel.isVisible()) await panel.getByRole("button", { name: "閉じる" }).click();
  await panel.waitFor({ state: "detached" });
  await choose(MENU, "パネル");
  const element = await panel.locator("iframe").elementHandle();
  const frame = await element!.contentFrame();
  await frame!.waitForFunction("'heard' in window");
  return frame!;
}
