import { afterAll, beforeAll, expect, test } from "vitest";
import { OPERATOR, STAFF } from "../../../workbench/people.ts";
import { type Desk, openDesk } from "../../support/desk.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const saved = (settings: object) => desk.run("saveSettings", OPERATOR, [{ settings }]);
const checked = async (user = OPERATOR) => (await desk.run("checkBigQuery", user)).value;

test("without a project there is nothing to check", async () => {
  expect(await checked()).toEqual({ usable: false, message: expect.stringContaining("プロジェクトIDがありません") });
});

test("a project that can be used gets its dataset, and the check says where it lies", async () => {
  await saved({ bigQueryProject: "shukka-archive" });
  expect(await checked()).toEqual({
    usable: true,
    message:
      "「shukka-archive.shukka_sheet」（asia-northeast1）を作成しました。保管に使えます。個人情報を消去しても、BigQueryのタイムトラベルには消去前の行が2日間残ります。",
  });
  expect(await checked()).toEqual({
    usable: true,
    message:
      "「shukka-archive.shukka_sheet」（asia-northeast1）を保管に使えます。個人情報を消去しても、BigQueryのタイムトラベルには消去前の行が2日間残ります。",
  });
});

test("who may not change the settings checks nothing", async () => {
  expect(await checked(STAFF)).toEqual({ usable: false, message: expect.stringContaining("変更はその方に") });
});

test("from the menu the check is told in an alert", async () => {
  await saved({ bigQueryProject: "shukka-sandbox" });
  await desk.run("showBigQuery");
  expect(desk.ui.shown.at(-1)).toMatchObject({
    kind: "alert",
    title: "BigQueryの接続を確認",
    prompt: expect.stringContaining(
      "プロジェクト「shukka-sandbox」に請求先アカウントがありません（BigQueryサンドボックス）。",
    ),
  });
});
