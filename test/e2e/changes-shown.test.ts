import type { Browser, Request } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readBundle } from "../../workbench/apps-script/bundle.ts";
import type { RowsQuery } from "../../workbench/server/page-event.ts";
import { OPERATOR } from "../../workbench/workbench.ts";
import { launchBrowser } from "./browser.ts";
import { type OpenPage, openPage } from "./open-page.ts";

const LIST = "出荷リスト";
let browser: Browser;
let desk: OpenPage;

beforeAll(async () => {
  browser = await launchBrowser();
  desk = await openPage(browser, { bundle: readBundle("dist"), orders: 200, connected: true });
  await desk.page.setViewportSize({ width: 2200, height: 800 });
  await desk.choose("API連携登録", "出荷指示を取得");
  await desk.hears(/新規 [1-9]\d*件/);
  await desk.running().waitFor({ state: "detached" });
  await desk.settled();
});
afterAll(async () => {
  await desk[Symbol.asyncDispose]();
  await browser.close();
});

const cellOf = (header: string, row: number): string => desk.cellOf(LIST, header, row);
const memo = (row: number): string => cellOf("作業メモ", row);
/** By somebody else, or by a run. */
const enter = (a1: string, text: string) => {
  const path = `/v4/spreadsheets/${desk.workbench.spreadsheetId}/values/${LIST}!${a1}?valueInputOption=RAW`;
  desk.workbench.sheets.handle({ method: "PUT", path: encodeURI(path), body: { values: [[text]] }, user: OPERATOR });
};
const textBecomes = (a1: string, text: string) =>
  desk.page.waitForFunction(([cell, wanted]) => window.workbench.text(cell!) === wanted, [a1, text]);

/** What the page asks of the workbench while something happens, and how much it gets. */
async function asked(work: () => Promise<unknown>): Promise<{ paths: string[]; rows: RowsQuery[]; bytes: number }> {
  const requests: Request[] = [];
  const note = (request: Request) => void requests.push(request);
  desk.page.on("requestfinished", note);
  await work();
  await desk.settled();
  desk.page.off("requestfinished", note);
  const sizes = await Promise.all(requests.map(async (request) => (await request.sizes()).responseBodySize));
  return {
    paths: requests.map((request) => new URL(request.url()).pathname),
    rows: requests.filter((request) => request.url().endsWith("/api/rows")).map((request) => request.postDataJSON()),
    bytes: sizes.reduce((sum, size) => sum + size, 0),
  };
}

test("an edit by somebody else costs the page one row, whatever the length of the list", async () => {
  const { paths, rows, bytes } = await asked(async () => {
    enter(memo(6), "電話済み");
    await textBecomes(memo(6), "電話済み");
  });
  expect(paths).toEqual(["/api/rows"]);
  expect(rows).toEqual([{ sheetId: desk.sheetId(LIST), spans: [[5, 6]] }]);
  expect(bytes).toBeLessThan(10_000);
});

test("an edit of one's own costs no other row either", async () => {
  const { paths, rows } = await asked(() => desk.type(memo(7), "折返し"));
  expect(paths).not.toContain("/api/frames");
  expect(rows.flatMap(({ spans }) => spans).every(([start, end]) => start === 6 && end === 7)).toBe(true);
});

test("an edit on a sheet that nobody looks at costs nothing until somebody does", async () => {
  const { paths } = await asked(async () => {
    const start = { sheetId: desk.sheetId("在庫"), rowIndex: 3, columnIndex: 0 };
    const rows = [{ values: [{ userEnteredValue: { stringValue: "A-1" } }] }];
    desk.batchUpdate(OPERATOR, [{ updateCells: { start, rows, fields: "userEnteredValue" } }]);
    enter(memo(8), "済");
    await textBecomes(memo(8), "済");
  });
  expect(paths.every((path) => path === "/api/rows")).toBe(true);
  await desk.page.getByText("在庫", { exact: true }).click();
  await textBecomes("A4", "A-1");
  await desk.page.getByText(LIST, { exact: true }).click();
  await textBecomes(memo(8), "済");
});

test("a row that is cancelled is struck out the moment it is, and the highlight goes with the reason", async () => {
  const look = (a1: string) => desk.page.evaluate((cell) => window.workbench.background(cell), a1);
  const before = await look("A9");
  enter(cellOf("連携状態", 9), "取消");
  await textBecomes(cellOf("連携状態", 9), "取消");
  expect(await look("A9")).toBe("#e5e5e5");
  enter(cellOf("連携状態", 9), "取込済");
  await textBecomes(cellOf("連携状態", 9), "取込済");
  expect(await look("A9")).not.toBe("#e5e5e5");
  expect(before).toBeDefined();
});

test("what was missed while the workbench was away shows once it is back", async () => {
  await using away = await openPage(browser, { bundle: readBundle("dist") });
  await away.stop();
  await away.page.getByText("接続が切れています。").waitFor();
  const { sheets, spreadsheetId } = away.workbench;
  const path = `/v4/spreadsheets/${spreadsheetId}/values/A1?valueInputOption=RAW`;
  sheets.handle({ method: "PUT", path, body: { values: [["留守中"]] }, user: OPERATOR });
  await away.restart();
  await away.page.waitForFunction(() => window.workbench.text("A1") === "留守中");
});
