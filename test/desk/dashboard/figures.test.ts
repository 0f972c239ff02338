import { afterAll, beforeAll, expect, test } from "vitest";
import { OPERATOR } from "../../../workbench/workbench.ts";
import { type Desk, openDesk } from "../../support/desk.ts";

const numbers = ["0000000001", "0000000002", "0000000003"].map((end) => `123456-20261123-${end}`);
const TODAY = 46_350;

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ orders: numbers.map((orderNumber) => ({ orderNumber })) });
  await desk.importShipments();
});
afterAll(() => desk.close());

const lineOf = (item: string) => desk.rows("ダッシュボード").find((row) => row.項目 === item);
const figure = (item: string) => desk.rows("集計").find((row) => row.項目 === item);

interface Chart {
  readonly chartId: number;
  readonly spec: { readonly title: string };
}
function charts(): Chart[] {
  const { sheets, spreadsheetId } = desk.workbench;
  const path = `/v4/spreadsheets/${spreadsheetId}?fields=sheets(properties(title),charts)`;
  const { body } = sheets.handle({ method: "GET", path, user: OPERATOR });
  return (body as { sheets: { charts?: Chart[] }[] }).sheets.flatMap((sheet) => sheet.charts ?? []);
}
const titles = () => charts().map(({ spec }) => spec.title);
const OURS = ["日別の発送数（14日間）", "配送会社別の発送数（30日間）", "連携状態別の件数"];

test("what is to be shipped today, by the state of the work, follows at once what staff enter", () => {
  expect(lineOf("今日の出荷")).toMatchObject({ 状態: "残りあり", 内容: expect.stringContaining("未着手 3件") });
  desk.types("出荷リスト", numbers[0] as string, "出荷ステータス", "梱包済");
  desk.types("出荷リスト", numbers[1] as string, "出荷ステータス", "出荷済");
  desk.types("出荷リスト", numbers[1] as string, "発送日", TODAY);
  desk.types("出荷リスト", numbers[1] as string, "配送会社", "1001 ヤマト運輸");
  expect(lineOf("今日の出荷")?.内容).toBe("未着手 1件、ピッキング済 0件、梱包済 1件、本日の発送 1件");
  expect(figure("出荷 0日前")).toMatchObject({ 表示: "11/24", 件数: 1 });
  expect(figure("配送会社 ヤマト運輸")).toMatchObject({ 表示: "ヤマト運輸", 件数: 1 });
  expect(figure("配送会社 ほか")).toMatchObject({ 件数: 0 });
  expect(figure("連携状態 要確認")).toMatchObject({ 件数: 3 });
});

test("a parcel whose day has passed asks for people, and low stock does", () => {
  expect(lineOf("確認待ちと遅れ")).toMatchObject({ 状態: "注意" });
  desk.types("出荷リスト", numbers[0] as string, "出荷予定日", TODAY - 1, OPERATOR);
  expect(lineOf("確認待ちと遅れ")).toMatchObject({
    状態: "要対応",
    内容: "要確認 3件、保留 0件、出荷予定日を過ぎた出荷 1件",
  });
  expect(lineOf("在庫不足")).toMatchObject({ 状態: "正常" });
  expect(lineOf("未解消のエラー")).toMatchObject({ 状態: "正常", 内容: "連携ログのエラー 0件" });
});

test("three charts lie on ダッシュボード; 初期設定 doubles none, brings back what was deleted and leaves those of people", async () => {
  expect(titles()).toEqual(OURS);
  const spec = { title: "自分のグラフ", pieChart: {} };
  const position = { overlayPosition: { anchorCell: { sheetId: desk.sheetId("ダッシュボード") } } };
  desk.batchUpdate([{ addChart: { chart: { spec, position } } }], OPERATOR);
  await desk.run("setUp");
  expect(titles()).toEqual([...OURS, "自分のグラフ"]);
  desk.batchUpdate([{ deleteEmbeddedObject: { objectId: charts()[1]?.chartId } }], OPERATOR);
  await desk.run("setUp");
  expect([...titles()].sort()).toEqual([...OURS, "自分のグラフ"].sort());
});

test("the ranges grow with the list, and 初期設定 takes them to the last row where people added rows below", async () => {
  const sheetId = desk.sheetId("出荷リスト");
  desk.batchUpdate([{ appendDimension: { sheetId, dimension: "ROWS", length: 100 } }], OPERATOR);
  await desk.run("setUp");
  const { sheets, spreadsheetId } = desk.workbench;
  const path = `/v4/spreadsheets/${spreadsheetId}/values/${encodeURIComponent("'集計'!C2")}?valueRenderOption=FORMULA`;
  const { body } = sheets.handle({ method: "GET", path, user: OPERATOR });
  expect((body as { values: string[][] }).values[0]?.[0]).toMatch(
    /^=COUNTIF\('出荷リスト'!\$[A-Z]+\$2:\$[A-Z]+\$300,TODAY\(\)-13\)$/,
  );
});

test("a figure that was overwritten or deleted comes back with 初期設定", async () => {
  desk.types("集計", "出荷 0日前", "件数", 99, OPERATOR);
  const index = desk.grid("ダッシュボード").findIndex(([item]) => item === "在庫不足");
  const range = { sheetId: desk.sheetId("ダッシュボード"), dimension: "ROWS", startIndex: index, endIndex: index + 1 };
  desk.batchUpdate([{ deleteDimension: { range } }], OPERATOR);
  await desk.run("setUp");
  expect(figure("出荷 0日前")).toMatchObject({ 件数: 1 });
  expect(lineOf("在庫不足")).toMatchObject({ 状態: "正常" });
});
