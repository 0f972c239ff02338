import { afterEach, expect, test } from "vitest";
import { type Desk, openDesk } from "../support/desk.ts";

let desk: Desk;
afterEach(() => desk.close());

test("初期設定 adds no payment method twice, wherever people moved the column of its code", async () => {
  desk = await openDesk();
  const before = desk.rows("支払方法マスタ");
  const sheetId = desk.sheetId("支払方法マスタ");
  desk.batchUpdate([{ insertDimension: { range: { sheetId, dimension: "COLUMNS", startIndex: 0, endIndex: 1 } } }]);
  await desk.run("setUpNow");
  expect(desk.rows("支払方法マスタ")).toEqual(before);
});
