import { afterEach, beforeEach, expect, test } from "vitest";
import { OPERATOR, STAFF } from "../../../workbench/workbench.ts";
import { lineOf, looks, runsOf } from "../../support/automation.ts";
import { type Desk, openDesk } from "../../support/desk.ts";

const KEYS = { serviceSecret: "SP000000_sandboxSecret", licenseKey: "SL000000_sandboxLicense" };

let typed = "";
let desk: Desk;
const open = async (untouched = false): Promise<void> => {
  typed = "";
  desk = await openDesk({ untouched, answer: () => ({ button: "OK", text: typed }) });
};
beforeEach(() => open());
afterEach(() => desk.close());

const said = () => String((desk.ui.shown.at(-1) as { prompt?: string }).prompt);
const saves = async (user: string, input: object) =>
  (await desk.run("saveSettings", user, [input])).value as { saved: boolean; errors?: object };

test("the owner takes over from somebody who left, whose trigger ends by itself, and who may change nothing any more", async () => {
  await saves(OPERATOR, { settings: { operators: [STAFF] } });
  typed = "引き継ぐ";
  await desk.run("changeOperator", STAFF);
  expect(await saves(STAFF, { keys: KEYS })).toMatchObject({ saved: true });
  await desk.run("startSchedule", STAFF);
  expect(await saves(OPERATOR, { settings: { periodDays: 3 } })).toMatchObject({
    saved: false,
    errors: { form: expect.stringContaining(STAFF) },
  });

  await desk.run("changeOperator", OPERATOR);
  expect(said()).toContain(`${STAFF} さんからあなたに変更しました`);
  await looks(desk, 20);
  expect(desk.workbench.host.triggers()).toEqual([]);
  expect(await saves(OPERATOR, { settings: { periodDays: 3 } })).toMatchObject({ saved: true });
  expect(lineOf(desk, "楽天との接続")).toMatchObject({ 状態: "未確認" });
});

test("a second operator whom the settings name takes over connection and 自動連携 with keys of their own", async () => {
  await desk.run("startSchedule");
  await saves(OPERATOR, { settings: { operators: [STAFF] } });
  typed = "引き継ぐ";
  await desk.run("changeOperator", STAFF);
  expect(await saves(STAFF, { keys: KEYS })).toMatchObject({ saved: true });
  await desk.run("startSchedule", STAFF);
  await looks(desk, 40);
  expect(desk.workbench.host.triggers().map(({ owner }) => owner)).toEqual([STAFF]);
  expect(new Set(runsOf(desk, "出荷指示を取得").map(({ 実行者 }) => 実行者))).toEqual(new Set([STAFF]));
});

test("staff whom nobody named cannot: they hear who can", async () => {
  typed = "引き継ぐ";
  await desk.run("changeOperator", STAFF);
  expect(said()).toContain(`今の担当者は ${OPERATOR} さんです。担当者を変更できるのは`);
  expect(await saves(STAFF, { keys: KEYS })).toMatchObject({ saved: false });
});

test("before anybody is connected, staff can neither save keys first nor name themselves", async () => {
  await desk.close();
  await open(true);
  for (const input of [{ keys: KEYS }, { settings: { operators: [STAFF] } }])
    expect(await saves(STAFF, input)).toMatchObject({
      saved: false,
      errors: { form: expect.stringContaining(OPERATOR) },
    });
  expect(await saves(OPERATOR, { keys: KEYS })).toMatchObject({ saved: true });
});

test.each(["", "はい", "引継ぐ"])("an answer of %j changes nothing", async (answer) => {
  await saves(OPERATOR, { settings: { operators: [STAFF] } });
  typed = answer;
  await desk.run("changeOperator", STAFF);
  expect(await saves(OPERATOR, { settings: { periodDays: 3 } })).toMatchObject({ saved: true });
});

test("who is the operator already, and whoever comes before anybody is, hear so", async () => {
  await desk.run("changeOperator");
  expect(said()).toBe("あなたがすでに担当者です。");
  await desk.run("deleteKeys");
  await desk.run("changeOperator");
  expect(said()).toContain("まだ登録されていません");
});
