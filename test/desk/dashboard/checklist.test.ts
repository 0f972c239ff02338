import { afterEach, expect, test } from "vitest";
import { checklistLines } from "../../../src/core/checklist-lines.ts";
import { SANDBOX_KEYS } from "../../../workbench/rms/sandbox.ts";
import { OPERATOR } from "../../../workbench/workbench.ts";
import { type Desk, openDesk } from "../../support/desk.ts";

const BOARD = "ダッシュボード";
const CARRIERS = "配送サービスマスタ";

let desk: Desk;
afterEach(() => desk.close());

const states = () => {
  const lines = desk.rows(BOARD);
  return checklistLines.map((item) => lines.find(({ 項目 }) => 項目 === item)?.状態);
};
const detail = (item: string) => String(desk.rows(BOARD).find(({ 項目 }) => 項目 === item)?.内容);

function hiddenLines(): number {
  const { sheets, spreadsheetId } = desk.workbench;
  const path = `/v4/spreadsheets/${spreadsheetId}?ranges=${encodeURIComponent(BOARD)}&fields=sheets(data(rowMetadata(hiddenByUser)))`;
  const { body } = sheets.handle({ method: "GET", path, user: OPERATOR });
  const [sheet] = (body as { sheets: { data: { rowMetadata: { hiddenByUser?: boolean }[] }[] }[] }).sheets;
  return (sheet?.data[0]?.rowMetadata ?? []).filter(({ hiddenByUser }) => hiddenByUser).length;
}
const lastInFront = () => desk.ui.shown.filter(({ kind }) => kind === "sheet").at(-1);

test("the checklist of a new spreadsheet follows each step of the first hour, names the next click, and goes once all is done", async () => {
  desk = await openDesk({ orders: [{}], untouched: true });
  await desk.run("setUp");
  expect(desk.rows(BOARD).slice(0, 6).map(({ 項目 }) => 項目)).toEqual(checklistLines);
  expect(states()).toEqual(["完了", "未完了", "未完了", "未完了", "完了", "未完了"]);
  expect(detail("はじめに 2 キー")).toContain("「API連携登録」→「設定」→「API接続設定」");

  await desk.run("saveSettings", OPERATOR, [{ settings: { periodDays: 30 }, keys: SANDBOX_KEYS }]);
  await desk.run("checkConnection");
  expect(states()).toEqual(["完了", "完了", "完了", "未完了", "完了", "未完了"]);

  await desk.importShipments();
  expect(states()).toEqual(["完了", "完了", "完了", "未完了", "完了", "完了"]);
  const methods = desk.rows(CARRIERS).map((row) => String(row.楽天の配送方法名));
  expect(detail("はじめに 4 配送会社")).toContain(`${methods.length}行の配送会社`);
  for (const method of methods) desk.types(CARRIERS, method, "配送会社", "1001 ヤマト運輸", OPERATOR);
  expect(states()).toEqual(Array(6).fill("完了"));
  expect(hiddenLines()).toBe(0);

  await desk.importShipments();
  expect(hiddenLines()).toBe(6);
  await desk.run("setUp");
  expect(lastInFront()).toMatchObject({ sheetId: desk.sheetId("出荷リスト") });
});

test("whoever entered the keys before 初期設定 finds them done, and an emptied default asks again", async () => {
  desk = await openDesk();
  expect(states()).toEqual(["完了", "完了", "未完了", "未完了", "完了", "未完了"]);
  desk.types("支払方法マスタ", "デフォルト", "連携対象支払方法ステータス", "", OPERATOR);
  expect(states()[4]).toBe("未完了");
});

test("a spreadsheet in use gets the lines with 初期設定, below those that it has", async () => {
  desk = await openDesk();
  const sheetId = desk.sheetId(BOARD);
  desk.batchUpdate([{ deleteDimension: { range: { sheetId, dimension: "ROWS", startIndex: 1, endIndex: 7 } } }]);
  expect(states()).toEqual(Array(6).fill(undefined));
  const before = desk.rows(BOARD).map(({ 項目 }) => 項目);
  await desk.run("setUp");
  expect(desk.rows(BOARD).map(({ 項目 }) => 項目)).toEqual([...before, ...checklistLines]);
  expect(states()[0]).toBe("完了");
});
