import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { OPERATOR, STAFF } from "../../workbench/workbench.ts";
import { launchBrowser } from "./browser.ts";
import { type OpenPage, openPage } from "./open-page.ts";

const bundle = {
  code: `function onOpen() { SpreadsheetApp.getUi().createMenu("API連携登録").addItem("何もしない", "onOpen").addToUi(); }`,
  html: {},
  manifest: { timeZone: "Asia/Tokyo" },
};
const DATA = "データ";

let browser: Browser;
let desk: OpenPage;
beforeAll(async () => {
  browser = await launchBrowser();
  desk = await openPage(browser, { bundle });
  const sheetId = desk.sheetId("シート1");
  desk.batchUpdate(OPERATOR, [
    {
      updateSheetProperties: {
        properties: { sheetId, gridProperties: { frozenRowCount: 1 } },
        fields: "gridProperties.frozenRowCount",
      },
    },
  ]);
  await desk.page.reload();
  await desk.page.waitForSelector("body[data-ready]");
});
afterAll(async () => {
  await desk[Symbol.asyncDispose]();
  await browser.close();
});
beforeEach(async () => {
  const cell = (stringValue: string) => ({ userEnteredValue: { stringValue } });
  const rows = [
    ["品名", "数"],
    ["みかん", "3"],
    ["りんご", "2"],
    ["かき", "1"],
  ].map((row) => ({ values: row.map(cell) }));
  const start = { sheetId: desk.sheetId("シート1"), rowIndex: 0, columnIndex: 0 };
  desk.batchUpdate(OPERATOR, [{ updateCells: { start, rows, fields: "userEnteredValue" } }]);
  await expect.poll(() => desk.text("A2")).toBe("みかん");
  await desk.settled();
});
afterEach(() => expect(desk).toMatchObject({ foreign: [], errors: [] }));

const names = () => desk.values("A1:A4").flat();
const protect = () =>
  desk.batchUpdate(OPERATOR, [
    { addProtectedRange: { protectedRange: { range: { sheetId: desk.sheetId("シート1") }, editors: { users: [] } } } },
  ]);
const look = <Part>(fields: string): Part =>
  (
    desk.workbench.sheets.handle({
      method: "GET",
      path: `/v4/spreadsheets/${desk.workbench.spreadsheetId}?fields=sheets(${fields})`,
      user: OPERATOR,
    }).body as { sheets: Part[] }
  ).sheets[0]!;
const widthOfB = () =>
  look<{ data: { columnMetadata: { pixelSize: number }[] }[] }>("data.columnMetadata").data[0]!.columnMetadata[1]!
    .pixelSize;
const place = (a1: string) => desk.page.evaluate((cell) => window.workbench.place(cell), a1);
/** Drags the right edge of column B by its header. */
const dragEdgeOfB = async (by: number) => {
  const { x, y } = await place("B1");
  const edge = x + widthOfB() / 2;
  const { mouse } = desk.page;
  await mouse.move(edge, y - 20);
  await mouse.down();
  await mouse.move(edge + by, y - 20, { steps: 5 });
  await mouse.up();
  await desk.settled();
};

test("rows are sorted by the selected column from the menu, and the header stays on top", async () => {
  await desk.select("B3");
  await desk.choose(DATA, "昇順で並べ替え");
  await desk.settled();
  expect(names()).toEqual(["品名", "かき", "りんご", "みかん"]);
  expect(await desk.text("A2")).toBe("かき");
  await desk.choose(DATA, "降順で並べ替え");
  await desk.settled();
  expect(names()).toEqual(["品名", "みかん", "りんご", "かき"]);
});

test("the same is in the menu of a cell, by mouse and by keyboard", async () => {
  const { x, y } = await place("B3");
  const menu = desk.page.getByRole("menu", { name: "セルのメニュー" });
  await desk.page.mouse.click(x, y, { button: "right" });
  await menu.waitFor();
  await desk.page.keyboard.press("Escape");
  expect(await menu.count()).toBe(0);
  await desk.page.mouse.click(x, y, { button: "right" });
  await menu.waitFor();
  await desk.page.keyboard.press("Enter");
  await desk.settled();
  expect(names()).toEqual(["品名", "かき", "りんご", "みかん"]);
  expect(await menu.count()).toBe(0);
});

test("a filter is put on the rows below the header, and taken away again", async () => {
  await desk.choose(DATA, "フィルタを作成");
  await desk.settled();
  expect(look<object>("basicFilter")).toMatchObject({ basicFilter: { range: { startRowIndex: 0 } } });
  await desk.choose(DATA, "フィルタを削除");
  await desk.settled();
  expect(look<object>("basicFilter")).not.toHaveProperty("basicFilter");
});

test("what is chosen in a filter's button hides rows for everybody, is there when it is opened again, and is cleared there", async () => {
  await desk.choose(DATA, "フィルタを作成");
  await desk.settled();
  const { x, y } = await place("A1");
  const open = () => desk.page.mouse.click(x + 40, y);
  const entry = desk.page
    .locator("div", { has: desk.page.getByRole("checkbox") })
    .filter({ hasText: /^りんご/ })
    .last();
  const isHidden = (row: number) => desk.page.evaluate((at) => window.workbench.hiddenRow(at), row);
  const criteria = () => look<{ basicFilter: { criteria?: object } }>("basicFilter").basicFilter.criteria;

  await open();
  await entry.locator("label").click();
  await desk.page.getByRole("button", { name: "確認" }).click();
  await desk.settled();
  expect(criteria()).toEqual({ 0: { hiddenValues: ["りんご"] } });
  expect([await isHidden(2), await isHidden(3), await isHidden(4)]).toEqual([false, true, false]);

  await open();
  expect(await entry.getByRole("checkbox").isChecked()).toBe(false);
  await desk.page.getByText("フィルタをクリア").click();
  await desk.settled();
  expect(await isHidden(3)).toBe(false);
  expect(criteria()).toEqual({});
  await desk.choose(DATA, "フィルタを削除");
  await desk.settled();
});

test("a column is as wide as it was dragged, for everybody", async () => {
  const before = await place("C1");
  await dragEdgeOfB(40);
  // The hand does not take hold of the edge to the pixel.
  expect(Math.abs(widthOfB() - 140)).toBeLessThan(5);
  expect((await place("C1")).x - before.x).toBe(widthOfB() - 100);
});

test("what is protected from a person is neither sorted nor resized, and the page says why", async () => {
  protect();
  await desk.become(STAFF);
  await desk.settled();
  await desk.select("B3");
  await desk.choose(DATA, "昇順で並べ替え");
  await desk.hears("保護されているセル");
  expect(names()).toEqual(["品名", "みかん", "りんご", "かき"]);
  await desk.page.getByRole("button", { name: "閉じる" }).click();
  const [before, width] = [await place("C1"), widthOfB()];
  await dragEdgeOfB(40);
  await desk.hears("保護されているセル");
  expect(widthOfB()).toBe(width);
  expect(await place("C1")).toEqual(before);
});
