import { expect, test } from "vitest";
import { storeFor } from "../../../src/desk/archive/archive-stores.ts";
import { archiveDesk, day, numbered } from "../../support/archive-desk.ts";

const [A, B, C] = [numbered(1), numbered(2), numbered(3)] as const;
const AUGUST = "出荷シート 保管 2026年8月";
const SEPTEMBER = "出荷シート 保管 2026年9月";

test("orders shipped long ago move to the spreadsheet of their month, each with all its parcels and lines", () => {
  const desk = archiveDesk();
  desk.lists({ number: A, parcels: 2 }, { number: B, shippedOn: "2026-09-01" }, { number: C, shippedOn: "2026-11-01" });
  expect(desk.run()).toEqual({ moved: 2, held: {}, faults: [], finished: true });
  expect(desk.everywhere()).toEqual([
    `出荷シート 保管 2026年8月: ${A} 2/4`,
    `出荷シート 保管 2026年9月: ${B} 1/2`,
    `出荷リスト: ${C} 1/2`,
  ]);
});

test("every cell arrives as it was, what looks like a formula, a number or a date too", () => {
  const desk = archiveDesk();
  desk.lists({ number: A });
  desk.types(A, "作業メモ", "=1+1");
  const [before] = desk.rows("出荷リスト");
  desk.run();
  const [after] = desk.rows("出荷リスト", desk.archives().get(AUGUST));
  const {
    照合: _,
    "照合（作業）": __,
    "照合（発送）": ___,
    "照合（確認）": ____,
    ...shown
  } = before as Record<string, unknown>;
  expect(after).toMatchObject(shown);
  expect(after).toMatchObject({ 備考: "=1+1\n「007」", 郵便番号: "0010000", 発送日: day("2026-08-20") });
});

test("what people wrote in columns of their own goes along", () => {
  const desk = archiveDesk();
  desk.lists({ number: A }, { number: B });
  const sheetId = desk.sheetId("出荷リスト");
  desk.change({ insertDimension: { range: { sheetId, dimension: "COLUMNS", startIndex: 3, endIndex: 5 } } });
  desk.change({
    updateCells: {
      start: { sheetId, rowIndex: 0, columnIndex: 3 },
      rows: [
        { values: [{ userEnteredValue: { stringValue: "棚番" } }, {}] },
        { values: [{ userEnteredValue: { stringValue: "東-7" } }, { userEnteredValue: { numberValue: 7 } }] },
      ],
      fields: "userEnteredValue",
    },
  });
  desk.run();
  const kept = desk.rows("出荷リスト", desk.archives().get(AUGUST));
  expect(kept.map((row) => row.その他の列)).toEqual(["棚番: 東-7\nE列: 7", undefined]);
});

test("an archive is in Japanese time, locked, and laid out as the list is", () => {
  const desk = archiveDesk();
  desk.lists({ number: A });
  desk.run();
  const id = desk.archives().get(AUGUST);
  const { body } = desk.sheets.engine.handle({
    method: "GET",
    path: `/v4/spreadsheets/${id}?fields=properties(locale,timeZone),sheets(properties(title),protectedRanges(range,warningOnly))`,
    user: "operator@example.com",
  });
  expect(body).toMatchObject({
    properties: { locale: "ja_JP", timeZone: "Asia/Tokyo" },
    sheets: [{ properties: { title: "出荷リスト" } }, { properties: { title: "出荷明細" } }],
  });
  const locked = (body as { sheets: { protectedRanges?: { warningOnly?: boolean }[] }[] }).sheets;
  expect(locked.every(({ protectedRanges = [] }) => protectedRanges.some(({ warningOnly }) => !warningOnly))).toBe(
    true,
  );
});

test("while nobody has set a number of days, nothing moves and nothing is made", () => {
  const desk = archiveDesk({ archiveAfterDays: null });
  desk.lists({ number: A });
  expect(desk.run()).toEqual({ moved: 0, held: {}, faults: [], finished: true });
  expect(desk.archives().size).toBe(0);
});

test("an order with anything left to do stays, and is counted with the reason", () => {
  const desk = archiveDesk();
  desk.lists({ number: A }, { number: B }, { number: C, state: "変更あり" });
  desk.types(B, "お届け先氏名", "別の名前");
  expect(desk.run()).toMatchObject({
    moved: 1,
    held: { 行の内容や並びを確かめる必要がある注文: 1, 出荷実績の報告が終わっていない注文: 1 },
  });
});

test("orders that a search may still find are noted with the move, and the notes go once none does", () => {
  const desk = archiveDesk({ archiveAfterDays: 5 });
  const late = numbered(9, "20261110");
  desk.lists({ number: A }, { number: late, shippedOn: "2026-11-11", orderedAt: "2026-11-10" });
  desk.run();
  expect(desk.rows("保管済み").map((row) => row.注文番号)).toEqual([late]);
  desk.at("2027-02-01T03:10:00");
  desk.run();
  expect(desk.rows("保管済み")).toEqual([]);
});

test("a second month goes into a spreadsheet of its own, and more of the first into the one that is there", () => {
  const desk = archiveDesk();
  desk.lists({ number: A });
  desk.run();
  desk.lists({ number: B, shippedOn: "2026-09-02" }, { number: C, shippedOn: "2026-08-31" });
  desk.run();
  expect([...desk.archives().keys()].sort()).toEqual([AUGUST, SEPTEMBER]);
  expect(desk.everywhere()).toEqual([`${AUGUST}: ${A} 1/2`, `${AUGUST}: ${C} 1/2`, `${SEPTEMBER}: ${B} 1/2`]);
});

test("an archive that cannot be opened is named, and its orders stay on the list", () => {
  const desk = archiveDesk();
  desk.lists({ number: A });
  desk.run();
  desk.notes.set("archives", JSON.stringify({ "2026-08": { id: "1gone", clean: false } }));
  desk.lists({ number: B });
  const { moved, faults } = desk.run();
  expect(moved).toBe(0);
  expect(faults.map(({ reason }) => reason).join()).toContain(`「${AUGUST}」を開けません。`);
  expect(desk.everywhere()).toContain(`出荷リスト: ${B} 1/2`);
});

test("personal data in an archive is erased by the day of shipping, once", () => {
  const desk = archiveDesk();
  desk.lists({ number: A, shippedOn: "2026-08-20" }, { number: B, shippedOn: "2026-08-30" });
  desk.run();
  const store = storeFor("sheets", desk.source);
  expect(store.erase(day("2026-08-25"), () => false)).toEqual({ rows: 1, finished: true });
  expect(store.erase(day("2026-08-25"), () => false)).toEqual({ rows: 0, finished: true });
  const kept = desk.rows("出荷リスト", desk.archives().get(AUGUST));
  expect(kept.map((row) => [row.注文番号, row.お届け先氏名, row.備考])).toEqual([
    [A, undefined, undefined],
    [B, "見本 002", "=1+1\n「007」"],
  ]);
  expect(store.erase(day("2026-09-01"), () => false)).toEqual({ rows: 1, finished: true });
  expect(store.find(A)).toMatchObject({ place: AUGUST });
  expect(store.find(numbered(7))).toBeUndefined();
});
