import { afterEach, expect, test } from "vitest";
import { copiedDesk, type Desk, openDesk } from "../../support/desk.ts";

const A = "123456-20261123-0000000001";
const HOUR = 3_600_000;

let desk: Desk;
afterEach(() => desk.close());

const lineOf = (item: string, on = desk) => on.rows("ダッシュボード").find((row) => row.項目 === item);

/** Time goes by, and no trigger fires, as when Google has disabled it. */
const passesUnattended = (hours: number) => desk.clock.sleep(hours * HOUR);

test("three days without its trigger 自動連携 is red, and so is the job that is overdue, without any run", async () => {
  desk = await openDesk({ orders: [{ orderNumber: A }] });
  await desk.run("startSchedule");
  await desk.passes(35);
  expect(lineOf("自動連携")).toMatchObject({ 状態: "正常", 更新日時: expect.closeTo(46_350.46, 1) });
  expect(lineOf("出荷指示を取得")).toMatchObject({ 状態: "正常", 次回予定: expect.closeTo(46_350.48, 1) });
  await passesUnattended(72);
  expect(lineOf("自動連携")).toMatchObject({ 状態: "停止", 内容: expect.stringContaining("自動連携を修復") });
  expect(lineOf("出荷指示を取得")).toMatchObject({ 状態: "停止", 内容: expect.stringContaining("予定の時刻") });
  expect(lineOf("楽天との接続")).toMatchObject({ 状態: "未確認" });
  await desk.run("repairSchedule");
  await desk.passes(35);
  expect(lineOf("自動連携")).toMatchObject({ 状態: "正常" });
  expect(lineOf("出荷指示を取得")).toMatchObject({ 状態: "正常" });
});

test("a look that finds nothing to do keeps the line alive, for two calls of Google", async () => {
  desk = await openDesk();
  await desk.run("startSchedule");
  await desk.passes(40);
  const { 更新日時: first } = lineOf("自動連携") ?? {};
  const looks = (await desk.passes(5)) as { calls: { service: string }[] }[];
  expect(Number(lineOf("自動連携")?.更新日時)).toBeGreaterThan(Number(first));
  expect(looks.map(({ calls }) => calls.filter(({ service }) => service === "Sheets").length)).toEqual([1]);
});

test("a copy shows 自動連携 as stopped, and says that it has neither trigger nor keys", async () => {
  desk = await openDesk();
  await desk.run("startSchedule");
  await desk.passes(10);
  const copy = copiedDesk(desk);
  await passesUnattended(2);
  expect(lineOf("自動連携", copy)).toMatchObject({ 状態: "停止", 内容: expect.stringContaining("コピー") });
  await copy.close();
});

test("once 自動連携 was stopped on purpose, its line stays as it is", async () => {
  desk = await openDesk({ answer: () => ({ button: "OK", text: "停止" }) });
  await desk.run("startSchedule");
  await desk.passes(10);
  await desk.run("stopSchedule");
  await passesUnattended(72);
  expect(lineOf("自動連携")).toMatchObject({ 状態: "未設定" });
});
