import { afterEach, expect, test } from "vitest";
import { type Desk, openDesk } from "../../support/desk.ts";

const OPERATOR = "operator@example.com";
const BANDS = "配送時間帯マスタ";
const PAYMENTS = "支払方法マスタ";

let desk: Desk;
afterEach(() => desk.close());

const deletes = (sheet: string, startIndex: number, endIndex = startIndex + 1): void => {
  const range = { sheetId: desk.sheetId(sheet), dimension: "ROWS", startIndex, endIndex };
  desk.batchUpdate([{ deleteDimension: { range } }], OPERATOR);
};

test("初期設定 leaves the time bands of people as they wrote them, and brings no seed back that they deleted", async () => {
  desk = await openDesk();
  const values = ["ヤマト運輸", "午前", "", "0010"].map((stringValue) => ({ userEnteredValue: { stringValue } }));
  const start = { sheetId: desk.sheetId(BANDS), rowIndex: 1, columnIndex: 0 };
  desk.batchUpdate([{ updateCells: { start, rows: [{ values }], fields: "userEnteredValue" } }], OPERATOR);
  deletes(BANDS, 5);
  deletes(PAYMENTS, 5);
  deletes("配送サービスマスタ", 3);
  const masters = () => [BANDS, PAYMENTS, "配送サービスマスタ"].map((sheet) => desk.grid(sheet));
  const before = masters();
  expect(before[0]?.[1]).toEqual(["ヤマト運輸", "午前", "", "0010"]);
  expect((await desk.run("setUp")).value).toMatchObject({ message: "シートはすべて揃っています。" });
  expect(masters()).toEqual(before);
});

test("初期設定 brings the compulsory デフォルト row back, and nothing else", async () => {
  desk = await openDesk();
  deletes(PAYMENTS, 1);
  const before = desk.rows(PAYMENTS);
  await desk.run("setUp");
  expect(desk.rows(PAYMENTS)).toEqual([
    ...before,
    expect.objectContaining({ 決済コード: "デフォルト", 連携対象支払方法ステータス: "300 発送待ち" }),
  ]);
});

test("a デフォルト row with a blank behind its name is no reason for a second one", async () => {
  desk = await openDesk();
  desk.types(PAYMENTS, "デフォルト", "決済コード", "デフォルト　", OPERATOR);
  const before = desk.grid(PAYMENTS);
  await desk.run("setUp");
  expect(desk.grid(PAYMENTS)).toEqual(before);
});

test("初期設定 fills a master that has no rows, as a half-made one", async () => {
  desk = await openDesk();
  const before = [desk.rows(BANDS), desk.rows(PAYMENTS)];
  deletes(BANDS, 1, 30);
  deletes(PAYMENTS, 1, 30);
  expect(desk.rows(PAYMENTS)).toEqual([]);
  await desk.run("setUp");
  expect([desk.rows(BANDS), desk.rows(PAYMENTS)]).toEqual(before);
});
