import { afterEach, expect, test } from "vitest";
import { OPERATOR } from "../../../workbench/people.ts";
import type { Desk } from "../../support/desk.ts";
import {
  A,
  calls,
  enters,
  LIST,
  openReports,
  PARCELS,
  POST,
  parcels,
  reports,
  states,
} from "../../support/report-desk.ts";

let desk: Desk;
afterEach(() => desk.close());

const [FIRST, SECOND] = PARCELS as [string, string];

/** Somebody deletes a column of 出荷リスト, and 初期設定 makes it anew. */
async function loses(header: string): Promise<void> {
  const startIndex = desk.grid(LIST)[0]?.indexOf(header) ?? -1;
  const range = { sheetId: desk.sheetId(LIST), dimension: "COLUMNS", startIndex, endIndex: startIndex + 1 };
  desk.batchUpdate([{ deleteDimension: { range } }], OPERATOR);
  expect((await desk.run("setUp")).value).toMatchObject({ remedy: "none" });
}

/** One destination of two was reported; the order stays open, and so is asked for again by every run. */
async function openPartly(settings: object): Promise<void> {
  desk = await openReports([{ orderNumber: A, packages: [{ basketId: 101 }, { basketId: 102 }] }]);
  await desk.run("saveSettings", OPERATOR, [{ settings }]);
  enters(desk, A, { numbers: FIRST }, 101);
  await reports(desk);
  expect(states(desk)).toEqual(["一部送信済", ""]);
}

const LOST = ["送信した発送情報", "報告状態", "報告ID", "照合（報告）"];

test.each(LOST)("a row that lost 「%s」 says what RMS holds of it, and nothing is sent twice", async (header) => {
  await openPartly({});
  await loses(header);
  await reports(desk);
  const [row] = desk.rows(LIST);
  expect(row).toMatchObject({
    報告状態: "一部送信済",
    送信した発送情報: expect.stringMatching(new RegExp(`^\\d+ 1001 ${FIRST} 2026/11/24$`)),
  });
  expect(row).not.toHaveProperty("報告ID");
  expect(row).not.toHaveProperty("受付番号");
  expect(calls(desk, POST)).toBe(1);
  enters(desk, A, { numbers: SECOND }, 102);
  await reports(desk);
  expect(states(desk)).toEqual(["送信済", "送信済"]);
  expect(parcels(desk, A)).toEqual([FIRST, SECOND].map((number) => `1001 ${number} 2026-11-24`));
});

test.each(["today", "nextBusinessDay"])(
  "a row that lost it keeps the day that RMS was told, where the shop has it as %s",
  async (shippingDate) => {
    await openPartly({ shippingDate });
    const told = parcels(desk, A);
    await desk.importShipments();
    await loses("送信した発送情報");
    await desk.passes(3 * 24 * 60);
    await reports(desk);
    expect(parcels(desk, A)).toEqual(told);
    expect(calls(desk, POST)).toBe(1);
  },
);
