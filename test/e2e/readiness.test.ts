import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { OPERATOR } from "../../workbench/workbench.ts";
import { launchBrowser } from "./browser.ts";
import { type OpenPage, openPage } from "./open-page.ts";

const code = `
function onOpen() {
  SpreadsheetApp.getUi().createMenu("作業").addItem("質問", "ask").addItem("確認", "confirm").addItem("パネル", "panel").addToUi();
}
function ask() {
  SpreadsheetApp.getActive().toast("答え:" + SpreadsheetApp.getUi().prompt("番号").getResponseText());
}
function confirm() { SpreadsheetApp.getUi().alert("よろしいですか"); }
function panel() {
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput("<input id='number' autofocus>").setTitle("検品"));
}
`;
const bundle = { code, html: {}, manifest: { timeZone: "Asia/Tokyo" } };
const SHEET = "シート1";
const numbers = Array.from({ length: 12 }, (_, n) => `00401234567${10 + n}`);

let browser: Browser;
let desk: OpenPage;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  desk = await openPage(browser, { bundle });
});
afterEach(async () => {
  expect(desk).toMatchObject({ foreign: [], errors: [] });
  await desk[Symbol.asyncDispose]();
});

const scan = async (texts: readonly string[]) => {
  for (const text of texts) {
    await desk.page.keyboard.type(text);
    await desk.page.keyboard.press("Enter");
  }
};
const column = (from: string) => desk.values(from).flat();
/** Another person's change after which the grid shows the whole workbook anew. */
const rename = async (title: string) => {
  const properties = { sheetId: desk.sheetId(SHEET), title };
  desk.batchUpdate(OPERATOR, [{ updateSheetProperties: { properties, fields: "title" } }]);
  await expect.poll(() => desk.tabs()).toEqual([title]);
  await desk.settled();
};
const writeA5 = (stringValue: string) => ({
  updateCells: {
    start: { sheetId: desk.sheetId(SHEET), rowIndex: 4, columnIndex: 0 },
    rows: [{ values: [{ userEnteredValue: { stringValue } }] }],
    fields: "userEnteredValue",
  },
});
const holder = () => desk.page.evaluate(() => document.activeElement?.getAttribute("role"));

test("a scanner that starts the moment the page is ready fills the column down from the active cell, in order", async () => {
  await scan(numbers);
  await desk.settled();
  expect(column("A1:A20")).toEqual(numbers.map(Number));
});

test("a scanner that starts before the page is ready reaches no cell until then, and every cell from then on", async () => {
  await desk.page.reload({ waitUntil: "commit" });
  const ready = desk.page.waitForSelector("body[data-ready]");
  let typed = 0;
  let early = true;
  void ready.then(() => {
    early = false;
  });
  while (early) await desk.page.keyboard.type(String(typed++ % 10));
  await desk.page.keyboard.press("Escape");
  expect(column("A1:Z20")).toEqual([]);
  await scan(numbers);
  await desk.settled();
  expect(column("A1:A20")).toEqual(numbers.map(Number));
});

test("when the page says that it is ready, nothing on it moves any more and the active cell has the keyboard", async () => {
  const place = () => desk.page.evaluate(() => window.workbench.place("D4"));
  const before = await place();
  await desk.page.evaluate(async () => {
    for (let frame = 0; frame < 120; frame++) await new Promise(requestAnimationFrame);
  });
  expect(await place()).toEqual(before);
  await desk.page.keyboard.type("12");
  await desk.page.keyboard.press("Enter");
  await desk.settled();
  expect(column("A1:A2")).toEqual([12]);
});

test("a menu stays open, with the keyboard in it, while others edit the sheet and rename it", async () => {
  await desk.page.getByRole("button", { name: "作業" }).click();
  desk.batchUpdate(OPERATOR, [writeA5("他の人")]);
  await expect.poll(() => desk.text("A5")).toBe("他の人");
  await rename("改名");
  expect(await holder()).toBe("menuitem");
  await desk.page.keyboard.type("7");
  await desk.page.keyboard.press("ArrowDown");
  await desk.page.keyboard.press("Enter");
  await desk.page.getByRole("dialog").getByText("よろしいですか").waitFor();
  await desk.page.keyboard.press("Enter");
  await desk.page.getByRole("dialog").waitFor({ state: "detached" });
  await desk.settled();
  expect(column("A1:A5")).toEqual(["他の人"]);
});

test("a menu closes when a person turns elsewhere: by Tab, by a click beside it or into the grid", async () => {
  const menu = desk.page.getByRole("menu");
  const open = () => desk.page.getByRole("button", { name: "作業" }).click();
  await open();
  await desk.page.keyboard.press("Tab");
  expect(await menu.count()).toBe(0);
  await open();
  await desk.page.getByRole("heading", { level: 1 }).click();
  expect(await menu.count()).toBe(0);
  await open();
  await desk.select("H9");
  expect(await menu.count()).toBe(0);
  await desk.page.keyboard.type("5");
  await desk.page.keyboard.press("Enter");
  await desk.settled();
  expect(desk.values("H9")).toEqual([[5]]);
});

test("a question that waits when the page is loaded again is answered from the keyboard, and the grid has it afterwards", async () => {
  await desk.choose("作業", "質問");
  await desk.page.getByRole("dialog").waitFor();
  await desk.page.reload();
  await desk.page.getByRole("dialog").waitFor();
  await desk.page.keyboard.type("4711");
  await desk.page.keyboard.press("Enter");
  await desk.hears("答え:4711");
  await desk.settled();
  await scan(["1", "2"]);
  await desk.settled();
  expect(column("A1:A5")).toEqual([1, 2]);
});

test("what is typed into a panel stays there while the grid beside it is shown anew", async () => {
  await desk.choose("作業", "パネル");
  const number = desk.page.getByRole("complementary").locator("iframe").contentFrame().locator("#number");
  await number.click();
  await desk.page.keyboard.type("00");
  await rename("改名");
  await desk.page.keyboard.type("40");
  expect(await number.inputValue()).toBe("0040");
  await desk.select("A1");
  await scan(["9"]);
  await desk.settled();
  expect(column("A1:A5")).toEqual([9]);
  expect(await number.inputValue()).toBe("0040");
});

test("the active cell stays where it is, and keeps the keyboard, when another person renames the sheet", async () => {
  await desk.select("C6");
  await rename("改名");
  await scan(["8"]);
  await desk.settled();
  expect(desk.values("C6")).toEqual([[8]]);
});

test("what is typed into the formula bar stays there while another person edits the sheet, and the cells have the keyboard after it", async () => {
  await desk.select("B2");
  await desk.page.mouse.click(600, 80);
  await desk.page.keyboard.type("前半");
  desk.batchUpdate(OPERATOR, [writeA5("他の人")]);
  await expect.poll(() => desk.text("A5")).toBe("他の人");
  await desk.page.keyboard.type("後半");
  await desk.page.keyboard.press("Enter");
  await desk.settled();
  await scan(["5"]);
  await desk.settled();
  expect(desk.values("B2:B3")).toEqual([["前半後半"], [5]]);
});
