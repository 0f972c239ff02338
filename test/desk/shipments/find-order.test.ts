import { afterEach, expect, test } from "vitest";
import { type Desk, type DeskOptions, openDesk } from "../../support/desk.ts";

let desk: Desk;
afterEach(() => desk.close());

const A = "123456-20261123-0000000001";

/** The text that somebody reads who asks for `typed`. */
async function answer(typed: string, order?: object, imported = false): Promise<string> {
  desk = await openDesk({
    orders: order === undefined ? [] : [{ orderNumber: A, ...order }],
    answer: ({ buttons }) => ({ button: "OK", text: buttons === "OK_CANCEL" ? typed : "" }),
  });
  desk.types("配送サービスマスタ", "宅配便", "配送会社", "1001 ヤマト運輸", "operator@example.com");
  if (imported) await desk.importShipments();
  const before = desk.workbench.sandbox.calls.get("getOrder") ?? 0;
  const { calls } = await desk.run("askForOrder");
  expect(calls.filter(({ name }) => name === "Sheets.Spreadsheets.batchUpdate")).toEqual([]);
  expect((desk.workbench.sandbox.calls.get("getOrder") ?? 0) - before).toBeLessThanOrEqual(1);
  return told();
}

const OFFER = "\n\nこの注文だけ、今すぐ取得しますか？";
/** What was said last, with whether the order was offered to be fetched alone. */
const lastAlert = (): string => {
  const alert = desk.ui.shown.filter(({ kind }) => kind === "alert").pop();
  return alert?.kind === "alert" ? alert.prompt : "";
};
const told = () => lastAlert().replace(OFFER, "");

test.each<[string, object, RegExp]>([
  ["an order before its target", { progress: 100 }, /「100 注文確認待ち」.*「300 発送待ち」です。RMSで/],
  [
    "an order that waits for a change to be decided",
    { progress: 400 },
    /「400 変更確定待ち」です。.*申請がRMSで確定するのを待っています。/,
  ],
  ["a cancelled order", { progress: 900 }, /キャンセルされた注文/],
  ["a shipped order", { progress: 500 }, /発送済みの注文は取り込みません/],
  [
    "an order from before the period",
    { ordered: "2026-10-01T09:00:00+0900" },
    /出荷指示取得期間（30日、2026\/10\/25 から）より前/,
  ],
  [
    "an order from before the period that still waits, and will not be found when it no longer does,",
    { ordered: "2026-10-01T09:00:00+0900", progress: 200 },
    /「200 楽天処理中」です。.*出荷指示取得期間（30日、2026\/10\/25 から）より前/,
  ],
  [
    "an order without a destination",
    { overrides: { PackageModelList: [] } },
    /楽天の注文に送付先がないため、取り込めません。RMSで送付先を確認してください。$/,
  ],
  [
    "an order whose destinations were all deleted",
    { overrides: { "PackageModelList.0.packageDeleteFlag": 1 } },
    /送付先がないため、取り込めません/,
  ],
  ["an order that the next run takes", {}, /次の「出荷指示を取得」で取り込みます。$/],
  [
    "an order whose delivery method is not mapped",
    { deliveryName: "特急便" },
    /取り込みます。\n配送方法「特急便」が未設定/,
  ],
])("%s is explained", async (_, order, reason) => {
  expect(await answer(A, order)).toMatch(reason);
});

test.each([100, 300, 400] as const)(
  "an order at %i whose payment method is excluded is told which box to untick",
  async (progress) => {
    desk = await openDesk({
      orders: [{ orderNumber: A, settlementMethodCode: 2, progress }],
      answer: ({ buttons }) => ({ button: "OK", text: buttons === "OK_CANCEL" ? A : "" }),
    });
    desk.types("支払方法マスタ", "2", "取込対象外", true, "operator@example.com");
    await desk.run("askForOrder");
    expect(desk.ui.shown.filter(({ kind }) => kind === "alert").pop()).toMatchObject({
      prompt: expect.stringMatching(/「代金引換」は取込対象外です.*「支払方法マスタ」/),
    });
  },
);

test("an order on the list is told with its row and state", async () => {
  expect(await answer(A, { packages: [{}, { socialGift: {} }] }, true)).toMatch(
    /出荷リストの2行目にあります（連携状態: 取込済）。\n出荷リストの3行目にあります（連携状態: 保留）。\nソーシャルギフト/,
  );
});

