import { expect, test } from "vitest";
import { type Gate, openGate } from "../../../workbench/apps-script/execution/gate.ts";
import { OPERATOR } from "../../../workbench/people.ts";
import { type Desk, openDesk } from "../../support/desk.ts";
import { guillotine, statesOf } from "../../support/guillotine.ts";
import { item } from "../../support/shop-items.ts";

/** Known products, of which one was changed, one got a new code that people allowed, one vanished and one came. */
async function laidOut(gate: Gate): Promise<Desk> {
  const desk = await openDesk({ gate, skus: 0 });
  await desk.run("saveSettings", OPERATOR, [{ settings: { productCode: "merchantSkuId" } }]);
  for (const name of ["a", "b", "c"]) desk.shop.putItem(item(name, { s: `${name}-1` }));
  await desk.run("importProducts");
  desk.types("商品マスタ", "b-1", "棚番", "3-2");
  desk.types("在庫", "b-1", "棚卸数", 12);
  desk.shop.putItem(item("b", { s: "b-2" }));
  await desk.run("importProducts");
  desk.types("商品マスタ", "b-1", "確認済", true);
  desk.shop.putItem(item("a", { s: "a-1" }, { title: "新しい名前" }));
  desk.shop.removeItem("c");
  desk.shop.putItem(item("d", { s: "d-1" }));
  await desk.passes(1);
  return desk;
}

const workbook = (desk: Desk) => [desk.rows("商品マスタ"), desk.rows("在庫")];

async function undisturbed() {
  const desk = await laidOut(openGate);
  const { calls } = await desk.run("importProducts");
  await desk.run("importProducts");
  const result = { workbook: workbook(desk), calls: calls.map(({ name }) => name) };
  await desk.close();
  return result;
}

const expected = await undisturbed();

const moments = statesOf(expected.calls);

test("an undisturbed run takes the new code, the changes and what staff entered", () => {
  expect(expected.workbook).toMatchObject([
    [
      { 商品コード: "a-1", 商品名: "新しい名前" },
      { 商品コード: "b-2", 棚番: "3-2" },
      { 商品コード: "c-1", 状態: "廃止" },
      { 商品コード: "d-1" },
    ],
    [{ 商品コード: "a-1" }, { 商品コード: "b-2", 実在庫: 12 }, { 商品コード: "c-1" }, { 商品コード: "d-1" }],
  ]);
});

test.each(moments)("products that a killed run left are made good by the next: $when", async ({ index, after }) => {
  const blade = guillotine();
  const desk = await laidOut(blade.gate);
  blade.arm(index, after);
  const killed = await desk.run("importProducts");
  blade.disarm();
  expect(killed.outcome).toBe("killed");
  await desk.passes(1);
  expect((await desk.run("importProducts")).value).toMatchObject({ remedy: "none" });
  expect(workbook(desk)).toEqual(expected.workbook);
  await desk.close();
});
