import { afterEach, expect, test } from "vitest";
import type { Notice } from "../../../src/run/notice.ts";
import { OPERATOR } from "../../../workbench/people.ts";
import type { Desk } from "../../support/desk.ts";
import {
  A,
  B,
  C,
  enters,
  LIST,
  numbered,
  openReports,
  PARCELS,
  reports,
  TODAY,
  typesInto,
} from "../../support/report-desk.ts";
import { everySecret, everything, SECRETS, secretsIn, tellingOrder } from "../../support/secrets.ts";

const DAY = 24 * 60;

let desk: Desk;
afterEach(() => desk.close());

async function housekeeps(user?: string): Promise<Notice> {
  const execution = await desk.run("housekeeping", user);
  if (execution.outcome !== "completed") throw new Error(`${execution.outcome}: ${execution.error?.message}`);
  return execution.value as Notice;
}

const open = async (orders: Parameters<typeof openReports>[0]): Promise<void> => {
  desk = await openReports(orders);
  desk.shop.expireAt(new Date("2027-12-31T00:00:00+09:00"));
};

test("61 days after shipping nothing of buyer and addressee is left anywhere, also after another import", async () => {
  await open([tellingOrder(A, SECRETS.formerStreet)]);
  desk.shop.change(A, (order) => ({
    ...order,
    packages: order.packages.map((each) => ({ ...each, sender: { ...each.sender, subAddress: SECRETS.street } })),
  }));
  await desk.importShipments();
  enters(desk, A, { numbers: PARCELS[0] as string, shippedOn: TODAY, more: { 作業メモ: SECRETS.memo } });
  leavesNotes();
  await reports(desk);
  await desk.importShipments();
  expect(secretsIn(everything(desk))).toEqual(everySecret);

  await desk.passes(60 * DAY);
  expect(await housekeeps()).toMatchObject({ remedy: "none", report: { counts: { erased: 0, held: {} } } });
  expect(secretsIn(everything(desk))).toEqual(everySecret);

  await desk.passes(DAY);
  expect((await housekeeps()).message).toContain("個人情報の消去 1件");
  expect(secretsIn(everything(desk))).toEqual([]);
  const [row] = desk.rows(LIST);
  expect(row).toMatchObject({
    注文番号: A,
    連携状態: "出荷済",
    伝票番号: PARCELS[0],
    発送日: TODAY,
    報告状態: "送信済",
  });

  // RMS still answers the order with all of it, and an import has reason to ask.
  desk.types(LIST, A, "サブステータス", "書き換え", OPERATOR);
  expect(await desk.importShipments()).toMatchObject({ report: { counts: { updated: 1 } } });
  expect(secretsIn(everything(desk))).toEqual([]);
  const follows = { 楽天ステータス: "700 支払手続き済", 照合: expect.any(String), 最終確認日時: expect.any(Number) };
  expect(desk.rows(LIST)[0]).toEqual({ ...row, ...follows });
  expect(await housekeeps()).toMatchObject({ report: { counts: { erased: 0, held: {} } } });
});

test("copies of a row that somebody pasted lose what is personal together with it", async () => {
  await open([tellingOrder(A)]);
  enters(desk, A, { numbers: PARCELS[0] as string, shippedOn: TODAY, more: { 作業メモ: SECRETS.memo } });
  await reports(desk);
  await desk.importShipments();
  for (const sheet of [LIST, "出荷明細"]) {
    const row = (startRowIndex: number) => ({
      sheetId: desk.sheetId(sheet),
      startRowIndex,
      endRowIndex: startRowIndex + 1,
    });
    desk.batchUpdate([{ copyPaste: { source: row(1), destination: row(desk.grid(sheet).length) } }], OPERATOR);
  }
  await desk.passes(61 * DAY);
  await housekeeps();
  expect(desk.rows(LIST).map((row) => row.注文番号)).toEqual([A, A]);
  expect(secretsIn(everything(desk))).toEqual([]);
});

test("an erased order that RMS opens again asks for a look there, and stays blank", async () => {
  await open([tellingOrder(A)]);
  enters(desk, A, { numbers: PARCELS[0] as string, shippedOn: TODAY });
  await reports(desk);
  await desk.importShipments();
  await desk.passes(61 * DAY);
  await housekeeps();
  desk.shop.setProgress(A, 300);
  desk.types(LIST, A, "サブステータス", "書き換え", OPERATOR);
  await desk.importShipments();
  expect(secretsIn(everything(desk))).toEqual([]);
  expect(desk.rows(LIST)[0]).toMatchObject({
    連携状態: "要確認",
    確認事項: expect.stringContaining("個人情報を消去した"),
  });
});

test("rows with something left to do keep their data and are counted with the reason, without keys and while switched off", async () => {
  const [D, E, F] = [numbered(4), numbered(5), numbered(6)] as const;
  await open([A, B, C, D, E, F].map((orderNumber) => ({ orderNumber })));
  const name = (order: string) => desk.rows(LIST).find((row) => row.注文番号 === order)?.お届け先氏名;
  // A is shipped and reported, B shipped in RMS by hand with a report in error, C never reported, D written over, E cancelled, F open.
  enters(desk, A, { numbers: PARCELS[0] as string });
  enters(desk, D, { numbers: PARCELS[1] as string });
  await reports(desk);
  desk.shop.cancel(E, { progress: 900 });
  await desk.importShipments();
  enters(desk, B, { numbers: "不明" });
  await reports(desk);
  desk.shop.ship(B);
  await desk.importShipments();
  enters(desk, C, { numbers: PARCELS[2] as string });
  typesInto(desk, desk.rows(LIST).findIndex((row) => row.注文番号 === D) + 1, "都道府県", "書き換え", OPERATOR);
  await desk.run("deleteKeys");
  await desk.run("saveSettings", OPERATOR, [{ settings: { enabled: false } }]);
  await desk.passes(61 * DAY);
  expect(await housekeeps()).toMatchObject({
    remedy: "none",
    rmsCalls: 0,
    report: {
      counts: {
        erased: 2,
        held: {
          出荷実績の報告が終わっていない行: 1,
          楽天でまだ発送済になっていない行: 1,
          "シート上で書き換えられ、次の取込を待っている行": 1,
        },
      },
    },
  });
  expect([A, E].map(name)).toEqual([undefined, undefined]);
  expect([B, C, D, F].map(name)).toEqual(Array(4).fill("見本 太郎"));
  expect(desk.rows("連携ログ").at(-1)).toMatchObject({ ジョブ: "日次整理", 結果: "完了" });
});

function leavesNotes(): void {
  const [headers = []] = desk.grid(LIST);
  const sheetId = desk.sheetId(LIST);
  const cells = (rowIndex: number, columnIndex: number, cell: object, fields: string) => ({
    updateCells: { start: { sheetId, rowIndex, columnIndex }, rows: [{ values: [cell] }], fields },
  });
  desk.batchUpdate(
    [
      { appendDimension: { sheetId, dimension: "COLUMNS", length: 2 } },
      cells(0, headers.length, { userEnteredValue: { stringValue: "現場メモ" } }, "userEnteredValue"),
      cells(1, headers.length, { userEnteredValue: { stringValue: SECRETS.own } }, "userEnteredValue"),
      cells(1, headers.length + 1, { userEnteredValue: { formulaValue: "=A2" } }, "userEnteredValue"),
      cells(1, headers.indexOf("作業メモ"), { note: SECRETS.note }, "note"),
    ],
    OPERATOR,
  );
}
