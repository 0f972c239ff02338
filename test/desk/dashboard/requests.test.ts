import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Gate, serve } from "../../../workbench/apps-script/execution/gate.ts";
import { OPERATOR, STAFF } from "../../../workbench/workbench.ts";
import { type Desk, openDesk } from "../../support/desk.ts";

const IMPORT = "出荷指示を取得";
const STOCK = "在庫を連携";

let desk: Desk;
/** Nothing is scheduled: what runs was asked for. */
const open = async (gate?: Gate): Promise<void> => {
  desk = await openDesk({ orders: [{}], ...(gate && { gate }) });
  const off = { every: null, times: [] };
  await desk.run("saveSettings", OPERATOR, [{ settings: { schedule: { "import-shipments": off } } }]);
  await desk.run("startSchedule");
  await desk.passes(6);
};
afterEach(() => desk.close());

const lineOf = (item: string) => desk.rows("ダッシュボード").find((row) => row.項目 === item);
const runs = (job: string) => desk.rows("連携ログ").filter((row) => row.ジョブ === job).length;
const placeOf = (item: string) => {
  const grid = desk.grid("ダッシュボード");
  return { row: grid.findIndex(([first]) => first === item), column: grid[0]?.indexOf("今すぐ連携") ?? -1 };
};
const api = (method: string, path: string, body: object) => {
  const { sheets, spreadsheetId } = desk.workbench;
  const reply = sheets.handle({ method, path: `/v4/spreadsheets/${spreadsheetId}${path}`, body, user: STAFF });
  expect(reply.status).toBe(200);
};
const cellOf = (item: string) => {
  const { row, column } = placeOf(item);
  return `'ダッシュボード'!${String.fromCharCode(65 + column)}${row + 1}`;
};

describe("a box that staff ticked", () => {
  beforeEach(() => open());

  test.each([
    ["with a click", () => desk.types("ダッシュボード", IMPORT, "今すぐ連携", true)],
    [
      "by typing",
      () =>
        api("PUT", `/values/${encodeURIComponent(cellOf(IMPORT))}?valueInputOption=USER_ENTERED`, {
          values: [["TRUE"]],
        }),
    ],
    ["by pasting a text", () => desk.types("ダッシュボード", IMPORT, "今すぐ連携", "TRUE")],
  ])("%s runs its job once, and is answered", async (_, tick) => {
    tick();
    await desk.passes(6);
    expect(lineOf(IMPORT)).toMatchObject({
      今すぐ連携: false,
      回答: expect.stringMatching(/^11\/24 10:\d\d 完了: 新規 1件/),
      状態: "正常",
    });
    await desk.passes(20);
    expect(runs(IMPORT)).toBe(1);
  });

  test("runs its job where two are ticked, both", async () => {
    desk.types("ダッシュボード", IMPORT, "今すぐ連携", true);
    desk.types("ダッシュボード", STOCK, "今すぐ連携", true);
    await desk.passes(12);
    for (const job of [IMPORT, STOCK])
      expect(lineOf(job)).toMatchObject({ 今すぐ連携: false, 回答: expect.stringContaining("完了") });
  });

  test("is seen on rows that were sorted, and on a tab with another name; nothing else is touched", async () => {
    const sheetId = desk.sheetId("ダッシュボード");
    const range = { sheetId, startRowIndex: 1, endRowIndex: desk.grid("ダッシュボード").length };
    desk.batchUpdate([{ sortRange: { range, sortSpecs: [{ dimensionIndex: 0, sortOrder: "DESCENDING" }] } }], OPERATOR);
    desk.types("ダッシュボード", STOCK, "今すぐ連携", true);
    await desk.passes(6);
    expect(lineOf(STOCK)).toMatchObject({ 今すぐ連携: false, 回答: expect.stringContaining("完了") });
    expect(desk.rows("ダッシュボード").filter((row) => row.最終確認 !== undefined)).toMatchObject([
      { 項目: "自動連携" },
    ]);
    const rename = (title: string) => ({ updateSheetProperties: { properties: { sheetId, title }, fields: "title" } });
    desk.batchUpdate([rename("別名")], OPERATOR);
    const before = desk.rows("別名").find((row) => row.項目 === "自動連携")?.最終確認;
    await desk.passes(6);
    expect(Number(desk.rows("別名").find((row) => row.項目 === "自動連携")?.最終確認)).toBeGreaterThan(Number(before));
  });

  test("on the line of no job does nothing", async () => {
    desk.types("ダッシュボード", "自動連携", "今すぐ連携", true);
    await desk.passes(12);
    expect(desk.rows("連携ログ")).toEqual([]);
  });
});

test("a box ticked while its job is running is left for the next run", async () => {
  let armed = false;
  await open({
    pass({ urls }) {
      if (armed && urls.some((url) => url.includes("searchOrder"))) {
        armed = false;
        desk.types("ダッシュボード", IMPORT, "今すぐ連携", true);
      }
      return serve;
    },
  });
  armed = true;
  await desk.importShipments();
  expect(lineOf(IMPORT)?.今すぐ連携).toBe(true);
  await desk.passes(6);
  expect(lineOf(IMPORT)).toMatchObject({ 今すぐ連携: false, 回答: expect.stringContaining("完了") });
});

test("staff who choose a job from the menu are told that it is asked for, and it runs", async () => {
  await open();
  const { value } = await desk.run("importShipments", STAFF);
  expect(value).toMatchObject({ remedy: "wait", message: expect.stringContaining(`${OPERATOR} さんの自動連携`) });
  expect(lineOf(IMPORT)).toMatchObject({ 今すぐ連携: true, 状態: "未実行" });
  await desk.passes(6);
  expect(lineOf(IMPORT)).toMatchObject({ 今すぐ連携: false, 回答: expect.stringContaining("完了") });
});

test("where nothing runs by itself, they hear that only the operator can, and the request stands", async () => {
  desk = await openDesk({ orders: [{}] });
  const { value } = await desk.run("importShipments", STAFF);
  expect(value).toMatchObject({ message: expect.stringContaining("自動連携が動いていません") });
  expect(lineOf(IMPORT)?.今すぐ連携).toBe(true);
  await desk.importShipments();
  expect(lineOf(IMPORT)).toMatchObject({ 今すぐ連携: false, 回答: expect.stringContaining("完了") });
});
