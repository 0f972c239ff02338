import { afterEach, beforeEach, expect, test } from "vitest";
import { OPERATOR, STAFF } from "../../../workbench/workbench.ts";
import { lineOf, looks, runsOf } from "../../support/automation.ts";
import { copiedDesk, type Desk, openDesk } from "../../support/desk.ts";

const A = "123456-20261123-0000000001";
const KEYS = { serviceSecret: "SP000000_sandboxSecret", licenseKey: "SL000000_sandboxLicense" };
const TITLE = "自動連携";
const DAY = 24 * 60;

/** What people type into the next prompts; an alert is read and closed. */
let typed: (string | null)[] = [];
let desk: Desk;

beforeEach(async () => {
  typed = [];
  desk = await openDesk({
    orders: [{ orderNumber: A }],
    answer: ({ buttons }) => {
      const text = buttons === "OK" ? "" : (typed.shift() ?? null);
      return text === null ? { button: "CANCEL", text: "" } : { button: "OK", text };
    },
  });
});
afterEach(() => desk.close());

const triggers = () => desk.workbench.host.triggers().map(({ owner, schedule }) => [owner, schedule?.kind]);
const said = () => String((desk.ui.shown.at(-1) as { prompt?: string }).prompt);

test("whoever starts it is told how often it looks, and has one trigger however often they start it", async () => {
  await desk.run("startSchedule");
  expect(said()).toContain(`これからは ${OPERATOR} さんのアカウントで5分ごとに確認し`);
  await desk.run("startSchedule");
  expect(said()).toContain(`${OPERATOR} さんが 11/24 10:30 からすでに動かしています`);
  expect(triggers()).toEqual([[OPERATOR, "minutes"]]);
});

test("nobody starts it without keys: there would be nothing to run", async () => {
  await desk.run("startSchedule", STAFF);
  expect(said()).toContain(OPERATOR);
  expect(triggers()).toEqual([]);
});

test("a trigger that Google disabled three days ago: ダッシュボード is red without any run, and 修復 makes it anew", async () => {
  await desk.run("startSchedule");
  await looks(desk, 35);
  const { host } = desk.workbench;
  host.disableTrigger(host.triggers()[0]!.id);
  await looks(desk, 3 * DAY);
  expect(lineOf(desk, TITLE)).toMatchObject({ 状態: "停止", 内容: expect.stringContaining("自動連携を修復") });
  await desk.run("repairSchedule");
  expect(lineOf(desk, TITLE)).toMatchObject({ 状態: "正常" });
  const before = runsOf(desk, "出荷指示を取得").length;
  await looks(desk, 6);
  expect(runsOf(desk, "出荷指示を取得")).toHaveLength(before + 1);
});

test("two cannot both own it: the second is told who does since when, and may take over", async () => {
  await desk.run("startSchedule");
  await secondOperator();
  await desk.run("startSchedule", STAFF);
  expect(said()).toContain(`${OPERATOR} さんが 11/24 10:30 から動かしています`);
  await desk.run("repairSchedule", STAFF);
  await desk.run("stopSchedule", STAFF);
  expect(triggers()).toEqual([[OPERATOR, "minutes"]]);

  typed = ["はい"];
  await desk.run("takeOverSchedule", STAFF);
  expect(triggers()).toHaveLength(1);
  typed = ["引き継ぐ"];
  await desk.run("takeOverSchedule", STAFF);
  expect(triggers().map(([owner]) => owner)).toEqual([OPERATOR, STAFF]);
  expect(lineOf(desk, TITLE)).toMatchObject({ 内容: expect.stringContaining(STAFF) });

  await looks(desk, 40);
  expect(triggers()).toEqual([[STAFF, "minutes"]]);
  expect(runsOf(desk, "出荷指示を取得").map(({ 実行者 }) => 実行者)).toEqual([STAFF]);
});

test("it is stopped only by the word that says so, by whoever owns it", async () => {
  await desk.run("startSchedule");
  typed = ["はい"];
  await desk.run("stopSchedule");
  expect(triggers()).toHaveLength(1);
  typed = ["停止"];
  await desk.run("stopSchedule");
  expect(triggers()).toEqual([]);
  expect(lineOf(desk, TITLE)).toMatchObject({ 内容: expect.stringContaining("自動連携は動いていません") });
  expect(await looks(desk, DAY)).toEqual([]);
});

test("a copied spreadsheet says that it has neither trigger nor keys, and turns red by itself", async () => {
  await desk.run("startSchedule");
  await looks(desk, 6);
  const copy = copiedDesk(desk);
  for (const fn of ["startSchedule", "repairSchedule"]) {
    await copy.run(fn);
    const { prompt } = copy.ui.shown.at(-1) as { prompt: string };
    expect(prompt).toContain("自動連携（Googleのトリガー）と楽天のキーは、コピーには引き継がれません。");
  }
  await copy.passes(60);
  expect(lineOf(copy, TITLE)).toMatchObject({
    状態: "停止",
    内容: expect.stringContaining("コピーしたスプレッドシートには、自動連携も楽天のキーもありません。"),
  });
  await copy.close();
});

/** The connection passes to somebody else, who has keys of their own. */
async function secondOperator(): Promise<void> {
  await desk.run("saveSettings", OPERATOR, [{ settings: { operators: [STAFF] } }]);
  await desk.run("deleteKeys");
  await desk.run("saveSettings", STAFF, [{ keys: KEYS }]);
}
