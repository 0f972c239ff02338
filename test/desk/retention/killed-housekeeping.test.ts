import { expect, test } from "vitest";
import { type Gate, openGate } from "../../../workbench/apps-script/execution/gate.ts";
import { OPERATOR } from "../../../workbench/people.ts";
import type { Desk } from "../../support/desk.ts";
import { guillotine, statesOf } from "../../support/guillotine.ts";
import { A, B, enters, LIST, openReports, PARCELS, reports } from "../../support/report-desk.ts";
import { everything, SECRETS, secretsIn, tellingOrder } from "../../support/secrets.ts";

/** One order that is due, and one that is not shipped yet. */
async function laidOut(gate: Gate): Promise<Desk> {
  const desk = await openReports([tellingOrder(A), { orderNumber: B }], { gate });
  await desk.run("saveSettings", OPERATOR, [{ settings: { retentionDays: 1 } }]);
  enters(desk, A, { numbers: PARCELS[0] as string, more: { 作業メモ: SECRETS.memo } });
  await reports(desk);
  await desk.importShipments();
  await desk.passes(2 * 24 * 60);
  return desk;
}

const outcome = (desk: Desk) => ({
  secrets: secretsIn(everything(desk)),
  rows: desk.rows(LIST).map(({ 個人情報の消去: erasedAt, ...row }) => ({ ...row, erased: erasedAt !== undefined })),
  lines: desk.rows("出荷明細"),
});

async function undisturbed() {
  const desk = await laidOut(openGate);
  const { calls } = await desk.run("housekeeping");
  const result = { outcome: outcome(desk), calls: calls.map(({ name }) => name) };
  await desk.close();
  return result;
}

const expected = await undisturbed();

test("an undisturbed run reads once, looks once, and writes all in one commit", () => {
  expect(expected.outcome.secrets).toEqual([]);
  expect(expected.outcome.rows.map(({ erased }) => erased)).toEqual([true, false]);
  // What comes after is the checklist of the first hour, which folds once it is done.
  expect(expected.calls.filter((name) => name.startsWith("Sheets")).slice(0, 3)).toEqual([
    "Sheets.Spreadsheets.get",
    "Sheets.Spreadsheets.get",
    "Sheets.Spreadsheets.batchUpdate",
  ]);
});

test.each(statesOf(expected.calls))(
  "wherever a run is killed, the next one leaves nothing behind and takes nothing else: $when",
  async ({ index, after }) => {
    const blade = guillotine();
    const desk = await laidOut(blade.gate);
    blade.arm(index, after);
    expect((await desk.run("housekeeping")).outcome).toBe("killed");
    blade.disarm();
    await desk.passes(30);
    expect((await desk.run("housekeeping")).value).toMatchObject({ remedy: "none" });
    expect(outcome(desk)).toEqual(expected.outcome);
    expect(desk.rows("連携ログ").filter((row) => row.結果 === "実行中")).toEqual([]);
    await desk.close();
  },
);