test.each([
  [
    400,
    /連携状態: 保留）。\n.*「400 変更確定待ち」です。.*RMSで確定するまで、出荷しないでください。.*\n.*\n楽天の現在のステータスは「400 変更確定待ち」です。$/,
  ],
  [900, /連携状態: 取消）.*\n.*「900 キャンセル確定」です。キャンセルされた注文です。出荷しないでください。$/],
  [500, /連携状態: 出荷済）.*\n.*「500 発送済」です。$/],
] as const)(
  "an order that left its target for %i is told why its row stands as it does, and what to do",
  async (progress, reason) => {
    desk = await openDesk({
      orders: [{ orderNumber: A }],
      answer: ({ buttons }) => ({ button: "OK", text: buttons === "OK_CANCEL" ? A : "" }),
    });
    await desk.importShipments();
    desk.shop.setProgress(A, progress);
    await desk.importShipments();
    await desk.run("askForOrder");
    expect(told()).toMatch(reason);
  },
);

test("an order of another shop is told apart by its number, once the list knows the shop's", async () => {
  expect(await answer("999999-20261123-0000000001", {}, true)).toMatch(/この店舗の番号（123456）と異なります/);
});

test("an order that the shop does not have is told so", async () => {
  expect(await answer("123456-20261123-0000000009")).toMatch(/楽天にこの注文が見つかりません/);
});

test("the number of an application is told apart from that of an order, and not sent", async () => {
  expect(await answer("１２３４５６－２０２６１１２３－００００００００１-r", {})).toMatch(
    /「123456-20261123-000000001-r」は申込番号.*別の注文番号が付きます/,
  );
  expect(desk.workbench.sandbox.calls.get("getOrder")).toBeUndefined();
});

test("what was typed with full-width digits is understood, and what is no number is not sent", async () => {
  expect(await answer("　１２３４５６－２０２６１１２３－０００００００００１", {})).toContain(A);
  await desk.close();
  expect(await answer("見本 太郎")).toMatch(/形式が正しくありません/);
  expect(desk.workbench.sandbox.calls.get("getOrder")).toBeUndefined();
});

/** Asks in the row of a sheet, with an answer to the question for the number and one to the offer. */
async function asks(
  typed: string,
  offer: "YES" | "NO",
  rows: DeskOptions["orders"],
  at?: { sheet: string; row: number },
) {
  desk = await openDesk({
    ...(rows === undefined ? {} : { orders: rows }),
    answer: ({ buttons }) => ({
      button: buttons === "YES_NO" ? offer : "OK",
      text: buttons === "OK_CANCEL" ? typed : "",
    }),
  });
  desk.types("配送サービスマスタ", "宅配便", "配送会社", "1001 ヤマト運輸", "operator@example.com");
  return async () => {
    const currentCell =
      at === undefined ? {} : { currentCell: { sheetId: desk.sheetId(at.sheet), row: at.row, column: 3 } };
    await desk.workbench.host.run({ fn: "askForOrder", user: "operator@example.com", source: "menu", ...currentCell });
  };
}
const B = "123456-20261123-0000000002";
const listed = () => desk.rows("出荷リスト").map(({ 注文番号: number }) => number);

test("an order that the next run would take is fetched alone where people say so, and the person is taken to its row", async () => {
  const ask = await asks(A, "YES", [{ orderNumber: A }, { orderNumber: B }]);
  await ask();
  expect(listed()).toEqual([A]);
  expect(
    desk.rows("連携ログ").some(({ ジョブ: job, 結果: result }) => job === "注文を1件取得" && result === "完了"),
  ).toBe(true);
  await desk.importShipments();
  expect(listed()).toEqual([A, B]);
});

test("who says no fetches nothing; what no run would take is not offered", async () => {
  const ask = await asks(A, "NO", [{ orderNumber: A }]);
  await ask();
  expect(lastAlert()).toContain(OFFER);
  expect(listed()).toEqual([]);
  desk.shop.setProgress(A, 900);
  await ask();
  expect(lastAlert()).toMatch(/キャンセルされた注文/);
  expect(lastAlert()).not.toContain(OFFER);
});

test.each(["出荷リスト", "出荷明細"])(
  "in a row of %s, an empty answer asks for the order of that row",
  async (sheet) => {
    const ask = await asks("", "YES", [{ orderNumber: A }], { sheet, row: 1 });
    await desk.importShipments();
    desk.shop.setProgress(A, 900);
    await ask();
    expect(desk.ui.shown.find(({ kind }) => kind === "prompt")).toMatchObject({
      prompt: expect.stringContaining(`空欄のままOKを押すと、選択中の行の注文（${A}）を調べます。`),
    });
    expect(lastAlert()).toContain(A);
    expect(desk.rows("出荷リスト")[0]).toMatchObject({ 連携状態: "取消" });
  },
);
