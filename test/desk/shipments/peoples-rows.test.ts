import { afterEach, expect, test } from "vitest";
import { fillMasters } from "../../../workbench/demo/masters.ts";
import { OPERATOR } from "../../../workbench/people.ts";
import { type Desk, openDesk } from "../../support/desk.ts";

let desk: Desk;
afterEach(() => desk.close());

const number = (n: number): string => `123456-20261123-${String(n).padStart(10, "0")}`;
const SHEET = "出荷リスト";

async function listed(count: number): Promise<void> {
  desk = await openDesk({ orders: Array.from({ length: count }, (_, n) => ({ orderNumber: number(n + 1) })) });
  fillMasters(desk.workbench);
  await desk.importShipments();
}

const place = (header: string, sheet = SHEET): number => desk.grid(sheet)[0]?.indexOf(header) ?? -1;
const rowOf = (order: string) => desk.rows(SHEET).filter((row) => row.注文番号 === order);
/** The first of their blocks. */
const peoplesBlock = (startRowIndex: number, endRowIndex: number) => ({
  sheetId: desk.sheetId(SHEET),
  startRowIndex,
  endRowIndex,
  startColumnIndex: place("出荷ステータス"),
  endColumnIndex: place("伝票番号") + 1,
});
const wholeRow = (sheet: string, startRowIndex: number) => ({
  sheetId: desk.sheetId(sheet),
  startRowIndex,
  endRowIndex: startRowIndex + 1,
});
/** A cell in a column that is not the table's. */
const writes = (sheet: string, rowIndex: number, columnIndex: number, values: object[]) => ({
  updateCells: {
    start: { sheetId: desk.sheetId(sheet), rowIndex, columnIndex },
    rows: values.map((userEnteredValue) => ({ values: [{ userEnteredValue }] })),
    fields: "userEnteredValue",
  },
});
function ownColumn(): number {
  const width = desk.grid(SHEET)[0]?.length ?? 0;
  desk.batchUpdate([{ appendDimension: { sheetId: desk.sheetId(SHEET), dimension: "COLUMNS", length: 1 } }], OPERATOR);
  desk.batchUpdate([writes(SHEET, 0, width, [{ stringValue: "自分用" }])], OPERATOR);
  return width;
}

test("staff who sort only their own columns by 伝票番号 get every number back on its own parcel, and row and log say so", async () => {
  await listed(5);
  const tracking = [5, 1, 4, 2, 3].map((n) => `42579200000${n}`);
  for (const [at, text] of tracking.entries()) desk.types(SHEET, number(at + 1), "伝票番号", text);
  await desk.importShipments();
  const dimensionIndex = place("伝票番号");
  desk.batchUpdate([
    { sortRange: { range: peoplesBlock(1, 6), sortSpecs: [{ dimensionIndex, sortOrder: "ASCENDING" }] } },
  ]);
  expect(desk.rows(SHEET).map((row) => row.伝票番号)).toEqual([...tracking].sort());
  const { message } = await desk.importShipments();
  expect(desk.rows(SHEET).map((row) => row.伝票番号)).toEqual(tracking);
  expect(message).toContain("戻した入力 5件");
  expect(rowOf(number(1))[0]).toMatchObject({
    連携状態: "変更あり",
    変更内容: expect.stringContaining("作業欄の入力がほかの行へ移っていたため、この行に戻しました。"),
  });
});

test("注文番号 that was typed over, emptied or filled down comes back with the number and the memo beside it, and row and log say so", async () => {
  await listed(4);
  desk.types(SHEET, number(1), "伝票番号", "425792000001");
  desk.types(SHEET, number(1), "作業メモ", "急ぎ");
  await desk.importShipments();
  const kept = () =>
    desk.rows(SHEET).map((row) => ["注文番号", "送付先ID", "伝票番号", "作業メモ"].map((header) => row[header]));
  const before = kept();
  desk.batchUpdate(
    [
      writes(SHEET, 1, 0, [{ stringValue: "電話済み" }, {}, { stringValue: number(4) }]),
      writes("出荷明細", 2, 0, [{ stringValue: number(1) }]),
    ],
    OPERATOR,
  );
  const { message } = await desk.importShipments();
  expect(kept()).toEqual(before);
  expect(message).toContain("新規 0件");
  expect(message).toContain(
    `「出荷リスト」で書き換えられていた注文番号「${number(1)}」「${number(2)}」「${number(3)}」 3件。`,
  );
  const told = (order: string, text: string) =>
    expect(rowOf(order)[0]).toMatchObject({ 連携状態: "変更あり", 変更内容: expect.stringContaining(text) });
  told(number(1), "注文番号が「電話済み」に書き換えられていたため、元に戻しました。");
  told(number(2), "注文番号が消されていたため、元に戻しました。");
  told(number(3), `注文番号が「${number(4)}」に書き換えられていたため、元に戻しました。`);
  told(number(2), `「出荷明細」の注文番号が「${number(1)}」に書き換えられていたため、元に戻しました。`);
  expect(rowOf(number(4))[0]).toMatchObject({ 連携状態: "取込済" });
  expect((await desk.importShipments()).message).not.toContain("書き換え");
});

