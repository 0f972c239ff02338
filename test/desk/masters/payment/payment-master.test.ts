import { afterEach, expect, test } from "vitest";
import { type Desk, openDesk } from "../../../support/desk.ts";

const OPERATOR = "operator@example.com";
const A = "123456-20261123-0000000001";
const B = "123456-20261123-0000000002";
const SHEET = "支払方法マスタ";

let desk: Desk;
afterEach(() => desk.close());

/** Sheet rows, counted as people do, whose cell under `header` is a checkbox. */
function checkboxes(sheet: string, header: string): number[] {
  const { sheets, spreadsheetId } = desk.workbench;
  const query = new URLSearchParams([
    ["ranges", `'${sheet}'`],
    ["fields", "sheets(data(rowData(values(dataValidation(condition(type))))))"],
  ]);
  const { body } = sheets.handle({ method: "GET", path: `/v4/spreadsheets/${spreadsheetId}?${query}`, user: OPERATOR });
  type Cell = { readonly dataValidation?: { readonly condition: { readonly type: string } } };
  const [data] = (body as { sheets: { data: { rowData?: { values?: Cell[] }[] }[] }[] }).sheets[0]?.data ?? [];
  const column = desk.grid(sheet)[0]?.indexOf(header) ?? -1;
  return (data?.rowData ?? []).flatMap(({ values = [] }, index) =>
    values[column]?.dataValidation?.condition.type === "BOOLEAN" ? [index + 1] : [],
  );
}

const upTo = (last: number): number[] => Array.from({ length: last - 1 }, (_, index) => index + 2);

test("each payment method has a checkbox, one that an order brings as well, and no empty row has one", async () => {
  desk = await openDesk({ orders: [{ orderNumber: A, settlementMethodCode: 99 }] });
  expect(checkboxes(SHEET, "取込対象外")).toEqual(upTo(18));
  await desk.importShipments();
  expect(desk.rows(SHEET).pop()).toMatchObject({ 決済コード: "99", 支払方法: "支払方法99" });
  expect(checkboxes(SHEET, "取込対象外")).toEqual(upTo(19));
  expect(checkboxes("出荷リスト", "確認済")).toEqual([2]);
});

test("a column of checkboxes that 初期設定 brings back has them on the rows in use alone", async () => {
  desk = await openDesk();
  const startIndex = desk.grid(SHEET)[0]?.indexOf("取込対象外") ?? -1;
  const range = { sheetId: desk.sheetId(SHEET), dimension: "COLUMNS", startIndex, endIndex: startIndex + 1 };
  desk.batchUpdate([{ deleteDimension: { range } }], OPERATOR);
  await desk.run("setUp");
  expect(checkboxes(SHEET, "取込対象外")).toEqual(upTo(18));
});

test("orders of an excluded payment method stay away, and come once the tick is taken off", async () => {
  desk = await openDesk({
    orders: [
      { orderNumber: A, settlementMethodCode: 2 },
      { orderNumber: B, settlementMethodCode: 1 },
    ],
  });
  desk.types(SHEET, "2", "取込対象外", true, OPERATOR);
  expect(await desk.importShipments()).toMatchObject({ message: expect.stringContaining("取込対象外の支払方法") });
  expect(desk.rows("出荷リスト").map((row) => row.注文番号)).toEqual([B]);
  desk.types(SHEET, "2", "取込対象外", false, OPERATOR);
  await desk.passes(1);
  await desk.importShipments();
  expect(desk.rows("出荷リスト").map((row) => row.注文番号)).toEqual([B, A]);
});

test("the day on which a payment method was first met is noted once, under the name that people know it by", async () => {
  desk = await openDesk({ orders: [{ orderNumber: A, settlementMethodCode: 14 }] });
  const row = () => desk.rows(SHEET).find(({ 決済コード: code }) => code === "14");
  expect(row()?.初回確認日時).toBeUndefined();
  await desk.importShipments();
  const first = row();
  expect(first).toMatchObject({ 支払方法: "ファミリーマート、ローソン等（前払）", 初回確認日時: expect.any(Number) });
  desk.shop.add({ orderNumber: B, settlementMethodCode: 14 });
  await desk.passes(60);
  await desk.importShipments();
  expect(row()).toEqual(first);
});

test("the panel shows which payment methods are excluded", async () => {
  desk = await openDesk();
  desk.types(SHEET, "2", "取込対象外", true, OPERATOR);
  const { value } = await desk.run("loadSettings");
  expect(value).toMatchObject({
    targets: expect.arrayContaining([expect.objectContaining({ key: "2", name: "代金引換（取込対象外）" })]),
  });
});
