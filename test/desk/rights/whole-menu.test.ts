import { afterEach, beforeEach, expect, test } from "vitest";
import type { Menu } from "../../../workbench/apps-script/ui.ts";
import { OPERATOR, STAFF } from "../../../workbench/workbench.ts";
import { type Desk, openDesk } from "../../support/desk.ts";

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const captionsOf = (menu: Menu | undefined): string[] =>
  (menu?.entries ?? []).flatMap((entry) =>
    entry.kind === "separator" ? [] : [entry.kind === "item" ? entry.caption : entry.menu.caption],
  );
const opened = async (user: string) => captionsOf((await desk.workbench.host.open(user))[0]);
const shown = (user: string) =>
  captionsOf(desk.ui.shown.flatMap((each) => (each.kind === "menu" && each.user === user ? [each.menu] : [])).at(-1));

test("whoever connected the spreadsheet sees the whole menu, staff the items that need no keys", async () => {
  expect(await opened(OPERATOR)).toEqual(expect.arrayContaining(["出荷指示を取得", "設定"]));
  const staff = await opened(STAFF);
  expect(staff).toEqual(
    expect.arrayContaining(["出荷指示を取得", "出荷実績を送信", "内訳を見る", "担当者のメニューを表示"]),
  );
  expect(staff).not.toContain("設定");
});

test("staff who ask for the whole menu hear who has it", async () => {
  await desk.workbench.host.open(STAFF);
  await desk.run("showWholeMenu", STAFF);
  expect(desk.ui.shown).toContainEqual(
    expect.objectContaining({ kind: "alert", user: STAFF, prompt: expect.stringContaining(OPERATOR) }),
  );
  expect(shown(STAFF)).not.toContain("設定");
});

test("somebody whom the settings name, and Google does not, gets it at once, and the next time without asking", async () => {
  await desk.run("saveSettings", OPERATOR, [{ settings: { operators: [STAFF] } }]);
  expect(await opened(STAFF)).not.toContain("設定");
  await desk.run("showWholeMenu", STAFF);
  expect(shown(STAFF)).toContain("設定");
  expect(await opened(STAFF)).toContain("設定");
});

test("staff who choose 出荷実績を送信 have asked for it, before the shop is asked anything", async () => {
  const calls = () => [...desk.workbench.sandbox.calls];
  const before = calls();
  await desk.run("askToReport", STAFF);
  expect(desk.rows("ダッシュボード").find(({ 項目 }) => 項目 === "出荷実績を送信")).toMatchObject({ 今すぐ連携: true });
  expect(calls()).toEqual(before);
});
