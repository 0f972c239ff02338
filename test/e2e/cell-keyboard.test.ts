import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { today } from "../../workbench/page/grid/cell-keys.ts";
import { OPERATOR } from "../../workbench/workbench.ts";
import { launchBrowser } from "./browser.ts";
import { type OpenPage, openPage } from "./open-page.ts";

const bundle = {
  code: `function onOpen() { SpreadsheetApp.getUi().createMenu("API連携登録").addItem("何もしない", "onOpen").addToUi(); }`,
  html: {},
  manifest: { timeZone: "Asia/Tokyo" },
};
const SERVICES = ["1001 ヤマト運輸", "1002 ヤマト運輸（クール）", "2001 佐川急便"];

let browser: Browser;
let desk: OpenPage;
beforeAll(async () => {
  browser = await launchBrowser();
  desk = await openPage(browser, { bundle });
  const sheetId = desk.sheetId("シート1");
  const rule = (column: number, dataValidation: object) => ({
    setDataValidation: {
      range: { sheetId, startRowIndex: 1, endRowIndex: 20, startColumnIndex: column, endColumnIndex: column + 1 },
      rule: dataValidation,
    },
  });
  const condition = { type: "ONE_OF_LIST", values: SERVICES.map((userEnteredValue) => ({ userEnteredValue })) };
  desk.batchUpdate(OPERATOR, [
    {
      updateSheetProperties: {
        properties: { sheetId, gridProperties: { frozenRowCount: 1 } },
        fields: "gridProperties.frozenRowCount",
      },
    },
    rule(0, { condition, strict: true, showCustomUi: true }),
    rule(1, { condition, strict: false, showCustomUi: true }),
    rule(2, { condition: { type: "BOOLEAN" } }),
  ]);
  await desk.page.reload();
  await desk.page.waitForSelector("body[data-ready]");
});
afterAll(async () => {
  await desk[Symbol.asyncDispose]();
  await browser.close();
});
afterEach(() => expect(desk).toMatchObject({ foreign: [], errors: [] }));

const press = async (...keys: readonly string[]) => {
  for (const key of keys) await desk.page.keyboard.press(key);
};
const list = () => desk.page.getByRole("listbox", { name: "選択肢" });
const marked = () => list().locator("[aria-selected=true]").textContent();
const value = (a1: string) => desk.values(a1)[0]?.[0];

test("an entry is found by its beginning or by any part of it, and Enter takes it and goes down", async () => {
  await desk.type("A2", "1001 ヤマト運輸");
  await desk.type("A3", "2");
  await desk.type("A4", "クール");
  await desk.type("A5", "２００１");
  expect(desk.values("A2:A5").flat()).toEqual([SERVICES[0], SERVICES[2], SERVICES[1], SERVICES[2]]);
  expect(await desk.activeCell()).toBe("A6");
  expect(await list().count()).toBe(0);
});

test("arrows walk through the open list, Enter takes, and Escape leaves the cell as it was", async () => {
  await desk.select("A7");
  await press("F2");
  await list().waitFor();
  await press("ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp");
  expect(await marked()).toBe(SERVICES[1]);
  await press("Enter");
  await desk.settled();
  expect(value("A7")).toBe(SERVICES[1]);
  expect(await desk.activeCell()).toBe("A8");

  await desk.select("A7");
  await desk.page.keyboard.type("佐");
  await list().waitFor();
  expect(await marked()).toBe(SERVICES[2]);
  await press("Escape");
  await desk.settled();
  expect(value("A7")).toBe(SERVICES[1]);
  expect(await desk.text("A7")).toBe(SERVICES[1]);
  expect(await list().count()).toBe(0);
});

test("a click takes an entry", async () => {
  await desk.select("A9");
  await press("F2");
  await list().getByText(SERVICES[2]!).click();
  await desk.settled();
  expect(value("A9")).toBe(SERVICES[2]);
});

test("a text that an input method composes arrives whole, and finds its entry", async () => {
  const input = await desk.page.context().newCDPSession(desk.page);
  const compose = (text: string) =>
    input.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  await desk.select("A10");
  for (const text of ["さ", "さが", "さがわ"]) await compose(text);
  await input.send("Input.insertText", { text: "佐川" });
  await list().waitFor();
  await expect.poll(marked).toBe(SERVICES[2]);
  await press("Enter");
  await desk.settled();
  expect(value("A10")).toBe(SERVICES[2]);
});

test("what is no entry is refused in words where only entries may be, and the old value stays", async () => {
  await desk.type("A11", "1001");
  await desk.type("A11", "福山通運");
  await desk.hears("入力規則に違反しています");
  expect(value("A11")).toBe(SERVICES[0]);
  expect(await desk.text("A11")).toBe(SERVICES[0]);
});

test("what is no entry is stored as typed where other values may be", async () => {
  await desk.type("B2", "福山通運");
  expect(value("B2")).toBe("福山通運");
});

test("Space ticks a box and unticks it; over several cells all boxes become alike", async () => {
  // A click on the box itself would tick it.
  await desk.select("D2");
  await press("ArrowLeft", "Space");
  await desk.settled();
  expect(value("C2")).toBe(true);
  await press("Shift+ArrowDown", "Space");
  await desk.settled();
  expect(desk.values("C2:C3").flat()).toEqual([false, false]);
  await press("Space");
  await desk.settled();
  expect(desk.values("C2:C3").flat()).toEqual([true, true]);
});

test("Ctrl+; enters today's date, as Japan has it, and the spreadsheet reads it as a date", async () => {
  await desk.select("D2");
  await press("Control+;");
  await desk.settled();
  const serial = Date.parse(`${today(new Date()).replaceAll("/", "-")}T00:00:00Z`) / 86_400_000 + 25_569;
  expect(value("D2")).toBe(serial);
  expect(await desk.text("D2")).toBe(today(new Date()));
});

test("Ctrl+F finds what is typed, and after Escape the keyboard is the cells' again", async () => {
  await desk.type("E9", "電話済み");
  await desk.select("D4");
  await press("Control+f");
  await desk.page.locator("[data-u-comp=search-input]:focus").waitFor();
  await desk.page.keyboard.type("電話済み");
  await desk.page.getByText("1/1").waitFor();
  await press("Escape");
  await desk.page.locator("[data-u-comp=search-input]").waitFor({ state: "detached" });
  await desk.settled();
  await desk.type("D5", "続き");
  expect(value("D5")).toBe("続き");
});

test("what is replaced in the search reaches the spreadsheet as if it had been typed", async () => {
  await desk.type("E12", "11月の予定");
  await desk.select("D6");
  await press("Control+h");
  await desk.page.getByPlaceholder("このシート内を検索").fill("11月の予定");
  await desk.page.getByPlaceholder("置換文字列を入力").fill("2026/12/01");
  await desk.page.getByRole("button", { name: "検索", exact: true }).click();
  await desk.page.getByRole("button", { name: "すべて置換" }).click();
  await desk.page.getByRole("button", { name: "確認" }).click();
  await expect.poll(() => value("E12")).toBe(46357);
  await desk.settled();
  expect(await desk.text("E12")).toBe("2026/12/01");
});
