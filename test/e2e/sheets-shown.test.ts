import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { readBundle } from "../../workbench/apps-script/bundle.ts";
import { SANDBOX_KEYS } from "../../workbench/rms/sandbox.ts";
import { OPERATOR } from "../../workbench/workbench.ts";
import { launchBrowser, newPage } from "./browser.ts";
import { type OpenPage, openPage } from "./open-page.ts";

const MENU = "API連携登録";
const LIST = "出荷リスト";
let browser: Browser;
let desk: OpenPage;

beforeAll(async () => {
  browser = await launchBrowser();
});
beforeEach(async () => {
  desk = await openPage(browser, { bundle: readBundle("dist") });
});
afterEach(async () => {
  expect(desk).toMatchObject({ foreign: [], errors: [] });
  await desk[Symbol.asyncDispose]();
});
afterAll(() => browser.close());

const tabsBecome = (tabs: readonly string[], page = desk.page) =>
  page.waitForFunction((wanted) => window.workbench.tabs().join() === wanted, tabs.join());
const activeTabBecomes = (tab: string) =>
  desk.page.waitForFunction((wanted) => window.workbench.activeTab() === wanted, tab);
const textBecomes = (a1: string, text: string) =>
  desk.page.waitForFunction(([cell, wanted]) => window.workbench.text(cell!) === wanted, [a1, text]);
const add = (title: string, index: number) => ({ addSheet: { properties: { title, index } } });
const named = (title: string, properties: object) => ({
  updateSheetProperties: {
    properties: { sheetId: desk.sheetId(title), ...properties },
    fields: Object.keys(properties).join(),
  },
});

test("after 初期設定 its sheets are the tabs, ダッシュボード is in front, and an import fills it before one's eyes", async () => {
  expect(await desk.tabs()).toEqual(["シート1"]);
  const args = [{ settings: { periodDays: 30 }, keys: SANDBOX_KEYS }];
  await desk.workbench.host.run({ fn: "saveSettings", args, user: OPERATOR, source: "run" });
  await desk.choose(MENU, "初期設定");
  await activeTabBecomes("ダッシュボード");
  // In front already as the first that is left, before the script has brought it there: it would take a person back.
  await desk.running().waitFor({ state: "detached" });
  await desk.settled();
  expect(await desk.activeTab()).toBe("ダッシュボード");
  expect(await desk.tabs()).toEqual([
    ...["ダッシュボード", LIST, "出荷明細", "商品マスタ", "セット商品", "在庫", "入出庫入力", "入出庫"],
    ...["配送サービスマスタ", "配送時間帯マスタ", "配送日数マスタ", "休業日マスタ", "支払方法マスタ", "確認条件マスタ"],
    ...["集計", "連携ログ", "保管済み"],
  ]);
  await desk.page.getByText(LIST, { exact: true }).click();
  await activeTabBecomes(LIST);
  await desk.settled();
  expect(await desk.text("A1")).toBe("注文番号");
  await desk.choose(MENU, "出荷指示を取得");
  await desk.hears(/新規 [1-9]\d*件/);
  await desk.settled();
  expect(await desk.text("A2")).toBe(desk.values(`${LIST}!A2`)[0]?.[0]);
});

test("sheets that come, move, get a name, hide and go do so at once on every open page", async () => {
  const other = await newPage(browser, desk.page.url());
  const everywhere = (wanted: readonly string[]) =>
    Promise.all([desk.page, other.page].map((page) => tabsBecome(wanted, page)));
  desk.batchUpdate(OPERATOR, [add("控え", 1), add("先頭", 0)]);
  await everywhere(["先頭", "シート1", "控え"]);
  desk.batchUpdate(OPERATOR, [named("控え", { title: "予備", index: 0 })]);
  await everywhere(["予備", "先頭", "シート1"]);
  desk.batchUpdate(OPERATOR, [named("先頭", { hidden: true })]);
  await desk.page.getByText("先頭", { exact: true }).waitFor({ state: "detached" });
  desk.batchUpdate(OPERATOR, [{ deleteSheet: { sheetId: desk.sheetId("シート1") } }]);
  await everywhere(["予備", "先頭"]);
  await activeTabBecomes("予備");
  await other.page.context().close();
});

test("a sheet that came while the page was open shows its cells once somebody goes there", async () => {
  desk.batchUpdate(OPERATOR, [add("控え", 1)]);
  await tabsBecome(["シート1", "控え"]);
  const start = { sheetId: desk.sheetId("控え"), rowIndex: 2, columnIndex: 1 };
  const rows = [{ values: [{ userEnteredValue: { stringValue: "棚卸し" } }] }];
  desk.batchUpdate(OPERATOR, [{ updateCells: { start, rows, fields: "userEnteredValue" } }]);
  await desk.page.getByText("控え", { exact: true }).click();
  await activeTabBecomes("控え");
  await desk.settled();
  expect(await desk.text("B3")).toBe("棚卸し");
});

test("rows and columns that come and go move the cells with them", async () => {
  desk.batchUpdate(OPERATOR, [
    {
      updateCells: {
        start: { sheetId: desk.sheetId("シート1"), rowIndex: 1, columnIndex: 1 },
        rows: [{ values: [{ userEnteredValue: { stringValue: "動く" } }] }],
        fields: "userEnteredValue",
      },
    },
  ]);
  await textBecomes("B2", "動く");
  const range = { sheetId: desk.sheetId("シート1"), startIndex: 0, endIndex: 2 };
  desk.batchUpdate(OPERATOR, [
    { insertDimension: { range: { ...range, dimension: "ROWS" } } },
    { insertDimension: { range: { ...range, dimension: "COLUMNS" } } },
  ]);
  await textBecomes("D4", "動く");
  expect(await desk.text("B2")).toBe("");
  desk.batchUpdate(OPERATOR, [{ deleteDimension: { range: { ...range, dimension: "ROWS" } } }]);
  await textBecomes("D2", "動く");
});
