import { afterEach, expect, test } from "vitest";
import type { SaveResult, SettingsView } from "../../../../src/desk/settings/rules/settings-form.ts";
import { type Desk, openDesk } from "../../../support/desk.ts";

const OPERATOR = "operator@example.com";
const SHEET = "支払方法マスタ";

let desk: Desk;
afterEach(() => desk.close());

const load = async () => (await desk.run("loadSettings")).value as SettingsView;
const saveDefault = async () =>
  (await desk.run("saveSettings", OPERATOR, [{ targets: [{ key: "デフォルト", target: 200 }] }])).value as SaveResult;

test("without the デフォルト row the panel says how to get it back, also to whoever saves", async () => {
  desk = await openDesk();
  const range = { sheetId: desk.sheetId(SHEET), dimension: "ROWS", startIndex: 1, endIndex: 2 };
  desk.batchUpdate([{ deleteDimension: { range } }], OPERATOR);
  const cure = expect.stringMatching(/「デフォルト」の行がありません。.*「初期設定」を実行/);
  expect((await load()).targetsMissing).toEqual(cure);
  expect(await saveDefault()).toEqual({ saved: false, errors: { form: cure } });
  await desk.run("setUp");
  expect((await load()).targetsMissing).toBe("");
  expect(await saveDefault()).toMatchObject({ saved: true });
});

test("a デフォルト row with a blank behind its name is the default in the panel as well", async () => {
  desk = await openDesk();
  desk.types(SHEET, "デフォルト", "決済コード", "デフォルト ", OPERATOR);
  expect(await load()).toMatchObject({
    targetsMissing: "",
    targets: expect.arrayContaining([expect.objectContaining({ key: "デフォルト", required: true })]),
  });
  expect(await saveDefault()).toMatchObject({ saved: true });
  expect(desk.rows(SHEET)[0]).toMatchObject({
    決済コード: "デフォルト ",
    連携対象支払方法ステータス: "200 楽天処理中",
  });
});

test("a status that Rakuten does not have reaches the panel as it stands in the cell, and can be replaced there", async () => {
  desk = await openDesk();
  desk.types(SHEET, "2", "連携対象支払方法ステータス", "発送まち", OPERATOR);
  const { targets } = await load();
  expect(targets.find(({ key }) => key === "2")?.target).toBe("発送まち");
  await desk.run("saveSettings", OPERATOR, [{ targets: [{ key: "2", target: null }] }]);
  expect(desk.rows(SHEET).find((row) => row.決済コード === "2")?.連携対象支払方法ステータス).toBeUndefined();
});

test("連携ログ says who changed which status in the panel; what stands there already is no change", async () => {
  desk = await openDesk();
  const targets = [
    { key: "2", target: 200 },
    { key: "デフォルト", target: 300 },
  ];
  const save = () => desk.run("saveSettings", OPERATOR, [{ targets }]);
  expect((await save()).value).toMatchObject({ saved: true });
  expect((await save()).value).toMatchObject({ saved: true });
  const name = desk.rows(SHEET).find((row) => row.決済コード === "2")?.支払方法;
  expect(desk.rows("連携ログ")).toEqual([
    expect.objectContaining({
      ジョブ: "連携対象支払方法ステータスの変更",
      実行者: OPERATOR,
      結果: "完了",
      メッセージ: `「${name}」デフォルトの値 → 200 楽天処理中。`,
    }),
  ]);
});
