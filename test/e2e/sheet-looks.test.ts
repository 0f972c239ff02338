import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readBundle } from "../../workbench/apps-script/bundle.ts";
import { OPERATOR, STAFF } from "../../workbench/workbench.ts";
import { launchBrowser } from "./browser.ts";
import { type OpenPage, openPage } from "./open-page.ts";

const LIST = "出荷リスト";
let browser: Browser;
let desk: OpenPage;

beforeAll(async () => {
  browser = await launchBrowser();
  desk = await openPage(browser, { bundle: readBundle("dist"), connected: true });
});
afterAll(async () => {
  await desk[Symbol.asyncDispose]();
  await browser.close();
});

const hover = async (a1: string) => {
  const { x, y } = await desk.page.evaluate((cell) => window.workbench.place(cell), a1);
  await desk.page.mouse.move(x, y);
};

test("the header of a column tells on hovering what the column is for", async () => {
  const [header, below] = [1, 8].map((row) => desk.cellOf(LIST, "出荷ステータス", row)) as [string, string];
  await hover(header);
  const note = desk.page.locator("textarea");
  await note.waitFor();
  expect(await note.inputValue()).toContain("倉庫の作業状況を選んでください。");
  await hover(below);
  await note.waitFor({ state: "detached" });
});

test("staff see on hovering which cells are protected; the operator, who may write there, does not", async () => {
  const hint = desk.page.getByRole("tooltip", { name: "保護されています" });
  await desk.become(STAFF);
  await desk.settled();
  await hover("A5");
  await desk.page.getByText("保護されています").waitFor();
  await hover(desk.cellOf(LIST, "伝票番号", 5));
  await hint.waitFor({ state: "detached" });
  await desk.become(OPERATOR);
});

test("a filter view hides rows for the person who looks through it, and for nobody else", async () => {
  const sheetId = desk.sheetId("支払方法マスタ");
  const range = { sheetId, startRowIndex: 0, endRowIndex: 18, startColumnIndex: 0, endColumnIndex: 3 };
  const shown = desk.values("支払方法マスタ!A3")[0]![0];
  const filter = { title: "2つめを隠す", range, criteria: { 0: { hiddenValues: [String(shown)] } } };
  expect(desk.batchUpdate(STAFF, [{ addFilterView: { filter } }]).status).toBe(200);
  await desk.page.getByText("支払方法マスタ", { exact: true }).click();
  const isHidden = (row: number) => desk.page.evaluate((at) => window.workbench.hiddenRow(at), row);
  await desk.page.getByLabel("フィルタ表示").selectOption("2つめを隠す");
  await desk.settled();
  expect([await isHidden(2), await isHidden(3), await isHidden(4)]).toEqual([false, true, false]);
  await desk.page.getByLabel("フィルタ表示").selectOption("なし");
  await desk.settled();
  expect(await isHidden(3)).toBe(false);
  await desk.page.getByText("在庫", { exact: true }).click();
  await desk.page.getByLabel("フィルタ表示").waitFor({ state: "detached" });
  await desk.page.getByText(LIST, { exact: true }).click();
  await desk.page.getByLabel("フィルタ表示").waitFor();
});

test("rows that the sheet's filter hides are hidden on the page, and come back with it", async () => {
  const range = { sheetId: desk.sheetId("支払方法マスタ"), startRowIndex: 0, startColumnIndex: 0, endColumnIndex: 3 };
  await desk.page.getByText("支払方法マスタ", { exact: true }).click();
  const shown = desk.values("支払方法マスタ!A4")[0]![0];
  const filterBy = (criteria: object) =>
    desk.batchUpdate(OPERATOR, [{ setBasicFilter: { filter: { range, criteria } } }]);
  filterBy({ 0: { hiddenValues: [String(shown)] } });
  await desk.page.waitForFunction(() => window.workbench.hiddenRow(4));
  filterBy({});
  await desk.page.waitForFunction(() => !window.workbench.hiddenRow(4));
});

test("the groups of columns open and close by mouse and by keyboard, for everybody, and staff are told whom to ask", async () => {
  const street = desk.cellOf(LIST, "番地・建物", 1);
  const isHidden = (a1: string) => desk.page.evaluate((cell) => window.workbench.hiddenColumn(cell), a1);
  const toggle = (name: string) => desk.page.getByRole("button", { name: `▸ ${name}の列` });
  const stateOf = (name: string) => toggle(name).getAttribute("aria-expanded");
  await desk.page.getByText(LIST, { exact: true }).click();
  await desk.settled();
  expect(await isHidden(street)).toBe(true);
  expect(await desk.page.getByRole("group", { name: "列のグループ" }).getByRole("button").count()).toBe(8);

  await toggle("お届け先").focus();
  await desk.settled();
  await toggle("お届け先").click();
  await desk.settled();
  expect([await isHidden(street), await stateOf("お届け先")]).toEqual([false, "true"]);
  expect(await stateOf("金額")).toBe("false");

  await toggle("お届け先").focus();
  await desk.page.keyboard.press("Enter");
  await desk.settled();
  expect([await isHidden(street), await stateOf("お届け先")]).toEqual([true, "false"]);
  expect(await isHidden(desk.cellOf(LIST, "照合", 1))).toBe(true);

  await desk.become(STAFF);
  await toggle("お届け先").press("Enter");
  await desk.hears("スプレッドシートのオーナーに連絡して");
  expect(await stateOf("お届け先")).toBe("false");
  await desk.become(OPERATOR);
});
