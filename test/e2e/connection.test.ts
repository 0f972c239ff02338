import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { OPERATOR } from "../../workbench/workbench.ts";
import { launchBrowser } from "./browser.ts";
import { type OpenPage, openPage } from "./open-page.ts";

const code = `
function onOpen() {
  SpreadsheetApp.getUi().createMenu("出荷").addItem("確認", "confirm").addToUi();
}
function confirm() {
  const ui = SpreadsheetApp.getUi();
  const button = ui.alert("確認", "送信しますか", ui.ButtonSet.YES_NO);
  SpreadsheetApp.getActive().toast(button === ui.Button.YES ? "送信しました" : "やめました");
}
`;
const bundle = { code, html: {}, manifest: { timeZone: "Asia/Tokyo" } };
const SHEET = "シート1";

let browser: Browser;
let desk: OpenPage;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  desk = await openPage(browser, { bundle });
  writeAside("保存済み");
  await desk.page.waitForFunction(() => window.workbench.text("B2") === "保存済み");
});
afterEach(async () => {
  expect(desk).toMatchObject({ foreign: [], errors: [] });
  await desk[Symbol.asyncDispose]();
});

/** As somebody does who works elsewhere on the same spreadsheet. */
function writeAside(stringValue: string): void {
  const start = { sheetId: desk.sheetId(SHEET), rowIndex: 1, columnIndex: 1 };
  const rows = [{ values: [{ userEnteredValue: { stringValue } }] }];
  desk.batchUpdate(OPERATOR, [{ updateCells: { start, rows, fields: "userEnteredValue" } }]);
}
const lost = () => desk.page.getByText("接続が切れています。").waitFor();
const back = () => desk.page.getByText("ローカルのワークベンチに接続中").waitFor();
const stored = () => desk.values(`${SHEET}!B2`);

test("what is typed while the server is gone is taken back at once, and said to be unsaved until somebody has read it", async () => {
  await desk.stop();
  await lost();
  await desk.type("B2", "届かない");
  expect(await desk.text("B2")).toBe("保存済み");
  await desk.hears("入力を保存できませんでした");

  await desk.restart();
  await back();
  await desk.page.getByText("保存されている内容を表示しています。").waitFor();
  await desk.settled();
  expect(await desk.text("B2")).toBe("保存済み");
  expect(stored()).toEqual([["保存済み"]]);

  await desk.type("B3", "届く");
  expect(desk.values(`${SHEET}!B3`)).toEqual([["届く"]]);
});

test("an edit that was stored and whose answer was lost is shown as it is stored, with a request to look", async () => {
  await desk.page.route("**/values/**", async (route) => {
    await route.fetch();
    await route.abort();
  });
  await desk.type("B2", "届いた");
  expect(stored()).toEqual([["届いた"]]);
  expect(await desk.text("B2")).toBe("届いた");
  await desk.hears("直前の入力が残っているか確認してください。");
});

test("an edit that was lost on its way is not shown as stored", async () => {
  await desk.page.route("**/values/**", (route) => route.abort());
  await desk.type("B2", "届かない");
  expect(stored()).toEqual([["保存済み"]]);
  expect(await desk.text("B2")).toBe("保存済み");
  await desk.hears("直前の入力が残っているか確認してください。");
});

test("what others wrote while the connection was gone is there when it is back", async () => {
  await desk.stop();
  await lost();
  writeAside("ほかの人");
  await desk.restart();
  await back();
  await desk.settled();
  expect(await desk.text("B2")).toBe("ほかの人");
  expect(await desk.page.locator(".toast").count()).toBe(0);
});

test("a question stays open until its answer has arrived", async () => {
  const run = desk.workbench.host.run({ fn: "confirm", user: OPERATOR, source: "menu" });
  const question = desk.page.getByRole("dialog", { name: "確認" });
  await question.waitFor();
  await desk.stop();
  await lost();
  await question.getByRole("button", { name: "はい" }).click();
  await desk.hears("ワークベンチが応答しません");
  expect(await question.isVisible()).toBe(true);

  await desk.restart();
  await back();
  await question.getByRole("button", { name: "はい" }).click();
  await question.waitFor({ state: "detached" });
  await desk.hears("送信しました");
  expect(await run).toMatchObject({ outcome: "completed" });
});

test("a menu item that nobody hears is not kept quiet", async () => {
  await desk.stop();
  await lost();
  await desk.choose("出荷", "確認");
  await desk.hears("ワークベンチが応答しません");
  await desk.restart();
});

test("a script that goes on while the connection is gone shows so again once it is back", async () => {
  await desk.choose("出荷", "確認");
  const question = desk.page.getByRole("dialog", { name: "確認" });
  await question.waitFor();
  await desk.stop();
  await lost();
  await desk.running().waitFor({ state: "detached" });
  await desk.restart();
  await desk.running().waitFor();
  await question.getByRole("button", { name: "はい" }).click();
  await desk.running().waitFor({ state: "detached" });
});

test("a workbench that comes back over another spreadsheet is shown from the beginning", async () => {
  await using other = await openPage(browser, { bundle });
  const path = `/v4/spreadsheets/${other.workbench.spreadsheetId}/values/B2?valueInputOption=RAW`;
  other.workbench.sheets.handle({ method: "PUT", path, body: { values: [["別のブック"]] }, user: OPERATOR });
  await desk.stop();
  await lost();
  await desk.restart(other.workbench);
  await desk.page.waitForFunction(
    () => document.body.dataset.ready === "true" && window.workbench.text("B2") === "別のブック",
  );
  await desk.type("B3", "続き");
  expect(other.values(`${SHEET}!B3`)).toEqual([["続き"]]);
});
