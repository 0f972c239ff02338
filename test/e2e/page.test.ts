import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { readBundle } from "../../workbench/apps-script/bundle.ts";
import { OPERATOR, STAFF } from "../../workbench/workbench.ts";
import { launchBrowser } from "./browser.ts";
import { type OpenPage, openPage } from "./open-page.ts";

const MENU = "API連携登録";
const LIST = "出荷リスト";
/** All that staff fill in is in sight. */
const WIDE = { width: 2200, height: 800 };
let browser: Browser;
let desk: OpenPage;

beforeAll(async () => {
  browser = await launchBrowser();
  desk = await openPage(browser, { bundle: readBundle("dist"), connected: true });
  await desk.page.setViewportSize(WIDE);
});

afterAll(async () => {
  await desk[Symbol.asyncDispose]();
  await browser.close();
});

afterEach(() => expect(desk).toMatchObject({ foreign: [], errors: [] }));

const cellOf = (header: string, row: number): string => desk.cellOf(LIST, header, row);

test("the page shows the workbook's tabs and headers, and the add-on's menu", async () => {
  expect(await desk.tabs()).toEqual(expect.arrayContaining([LIST, "出荷明細", "連携ログ"]));
  expect(await desk.activeTab()).toBe(LIST);
  expect(await desk.text("A1")).toBe("注文番号");
  expect(await desk.page.getByRole("heading", { level: 1 }).textContent()).toBe("出荷シート");
  await desk.page.getByRole("button", { name: MENU }).click();
  expect(await desk.page.getByRole("menuitem").allTextContents()).toContain("出荷指示を取得");
  await desk.page.keyboard.press("Escape");
});

test("出荷指示を取得 fills the list and says how many are new; a second run adds nothing", async () => {
  await desk.choose(MENU, "出荷指示を取得");
  await desk.hears(/新規 [1-9]\d*件/);
  await desk.running().waitFor({ state: "detached" });
  await desk.settled();
  const keys = desk.values(`${LIST}!A2:A`).flat();
  expect(keys.length).toBeGreaterThan(0);
  expect(await desk.text("A2")).toBe(keys[0]);
  expect(await desk.text(`A${keys.length + 1}`)).toBe(keys.at(-1));

  await desk.choose(MENU, "出荷指示を取得");
  await desk.hears("新規 0件");
  await desk.settled();
  expect(desk.values(`${LIST}!A2:A`).flat()).toEqual(keys);
  expect(desk.values("連携ログ!A2:A")).toHaveLength(2);
});

test("staff type into their columns, and the spreadsheet reads it as Google Sheets would", async () => {
  await desk.become(STAFF);
  const number = cellOf("伝票番号", 2);
  await desk.type(number, "004012345678");
  expect(desk.values(`${LIST}!${number}`)).toEqual([["004012345678"]]);
  expect(await desk.text(number)).toBe("004012345678");

  const shipped = cellOf("発送日", 2);
  await desk.type(shipped, "2026/11/24");
  expect(desk.values(`${LIST}!${shipped}`)).toEqual([[46350]]);
  await desk.become(OPERATOR);
});

test("what is pasted from another program arrives cell by cell, and Delete empties it again", async () => {
  const memo = cellOf("作業メモ", 2);
  const below = cellOf("作業メモ", 3);
  await desk.page.evaluate(() => navigator.clipboard.writeText("電話済み\n＠折返し\n"));
  await desk.select(memo);
  await desk.page.keyboard.press("Control+v");
  await expect.poll(() => desk.values(`${LIST}!${memo}:${below}`)).toEqual([["電話済み"], ["＠折返し"]]);
  await desk.settled();
  expect(await desk.text(below)).toBe("＠折返し");

  await desk.select(below);
  await desk.page.keyboard.press("Delete");
  await expect.poll(() => desk.values(`${LIST}!${below}`)).toEqual([]);
});

test("an edit that the spreadsheet refuses is explained and taken back", async () => {
  const { body } = desk.batchUpdate(OPERATOR, [
    {
      addProtectedRange: { protectedRange: { range: { sheetId: desk.sheetId(LIST) }, editors: { users: [OPERATOR] } } },
    },
  ]);
  expect(body).toHaveProperty("replies");
  const before = await desk.text("A2");
  await desk.become(STAFF);
  await desk.type("A2", "書き換え");
  await desk.hears("保護されているセルやオブジェクトを編集しようとしています。");
  expect(await desk.text("A2")).toBe(before);
  expect(desk.values(`${LIST}!A2`)).toEqual([[before]]);
  await desk.become(OPERATOR);
});

test("what the grid cannot pass on it does not pretend to do", async () => {
  await desk.select("A2");
  await desk.page.keyboard.press("Control+b");
  await desk.hears("この操作はできません");
  expect(await desk.page.evaluate(() => window.workbench.bold("A2"))).toBe(false);
});

test("the settings panel opens beside the sheet and speaks with the script", async () => {
  await desk.choose(MENU, "API接続設定");
  const panel = desk.page.getByRole("complementary", { name: "API接続設定" });
  expect((await panel.boundingBox())?.width).toBe(300);
  const field = panel.locator("iframe").contentFrame().getByLabel("出荷指示取得期間（日）");
  await expect.poll(() => field.inputValue()).toBe("30");
  await panel.getByRole("button", { name: "閉じる" }).click();
  await panel.waitFor({ state: "detached" });
});
