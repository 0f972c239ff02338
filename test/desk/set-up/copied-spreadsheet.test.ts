import { afterEach, beforeEach, expect, test } from "vitest";
import type { Notice } from "../../../src/run/notice.ts";
import { connect, OPERATOR } from "../../../workbench/workbench.ts";
import { copiedDesk, type Desk, openDesk } from "../../support/desk.ts";

const A = "123456-20261123-0000000001";
const B = "123456-20261123-0000000002";

let original: Desk;
let copy: Desk;

beforeEach(async () => {
  original = await openDesk({ orders: [{ orderNumber: A }] });
  await original.importShipments();
  original.types("出荷リスト", A, "作業メモ", "電話済み");
  copy = copiedDesk(original);
});
afterEach(async () => {
  await copy.close();
  await original.close();
});

const list = () => copy.rows("出荷リスト");
const setUp = async () => (await copy.run("setUp")).value as Notice;
const keys = { keys: { serviceSecret: "SP000000_sandboxSecret", licenseKey: "SL000000_sandboxLicense" } };

interface Looks {
  readonly sheets: { readonly [part: string]: unknown[] | undefined }[];
}

/** How many of everything lies on each sheet beside its cells. */
function looks(desk: Desk) {
  const parts = "protectedRanges,conditionalFormats,bandedRanges,charts,filterViews";
  const path = `/v4/spreadsheets/${desk.workbench.spreadsheetId}?fields=sheets(properties.title,${parts})`;
  const { sheets } = desk.workbench.sheets.handle({ method: "GET", path, user: OPERATOR }).body as Looks;
  return sheets.map((sheet) =>
    Object.entries(sheet).map(([part, all]) => [part, Array.isArray(all) ? all.length : all]),
  );
}

/** The declared columns of a sheet that are marked as ours. */
function marks(desk: Desk, sheet: string): number {
  const range = encodeURIComponent(`'${sheet}'`);
  const path = `/v4/spreadsheets/${desk.workbench.spreadsheetId}?ranges=${range}&fields=sheets.data.columnMetadata.developerMetadata`;
  const body = desk.workbench.sheets.handle({ method: "GET", path, user: OPERATOR }).body as {
    sheets: { data: { columnMetadata: { developerMetadata?: unknown[] }[] }[] }[];
  };
  return body.sheets[0]!.data[0]!.columnMetadata.flatMap(({ developerMetadata = [] }) => developerMetadata).length;
}

test("a copied spreadsheet has lost the marks of its columns and says that it is not connected", async () => {
  expect(marks(copy, "出荷リスト")).toBe(0);
  expect((await copy.importShipments()).message).toContain("API連携登録");
  expect(list()).toEqual(original.rows("出荷リスト"));
});

test("初期設定 marks the columns of a copy again, known by their headers, and doubles nothing", async () => {
  const before = { looks: looks(copy), rows: list(), headers: copy.grid("出荷リスト")[0] };
  await connect(copy.workbench);
  expect(marks(copy, "出荷リスト")).toBe(marks(original, "出荷リスト"));
  expect({ looks: looks(copy), rows: list(), headers: copy.grid("出荷リスト")[0] }).toEqual(before);
  expect((await setUp()).message).toBe("シートはすべて揃っています。");
});

test("an import into a copy starts over without a cursor: known orders keep their row and staff's notes, new ones are added", async () => {
  await connect(copy.workbench);
  original.shop.add({ orderNumber: B });
  expect((await copy.importShipments()).remedy).toBe("none");
  expect(list().map((row) => [row.注文番号, row.作業メモ])).toEqual([
    [A, "電話済み"],
    [B, undefined],
  ]);
  expect(copy.rows("出荷明細").map((row) => row.注文番号)).toEqual([A, B]);
  expect(original.rows("出荷リスト")).toHaveLength(1);
});

test("an import into a copy works before 初期設定 too, for columns are found by their headers", async () => {
  await copy.run("saveSettings", undefined, [keys]);
  expect((await copy.importShipments()).remedy).toBe("none");
  expect(list().map((row) => row.作業メモ)).toEqual(["電話済み"]);
});

test("a header that was renamed in a copy can no longer be known: the message names it, and 初期設定 makes the column anew", async () => {
  await copy.run("saveSettings", undefined, [keys]);
  const columnIndex = copy.grid("出荷リスト")[0]!.indexOf("作業メモ");
  const start = { sheetId: copy.sheetId("出荷リスト"), rowIndex: 0, columnIndex };
  const rows = [{ values: [{ userEnteredValue: { stringValue: "メモ" } }] }];
  copy.batchUpdate([{ updateCells: { start, rows, fields: "userEnteredValue" } }], OPERATOR);

  const refused = await copy.importShipments();
  expect(refused.remedy).toBe("fix");
  expect(refused.message).toContain("作業メモ");
  await setUp();
  expect((await copy.importShipments()).remedy).toBe("none");
  expect(list()).toMatchObject([{ 注文番号: A, メモ: "電話済み" }]);
});
