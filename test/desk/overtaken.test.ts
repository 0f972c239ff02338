import { afterAll, beforeAll, expect, test } from "vitest";
import type { Notice } from "../../src/run/notice.ts";
import { type Gate, serve } from "../../workbench/apps-script/execution/gate.ts";
import { looks } from "../support/automation.ts";
import type { Desk } from "../support/desk.ts";
import { A, enters, LIST, numbered } from "../support/report-desk.ts";
import { openStockDesk, sells, sold } from "../support/stock-desk.ts";

const PRODUCTS = "商品マスタ";
const STOCK = "在庫";
const BOARD = "ダッシュボード";

/** What somebody does right before each of the next commits, as long as there is something left to do. */
let meddling: (() => void)[] = [];
const gate: Gate = {
  pass({ name }) {
    if (name === "Sheets.Spreadsheets.batchUpdate") meddling.shift()?.();
    return serve;
  },
};

let desk: Desk;
beforeAll(async () => {
  desk = await openStockDesk(["APPLE", "PEAR"], [{ orderNumber: A, packages: [{ lines: [sold("APPLE")] }] }], { gate });
  await desk.importShipments();
  await desk.run("syncStock");
  await desk.run("startSchedule");
  desk.types(LIST, A, "作業メモ", "箱は二つ");
  desk.types(PRODUCTS, "APPLE", "備考", "割れ物");
  desk.types(STOCK, "APPLE", "安全在庫", 3);
  enters(desk, A);
});
afterAll(() => desk.close());

const rowCount = (sheet: string): number => {
  const { workbench } = desk;
  const { body } = workbench.sheets.handle({
    method: "GET",
    path: `/v4/spreadsheets/${workbench.spreadsheetId}?fields=sheets.properties`,
    user: "operator@example.com",
  });
  const { sheets } = body as { sheets: { properties: { title: string; gridProperties: { rowCount: number } } }[] };
  return sheets.find(({ properties }) => properties.title === sheet)!.properties.gridProperties.rowCount;
};
const remove = (sheet: string, dimension: string, startIndex: number, endIndex: number) => {
  if (endIndex > startIndex)
    desk.batchUpdate([
      { deleteDimension: { range: { sheetId: desk.sheetId(sheet), dimension, startIndex, endIndex } } },
    ]);
};

const cutsShort = (sheet: string) => () => remove(sheet, "ROWS", desk.grid(sheet).length + 1, rowCount(sheet));
const insertsColumn = (sheet: string, before: string) => () => {
  const startIndex = desk.grid(sheet)[0]!.indexOf(before);
  const range = { sheetId: desk.sheetId(sheet), dimension: "COLUMNS", startIndex, endIndex: startIndex + 1 };
  desk.batchUpdate([{ insertDimension: { range } }]);
};
const deletesLast = (sheet: string) => () =>
  remove(sheet, "ROWS", desk.grid(sheet).length - 1, desk.grid(sheet).length);

let orders = 1;
/** Something new at the shop, so that every job has something to write. */
function news(): void {
  orders++;
  const code = `CODE-${orders}`;
  sells(desk, code);
  desk.shop.add({ orderNumber: numbered(orders), packages: [{ lines: [sold(code)] }] });
}

const runs: Record<string, () => Promise<void>> = {};
for (const fn of ["importShipments", "importProducts", "syncStock", "reportShipments"])
  runs[fn] = async () => {
    const { outcome, value } = await desk.run(fn);
    expect(outcome).toBe("completed");
    const { remedy, message } = value as Notice;
    expect(message).not.toMatch(/[a-z]{4}/);
    expect(["none", "wait", "fix"]).toContain(remedy);
  };
runs.tick = async () => {
  const done = await looks(desk, 31);
  expect(done.map(({ outcome }) => outcome)).not.toContain("failed");
};

test.each([
  ["importShipments", LIST, "作業メモ"],
  ["importProducts", PRODUCTS, "備考"],
  ["syncStock", STOCK, "安全在庫"],
  ["reportShipments", LIST, "作業メモ"],
  ["tick", BOARD, "今すぐ連携"],
])(
  "%s goes on where people delete rows and insert columns of %s in the instant of its commits",
  async (fn, sheet, own) => {
    await desk.passes(1);
    for (const edit of [cutsShort(sheet), insertsColumn(sheet, own), deletesLast(sheet)]) {
      news();
      meddling = [edit, edit, edit];
      await runs[fn]!();
      meddling = [];
    }
    await runs[fn]!();
    expect(desk.rows(LIST).find((row) => row.注文番号 === A)?.作業メモ).toBe("箱は二つ");
    expect(desk.rows(PRODUCTS).find((row) => row.商品コード === "APPLE")?.備考).toBe("割れ物");
    expect(desk.rows(STOCK).find((row) => row.商品コード === "APPLE")?.安全在庫).toBe(3);
    const log = desk
      .rows("連携ログ")
      .map((row) => JSON.stringify(row))
      .join("\n");
    expect(log).not.toMatch(/grid|Invalid|exceeds|想定外/);
  },
);
