import { expect, test } from "vitest";
import { serialOf } from "../../../src/core/jst.ts";
import { IMPORT } from "../../../src/desk/shipments/import-pass.ts";
import { type Gate, openGate } from "../../../workbench/apps-script/execution/gate.ts";
import { OPERATOR } from "../../../workbench/workbench.ts";
import { type Desk, openDesk, type SheetRow } from "../../support/desk.ts";
import { guillotine, statesOf } from "../../support/guillotine.ts";

const A = "123456-20261123-0000000001";
const B = "123456-20261123-0000000002";
const C = "123456-20261123-0000000003";
const D = "123456-20261123-0000000004";

/**
 * A list with known orders, staff cells on it, a change at the shop, a master that was filled in and something new: every kind of
 * write is due.
 */
async function laidOut(gate: Gate): Promise<Desk> {
  const desk = await openDesk({
    gate,
    orders: [{ orderNumber: A }, { orderNumber: B, packages: [{}, {}] }, { orderNumber: D, deliveryName: "特急便" }],
  });
  await desk.importShipments();
  desk.types("配送サービスマスタ", "特急便", "配送会社", "1002 佐川急便", OPERATOR);
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

/** Empty once a pass over shop and list came to its end. */
function cursorOf({ workbench }: Desk): string | undefined {
  const path = `/v4/spreadsheets/${workbench.spreadsheetId}?fields=developerMetadata`;
  const { body } = workbench.sheets.handle({ method: "GET", path, user: OPERATOR });
  const { developerMetadata = [] } = body as { developerMetadata?: { metadataKey: string; metadataValue: string }[] };
  const memory = developerMetadata.find(({ metadataKey }) => metadataKey === "shukka-sheet")?.metadataValue ?? "{}";
  return (JSON.parse(memory) as { cursors: Record<string, string> }).cursors[IMPORT];
}

async function undisturbed(): Promise<{ workbook: unknown; calls: readonly string[] }> {
  const desk = await laidOut(openGate);
  const { calls } = await desk.run("importShipments");
  await desk.run("importShipments");
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
    const before = serialOf(desk.clock.now());
    blade.arm(index, after);
    const killed = await desk.run("importShipments");
    blade.disarm();
    expect(killed.outcome).toBe("killed");
    await desk.passes(1);
    expect((await desk.run("importShipments")).value).toMatchObject({ remedy: "none" });
    expect(workbook(desk)).toEqual(expected.workbook);
    expect(cursorOf(desk)).toBe("");
    for (const row of desk.rows("出荷リスト").filter(({ 連携状態: state }) => state !== "取消"))
      expect(Number(row.最終確認日時)).toBeGreaterThan(before - 1 / 86_400);
    expect(desk.rows("連携ログ").filter((row) => row.結果 === "実行中")).toEqual([]);
    await desk.close();
  },
);
