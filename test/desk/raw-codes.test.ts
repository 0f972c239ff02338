import { afterEach, expect, test } from "vitest";
import { jobs } from "../../src/desk/jobs.ts";
import { allTables } from "../../src/desk/tables.ts";
import { OPERATOR, STAFF } from "../../workbench/workbench.ts";
import { type Desk, openDesk } from "../support/desk.ts";

/** Names that only we and RMS know: of jobs, of RMS's functions, of columns as the declarations call them, and its placeholder. */
const codes = [
  ...[...jobs.map(({ name }) => name), "confirm-orders", "start-count", "end-count", "check-connection"],
  ...["rpay.", "items.search", "inventories.bulk", "navigation.genre", "normal-inventory"],
  ...allTables.flatMap(({ columns }) => Object.keys(columns).filter((name) => /[A-Z]/.test(name))),
];
const codesIn = (text: string) => codes.filter((code) => text.includes(code));

let desk: Desk;
afterEach(() => desk.close());

/** All that people can read: cells of log and board, hidden ones too, and what came up before their eyes. */
function shown(): string[] {
  const cells = ["連携ログ", "ダッシュボード", "在庫"].flatMap((sheet) => desk.grid(sheet).flat().map(String));
  const windows = desk.ui.shown.flatMap((each) => {
    if (each.kind === "toast") return [each.message, each.title];
    return each.kind === "alert" || each.kind === "prompt" ? [each.title, each.prompt] : [];
  });
  return [...cells, ...windows];
}
const told = () => shown().filter((text) => codesIn(text).length > 0);

test("whatever goes wrong, nobody reads the name of a job, of a function of RMS or of a column as only we call it", async () => {
  desk = await openDesk({ orders: [{}, {}], skus: 2 });
  const order = "123456-20261124-0000009999";
  // A line of the log is called by the second in which its run began.
  const run = async (fn: string, user = OPERATOR) => {
    await desk.run(fn, user);
    await desk.passes(1);
  };
  desk.faults.next("rpay.order.searchOrder", { status: 401 });
  for (const fn of ["importShipments", "importShipments", "importProducts"]) await run(fn);
  const row = { values: [{ userEnteredValue: { stringValue: order } }] };
  desk.batchUpdate([{ appendCells: { sheetId: desk.sheetId("出荷リスト"), rows: [row], fields: "userEnteredValue" } }]);
  desk.types("支払方法マスタ", "デフォルト", "連携対象支払方法ステータス", "いつか", OPERATOR);
  for (const fn of ["importShipments", "syncStock", "reportShipments", "housekeeping", "startCount", "endCount"])
    await run(fn);
  for (const fn of ["importShipments", "askForOrder", "startCount", "setUp"]) await run(fn, STAFF);
  expect(desk.rows("連携ログ").map(({ 結果 }) => 結果)).toContain("失敗");
  expect(told()).toEqual([]);
});