test("a number filled over another parcel's is 要確認 until a person types on the row", async () => {
  await listed(3);
  desk.types(SHEET, number(1), "伝票番号", "425792000001");
  desk.types(SHEET, number(2), "伝票番号", "425792000002");
  await desk.importShipments();
  desk.batchUpdate([{ copyPaste: { source: peoplesBlock(1, 2), destination: peoplesBlock(2, 3) } }]);
  await desk.importShipments();
  const asked = { 連携状態: "要確認", 確認事項: expect.stringContaining(`「${number(1)}」の行のもの`) };
  expect(rowOf(number(2))[0]).toMatchObject({ ...asked, 伝票番号: "425792000001" });
  expect(rowOf(number(1))[0]).toMatchObject({ 連携状態: "取込済" });
  await desk.importShipments();
  expect(rowOf(number(2))[0]).toMatchObject(asked);
  desk.types(SHEET, number(2), "伝票番号", "425792000002");
  await desk.importShipments();
  expect(rowOf(number(2))[0]).toMatchObject({ 連携状態: "取込済", 伝票番号: "425792000002" });
  expect(rowOf(number(2))[0]?.確認事項).toBeUndefined();
});

test("a copied row says that it is one, is struck when its order is cancelled, and so do the lines", async () => {
  await listed(2);
  for (const sheet of [SHEET, "出荷明細"])
    desk.batchUpdate([{ copyPaste: { source: wholeRow(sheet, 1), destination: wholeRow(sheet, 3) } }], OPERATOR);
  await desk.importShipments();
  expect(rowOf(number(1)).map((row) => row.連携状態)).toEqual(["取込済", "要確認"]);
  expect(rowOf(number(1))[1]?.確認事項).toContain("「伝票番号」に番号を並べて");
  expect(desk.rows("出荷明細").map((row) => row.確認事項 ?? "")).toEqual(["", "", expect.stringContaining("写し")]);
  desk.shop.cancel(number(1));
  await desk.importShipments();
  expect(rowOf(number(1)).map((row) => row.連携状態)).toEqual(["取消", "取消"]);
});

test("new orders go below the list, where people's formulas and boxes are ready for them, and never to a note", async () => {
  await listed(1);
  const own = ownColumn();
  const formulas = Array.from({ length: 198 }, (_, at) => ({ formulaValue: `=IF(A${at + 3}="","","★")` }));
  desk.batchUpdate([writes(SHEET, 2, own, formulas)], OPERATOR);
  const boxes = Array.from({ length: 50 }, () => ({ boolValue: false }));
  desk.batchUpdate([writes(SHEET, 2, place("確認済") === -1 ? place("取消確認") : place("確認済"), boxes)]);
  desk.batchUpdate([writes(SHEET, 4, own, [{ stringValue: "5行目は使わないで" }])], OPERATOR);
  for (const n of [2, 3, 4]) desk.shop.add({ orderNumber: number(n) });
  await desk.importShipments();
  const grid = desk.grid(SHEET);
  expect(grid.slice(1, 7).map((row) => [row[0] ?? "", row[own] ?? ""])).toEqual([
    [number(1), ""],
    [number(2), "★"],
    [number(3), "★"],
    ["", "5行目は使わないで"],
    [number(4), "★"],
    ["", ""],
  ]);
});

test("a column that numbers all rows costs no parcel its tracking number", async () => {
  await listed(2);
  const own = ownColumn();
  desk.types(SHEET, number(2), "伝票番号", "425792000002");
  desk.batchUpdate(
    [
      writes(
        SHEET,
        1,
        own,
        Array.from({ length: 150 }, (_, at) => ({ formulaValue: `=ROW()+${at}` })),
      ),
    ],
    OPERATOR,
  );
  desk.shop.add({ orderNumber: number(3) });
  await desk.importShipments();
  expect(
    desk
      .rows(SHEET)
      .slice(0, 3)
      .map((row) => row.注文番号),
  ).toEqual([number(1), number(2), number(3)]);
  expect(rowOf(number(2))[0]).toMatchObject({ 伝票番号: "425792000002" });
});

