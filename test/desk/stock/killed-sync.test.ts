import { expect, test } from "vitest";
import { type Gate, openGate } from "../../../workbench/apps-script/execution/gate.ts";
import type { Desk, SheetRow } from "../../support/desk.ts";
import { guillotine, statesOf } from "../../support/guillotine.ts";
import { typesRow } from "../../support/sheet-cells.ts";
import { openStockDesk, sold } from "../../support/stock-desk.ts";

const A = "123456-20261123-0000000001";
const B = "123456-20261123-0000000002";
const C = "123456-20261123-0000000003";

/** Something to book out, to count, to ask about and to make up; what was written before changes as well. */
async function laidOut(gate: Gate): Promise<Desk> {
  const desk = await openStockDesk(
    ["P", "Q"],
    [
      { orderNumber: A, packages: [{ lines: [sold("P", 2)] }, { lines: [sold("Q", 1)] }] },
      { orderNumber: B, lines: [sold("SET", 1)] },
    ],
    { gate },
  );
  typesRow(desk, "セット商品", { セット商品コード: "SET", 部品の商品コード: "P", 数量: 2 });
  typesRow(desk, "セット商品", { セット商品コード: "SET", 部品の商品コード: "Q", 数量: 1 });
  await desk.importShipments();
  await desk.run("syncStock");
  desk.types("在庫", "P", "棚卸数", 10);
  desk.types("在庫", "Q", "棚卸数", 7);
  await desk.run("syncStock");
  desk.types("出荷リスト", A, "出荷ステータス", "出荷済");
  desk.types("在庫", "Q", "棚卸数", 4);
  desk.shop.cancel(B);
  desk.shop.add({ orderNumber: C, lines: [sold("NEW", 3), sold("Q", 1)] });
  desk.shop.setStock("page-p", "one", 3);
  await desk.passes(1);
  return desk;
}

const TIMES = ["日時", "記録日時", "棚卸日時"];

/** Times differ between runs that were and were not disturbed, and with them the seals. */
const workbook = (desk: Desk): readonly (readonly SheetRow[])[] =>
  ["在庫", "入出庫", "セット商品"].map((sheet) =>
    desk
      .rows(sheet)
      .map((row) =>
        Object.fromEntries(
          Object.entries(row).filter(([header]) => !TIMES.includes(header) && !header.startsWith("照合")),
        ),
      ),
  );

async function undisturbed() {
  const desk = await laidOut(openGate);
  const { calls } = await desk.run("syncStock");
  await desk.run("syncStock");
  const result = { workbook: workbook(desk), calls: calls.map(({ name }) => name) };
  await desk.close();
  return result;
}

const expected = await undisturbed();

const moments = statesOf(expected.calls);

test("an undisturbed run books, counts, asks and makes up", () => {
  const [stock, ledger, sets] = expected.workbook;
  expect(stock).toMatchObject([
    { 商品コード: "P", 実在庫: 8, 出荷指示数: 0, 楽天在庫数: 3, 引当可能数: 8 },
    { 商品コード: "Q", 実在庫: 4, 出荷指示数: 2, 引当可能数: 2 },
    { 商品コード: "NEW", 状態: "要確認", 出荷指示数: 3 },
  ]);
  expect(ledger?.filter(({ 区分 }) => 区分 === "出荷")).toMatchObject([{ 商品コード: "P", 数量: -2 }]);
  expect(sets).toMatchObject([{ 作れる数: 2 }, { 作れる数: 2 }]);
});

test.each(moments)(
  "stock that a killed run left half done is made good by the next: $when",
  async ({ index, after }) => {
    const blade = guillotine();
    const desk = await laidOut(blade.gate);
    blade.arm(index, after);
    const killed = await desk.run("syncStock");
    blade.disarm();
    expect(killed.outcome).toBe("killed");
    await desk.passes(1);
    expect((await desk.run("syncStock")).value).toMatchObject({ remedy: "none" });
    expect(workbook(desk)).toEqual(expected.workbook);
    expect(desk.rows("連携ログ").filter((row) => row.結果 === "実行中")).toEqual([]);
    await desk.close();
  },
);
