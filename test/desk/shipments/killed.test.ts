import { expect, test } from "vitest";
import { type Gate, openGate } from "../../../workbench/apps-script/execution/gate.ts";
import { type Desk, openDesk, type SheetRow } from "../../support/desk.ts";
import { guillotine, statesOf } from "../../support/guillotine.ts";

const A = "123456-20261123-0000000001";
const B = "123456-20261123-0000000002";
const C = "123456-20261123-0000000003";

/** A list with one known order, staff cells on it, a change at the shop and something new: every kind of write is due. */
async function laidOut(gate: Gate): Promise<Desk> {
  const desk = await openDesk({ gate, orders: [{ orderNumber: A }, { orderNumber: B, packages: [{}, {}] }] });
  await desk.importShipments();
  desk.types("出荷リスト", A, "作業メモ", "電話済み");
  desk.shop.change(A, { address: { subAddress: "試験町9" } });
  desk.shop.cancel(B);
  desk.shop.add({ orderNumber: C });
  await desk.passes(30);
  return desk;
}

/** Times of day differ between runs that were and were not disturbed; what matters to people does not. */
const workbook = (desk: Desk): readonly (readonly SheetRow[])[] =>
  ["出荷リスト", "出荷明細"].map((sheet) =>
    desk.rows(sheet).map(({ 変更内容: changes = "", 最終確認日時: __, 照合: _, ...row }) => ({
      ...row,
      変更内容: String(changes).replace(/\d+\/\d+ \d+:\d+/g, ""),
    })),
  );

async function undisturbed(): Promise<{ workbook: unknown; calls: readonly string[] }> {
  const desk = await laidOut(openGate);
  const { calls } = await desk.run("importShipments");
  await desk.importShipments();
  const result = { workbook: workbook(desk), calls: calls.map(({ name }) => name) };
  await desk.close();
  return result;
}

const expected = await undisturbed();

test.each(statesOf(expected.calls))(
  "a run killed at any service call is made good by the next: $when",
  async ({ index, after }) => {
    const blade = guillotine();
    const desk = await laidOut(blade.gate);
    blade.arm(index, after);
    const killed = await desk.run("importShipments");
    blade.disarm();
    expect(killed.outcome).toBe("killed");
    await desk.passes(1);
    expect(await desk.importShipments()).toMatchObject({ remedy: "none" });
    expect(workbook(desk)).toEqual(expected.workbook);
    expect(desk.rows("連携ログ").filter((row) => row.結果 === "実行中")).toEqual([]);
    await desk.close();
  },
);