test("filter views come with 初期設定, are repaired and never doubled, and people's own stay", async () => {
  await listed(1);
  type View = { filterViewId: number; title: string; range: { endRowIndex?: number }; criteria?: object };
  const views = (): View[] => {
    const { sheets, spreadsheetId } = desk.workbench;
    const path = `/v4/spreadsheets/${spreadsheetId}?fields=sheets(properties(title),filterViews)`;
    const { body } = sheets.handle({ method: "GET", path, user: OPERATOR });
    const all = (body as { sheets: { properties: { title: string }; filterViews?: View[] }[] }).sheets;
    return all.find(({ properties }) => properties.title === SHEET)?.filterViews ?? [];
  };
  const titles = ["今日出荷", "要確認", "変更・取消", "伝票番号なし", "出荷済"];
  expect(views().map(({ title }) => title)).toEqual(titles);
  const [today] = views();
  const range = { sheetId: desk.sheetId(SHEET) };
  desk.batchUpdate([
    { addFilterView: { filter: { title: "自分の", range } } },
    { updateFilterView: { filter: { filterViewId: today?.filterViewId, criteria: {} }, fields: "criteria" } },
    { deleteFilterView: { filterId: views()[1]?.filterViewId } },
  ]);
  await desk.run("setUp");
  expect(
    views()
      .map(({ title }) => title)
      .sort(),
  ).toEqual([...titles, "自分の"].sort());
  expect(JSON.stringify(views()[0]?.criteria)).toContain("TODAY()");
  expect((await desk.run("setUp")).value).toMatchObject({ message: "シートはすべて揃っています。" });
});

interface Seen {
  readonly properties: { readonly title: string; readonly gridProperties: { readonly rowCount: number } };
}

/** Where rules, stripes, filters and locks of the list end, and where the list does. */
function ends(): { readonly rowCount: number; readonly ends: number[] } {
  const { sheets, spreadsheetId } = desk.workbench;
  const parts =
    "conditionalFormats(ranges),bandedRanges(range),basicFilter(range),filterViews(range),protectedRanges(range)";
  const path = `/v4/spreadsheets/${spreadsheetId}?fields=sheets(properties,${parts})`;
  const { body } = sheets.handle({ method: "GET", path, user: OPERATOR });
  const { properties, ...rest } = (body as { sheets: Seen[] }).sheets.find(
    (sheet) => sheet.properties.title === SHEET,
  ) as Seen;
  const found = [...JSON.stringify(rest).matchAll(/"endRowIndex":(\d+)/g)].map(([, end]) => Number(end));
  return { rowCount: properties.gridProperties.rowCount, ends: [...new Set(found)].sort((a, b) => a - b) };
}

test("a list that grows beyond its last row carries every format, rule, filter and lock with it", async () => {
  await listed(1);
  const range = { sheetId: desk.sheetId(SHEET), dimension: "ROWS", startIndex: 4, endIndex: 200 };
  desk.batchUpdate([{ deleteDimension: { range } }], OPERATOR);
  for (const n of [2, 3, 4, 5]) desk.shop.add({ orderNumber: number(n) });
  await desk.importShipments();
  expect(desk.rows(SHEET).map((row) => row.注文番号)).toEqual([1, 2, 3, 4, 5].map(number));
  const { rowCount, ends: found } = ends();
  expect(rowCount).toBeGreaterThan(200);
  // Besides the header's own lock, all reach down to the last row.
  expect(found).toEqual([1, rowCount]);
});

test("初期設定 mends a list that grew without its looks, down to the last row", async () => {
  await listed(1);
  desk.batchUpdate([{ appendDimension: { sheetId: desk.sheetId(SHEET), dimension: "ROWS", length: 500 } }], OPERATOR);
  expect(ends()).toEqual({ rowCount: 700, ends: [1, 200] });
  await desk.run("setUp");
  expect(ends()).toEqual({ rowCount: 700, ends: [1, 700] });
  desk.batchUpdate([writes(SHEET, 699, place("伝票番号"), [{ stringValue: "0123" }])]);
  const { sheets, spreadsheetId } = desk.workbench;
  const cell = encodeURIComponent(`'${SHEET}'!700:700`);
  const path = `/v4/spreadsheets/${spreadsheetId}?ranges=${cell}&fields=sheets.data.rowData.values.userEnteredFormat.numberFormat`;
  expect(JSON.stringify(sheets.handle({ method: "GET", path, user: OPERATOR }).body)).toContain("TEXT");
  expect((await desk.run("setUp")).value).toMatchObject({ message: "シートはすべて揃っています。" });
});

test("orders with long remarks are cut into steps that Google takes, each a commit of its own", async () => {
  const remarks = "のし紙の表書きは「御礼」でお願いします。".repeat(800);
  const orders = Array.from({ length: 50 }, (_, n) => ({ orderNumber: number(n + 1), remarks }));
  desk = await openDesk({ orders });
  const { calls } = await desk.run("importShipments");
  const writes = calls.filter(({ name }) => name === "Sheets.Spreadsheets.batchUpdate").length;
  expect(writes).toBeGreaterThanOrEqual(3);
  expect(desk.rows(SHEET).map((row) => row.注文番号)).toEqual(orders.map(({ orderNumber }) => orderNumber));
  expect(desk.rows("連携ログ").at(-1)).toMatchObject({ 結果: "完了", 新規: 50 });
});
