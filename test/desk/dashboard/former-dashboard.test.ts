import { afterEach, expect, test } from "vitest";
import { OPERATOR } from "../../../workbench/workbench.ts";
import { type Desk, openDesk } from "../../support/desk.ts";

const TAB = "ダッシュボード";
const FORMER = ["項目", "状態", "内容", "エラー", "更新日時"];

let desk: Desk;
afterEach(() => desk.close());

/** The sheet as earlier versions had it: five columns of values, those of texts made for texts. */
function makeFormer(rows: readonly (readonly (string | number)[])[]): void {
  const sheetId = desk.sheetId(TAB);
  const width = desk.grid(TAB)[0]?.length ?? 0;
  const cell = (value: string | number) =>
    typeof value === "number"
      ? { userEnteredValue: { numberValue: value } }
      : {
          userEnteredValue: { stringValue: value },
          userEnteredFormat: { numberFormat: { type: "TEXT", pattern: "@" } },
        };
  desk.batchUpdate(
    [
      ...Array.from({ length: width }, (_, back) => width - 1 - back)
        .filter((place) => !FORMER.includes(String(desk.grid(TAB)[0]?.[place])))
        .map((startIndex) => ({
          deleteDimension: { range: { sheetId, dimension: "COLUMNS", startIndex, endIndex: startIndex + 1 } },
        })),
      { deleteDimension: { range: { sheetId, dimension: "ROWS", startIndex: 1, endIndex: 40 } } },
      {
        updateCells: {
          start: { sheetId, rowIndex: 1, columnIndex: 0 },
          rows: rows.map((row) => ({ values: row.map(cell) })),
          fields: "userEnteredValue,userEnteredFormat.numberFormat",
        },
      },
    ],
    OPERATOR,
  );
}

test("初期設定 takes a sheet of an earlier version over, with all that its lines say", async () => {
  desk = await openDesk();
  makeFormer([
    ["楽天との接続", "要対応", "キーを確認してください。", "", 46_349.5],
    ["出荷指示を取得", "注意", "完了: 新規 2件。", 1, 46_350.25],
  ]);
  expect(desk.grid(TAB)[0]).toEqual(FORMER);
  await desk.run("setUp");
  const lines = desk.rows(TAB);
  expect(lines.slice(0, 2)).toMatchObject([
    { 項目: "楽天との接続", 状態: "要対応", 内容: "キーを確認してください。", 更新日時: 46_349.5 },
    {
      項目: "出荷指示を取得",
      状態: "注意",
      内容: "完了: 新規 2件。",
      エラー: 1,
      更新日時: 46_350.25,
    },
  ]);
  expect(lines.map((line) => line.項目)).toEqual(expect.arrayContaining(["自動連携", "在庫を連携", "今日の出荷"]));
  const settled = desk.grid(TAB);
  await desk.run("setUp");
  expect(desk.grid(TAB)).toEqual(settled);
  await desk.importShipments();
  expect(desk.rows(TAB)[1]).toMatchObject({ 項目: "出荷指示を取得", 状態: "正常" });
});
