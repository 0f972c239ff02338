import { expect, test } from "vitest";
import { evaluate, OPERATOR, openHost, returned, STAFF, START } from "../script-host.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const script = `
  function everyMinutes(n) { ScriptApp.newTrigger("tick").timeBased().everyMinutes(n).create(); }
  function tick() { console.log("tick"); }
  function list() { return ScriptApp.getProjectTriggers().map((trigger) => trigger.getHandlerFunction()); }
  function clear() { ScriptApp.getProjectTriggers().forEach((trigger) => ScriptApp.deleteTrigger(trigger)); }`;

test("a time-driven trigger fires as often as time is let pass, as its owner", async () => {
  await using host = openHost(script);
  await host.run({ fn: "everyMinutes", args: [10], user: OPERATOR, source: "run" });
  const fired = await host.advance(35 * MINUTE);
  expect(fired.map(({ startedAt }) => (startedAt.getTime() - START.getTime()) / MINUTE)).toEqual([10, 20, 30]);
  expect(
    fired.every(({ user, source, outcome }) => user === OPERATOR && source === "trigger" && outcome === "completed"),
  ).toBe(true);
  expect(await host.advance(5 * MINUTE)).toHaveLength(1);
});

test("triggers due at different times fire in the order of time", async () => {
  await using host = openHost(`function set() {
    ScriptApp.newTrigger("late").timeBased().after(20 * 60000).create();
    ScriptApp.newTrigger("soon").timeBased().at(new Date(Date.now() + 5 * 60000)).create(); }
    function late() {} function soon() {}`);
  await host.run({ fn: "set", user: OPERATOR, source: "menu" });
  expect((await host.advance(HOUR)).map(({ fn }) => fn)).toEqual(["soon", "late"]);
});

test("a trigger fires while an earlier run is still at it", async () => {
  await using host = openHost(`function set() { ScriptApp.newTrigger("slow").timeBased().everyMinutes(1).create(); }
    function slow() { Utilities.sleep(90000); }`);
  await host.run({ fn: "set", user: OPERATOR, source: "menu" });
  const fired = await host.advance(2 * MINUTE);
  expect(fired.map(({ startedAt }) => startedAt.getTime() - START.getTime())).toEqual([MINUTE, 2 * MINUTE]);
});

test("firings missed while the host was down are not made up for", async () => {
  await using host = openHost(`${script} function away() { Utilities.sleep(300000); }`);
  await host.run({ fn: "everyMinutes", args: [1], user: OPERATOR, source: "run" });
  await host.run({ fn: "away", user: STAFF, source: "menu" });
  expect(await host.advance(0)).toHaveLength(1);
  expect(await host.advance(2 * MINUTE)).toHaveLength(2);
});

test("a one-shot trigger stays in the list after it fired", async () => {
  await using host = openHost(
    `${script} function once() { ScriptApp.newTrigger("tick").timeBased().after(1000).create(); }`,
  );
  await host.run({ fn: "once", user: OPERATOR, source: "menu" });
  expect(await host.advance(HOUR)).toHaveLength(1);
  expect(await host.advance(HOUR)).toHaveLength(0);
  expect(host.triggers()).toHaveLength(1);
});

test("everyone sees and deletes only their own triggers", async () => {
  await using host = openHost(script);
  await host.run({ fn: "everyMinutes", args: [5], user: OPERATOR, source: "run" });
  expect(returned(await host.run({ fn: "list", user: STAFF, source: "run" }))).toEqual([]);
  await host.run({ fn: "clear", user: STAFF, source: "menu" });
  expect(host.triggers()).toHaveLength(1);
  await host.run({ fn: "clear", user: OPERATOR, source: "menu" });
  expect(host.triggers()).toEqual([]);
});

test("a user may have 20 triggers and no more", async () => {
  const body = "for (let n = 0; n < 21; n++) ScriptApp.newTrigger('f').timeBased().everyDays(1).create();";
  await expect(evaluate(body)).rejects.toThrow(
    "This script has too many triggers. Triggers must be deleted from the script before more can be added.",
  );
});

test.each([
  ["more than hourly", "ScriptApp.newTrigger('f').timeBased().everyMinutes(30).create()", "more than once an hour"],
  [
    "two of a type",
    "for (let n = 0; n < 2; n++) ScriptApp.newTrigger('f').timeBased().everyHours(1).create()",
    "too many time-based triggers",
  ],
])("an add-on may not have triggers %s", async (_, body, message) => {
  await expect(evaluate(body, { deployment: "add-on" })).rejects.toThrow(message);
});

test.each([
  ["everyMinutes(2)", "It must be one of 1, 5, 10, 15 or 30."],
  ["inTimezone('Nowhere/City')", "Invalid argument: Nowhere/City"],
  ["create()", "You must specify a recurrence"],
])("timeBased().%s is refused", async (call, message) => {
  await expect(evaluate(`ScriptApp.newTrigger("f").timeBased().${call}`)).rejects.toThrow(message);
});

test.each([
  ["everyDays(1).atHour(9).nearMinute(30)", ["2026-11-24T00:30:00Z", "2026-11-25T00:30:00Z", "2026-11-26T00:30:00Z"]],
  ["everyDays(2).atHour(9).nearMinute(30)", ["2026-11-24T00:30:00Z", "2026-11-26T00:30:00Z", "2026-11-28T00:30:00Z"]],
  ["onWeekDay(ScriptApp.WeekDay.MONDAY).atHour(0).nearMinute(0)", ["2026-11-29T15:00:00Z", "2026-12-06T15:00:00Z"]],
  ["onMonthDay(1).atHour(6).nearMinute(0)", ["2026-11-30T21:00:00Z", "2026-12-31T21:00:00Z"]],
  ["everyHours(6)", ["2026-11-24T06:00:00Z", "2026-11-24T12:00:00Z", "2026-11-24T18:00:00Z"]],
  ["inTimezone('Etc/UTC').everyDays(1).atHour(9).nearMinute(0)", ["2026-11-24T09:00:00Z", "2026-11-25T09:00:00Z"]],
  ["atDate(2026, 11, 30)", ["2026-11-29T15:00:00Z"]],
])("%s fires at its hour in its zone", async (schedule, expected) => {
  await using host = openHost(
    `function f() {} function set() { ScriptApp.newTrigger("f").timeBased().${schedule}.create(); }`,
  );
  await host.run({ fn: "set", user: OPERATOR, source: "menu" });
  const fired = await host.advance(45 * DAY);
  const times = fired.map(({ startedAt }) => startedAt.toISOString().replace(".000", ""));
  expect(times.slice(0, expected.length)).toEqual(expected);
});

test("a minute left open is chosen once and kept", async () => {
  await using host = openHost(
    "function f() {} function set() { ScriptApp.newTrigger('f').timeBased().everyDays(1).atHour(9).create(); }",
  );
  await host.run({ fn: "set", user: OPERATOR, source: "menu" });
  const fired = await host.advance(3 * DAY);
  expect(fired.map(({ startedAt }) => startedAt.getUTCHours())).toEqual([0, 0, 0]);
  expect(new Set(fired.map(({ startedAt }) => startedAt.getUTCMinutes())).size).toBe(1);
});

test("a trigger made by a trigger is born disabled", async () => {
  await using host = openHost(
    `function set() { ScriptApp.newTrigger("chain").timeBased().after(1000).create(); } function chain() { set(); }`,
  );
  await host.run({ fn: "set", user: OPERATOR, source: "menu" });
  expect(await host.advance(HOUR)).toHaveLength(1);
  expect(host.triggers().map(({ disabled }) => disabled)).toEqual([false, true]);
});

test("after 90 minutes a day a user's triggers fail, and run again the day after", async () => {
  await using host = openHost(`function set() { ScriptApp.newTrigger("slow").timeBased().everyMinutes(30).create(); }
    function slow() { Utilities.sleep(300000); }`);
  await host.run({ fn: "set", user: OPERATOR, source: "menu" });
  const fired = await host.advance(DAY);
  const failed = fired.filter(({ outcome }) => outcome === "failed");
  expect(fired.length - failed.length).toBe(18);
  expect(failed[0]?.error?.message).toBe("Service using too much computer time for one day.");
  expect((await host.advance(HOUR)).map(({ outcome }) => outcome)).toContain("completed");
});

test("a clock event tells its time in UTC", async () => {
  await using host = openHost(`function set() { ScriptApp.newTrigger("f").timeBased().everyHours(1).create(); }
    function f(e) { console.log(JSON.stringify(e)); }`);
  await host.run({ fn: "set", user: OPERATOR, source: "menu" });
  const [execution] = await host.advance(HOUR);
  expect(JSON.parse(execution!.log[0]!.message)).toEqual({
    authMode: "FULL",
    year: 2026,
    month: 11,
    "day-of-month": 24,
    "day-of-week": 2,
    "week-of-year": 48,
    hour: 1,
    minute: 0,
    second: 0,
    timezone: "UTC",
    triggerUid: host.triggers()[0]!.id,
  });
});

test("an installed edit trigger runs as its owner, a simple one as the person who edits", async () => {
  await using host = openHost(`
    function set() { ScriptApp.newTrigger("installed").forSpreadsheet(SpreadsheetApp.getActive()).onEdit().create(); }
    const tell = (e) => console.log(JSON.stringify([e.authMode, e.range.rowStart, e.value, e.oldValue, e.range.getSheet().getName(), e.user.getEmail()]));
    function installed(e) { tell(e); }
    function onEdit(e) { tell(e); }`);
  await host.run({ fn: "set", user: OPERATOR, source: "menu" });
  const edit = { sheet: "出荷リスト", rowStart: 2, rowEnd: 2, columnStart: 3, columnEnd: 3, value: "発送済" };
  const runs = await host.edited(STAFF, edit);
  expect(runs.map(({ user, log }) => [user, JSON.parse(log[0]!.message)])).toEqual([
    [STAFF, ["LIMITED", 2, "発送済", null, "出荷リスト", ""]],
    [OPERATOR, ["FULL", 2, "発送済", null, "出荷リスト", STAFF]],
  ]);
});

test("change triggers hear of structure, open triggers of opening", async () => {
  await using host = openHost(`
    function set() {
      const on = () => ScriptApp.newTrigger("f").forSpreadsheet(SpreadsheetApp.getActive().getId());
      on().onChange().create(); on().onOpen().create();
      return ScriptApp.getProjectTriggers().map((t) => [String(t.getEventType()), String(t.getTriggerSource()), t.isDisabled()]);
    }
    function f(e) { console.log(e.changeType || "open"); }`);
  expect(returned(await host.run({ fn: "set", user: OPERATOR, source: "run" }))).toEqual([
    ["ON_CHANGE", "SPREADSHEETS", false],
    ["ON_OPEN", "SPREADSHEETS", false],
  ]);
  const heard: string[] = [];
  host.onExecution(({ log }) => heard.push(...log.map(({ message }) => message)));
  await host.changed(STAFF, "INSERT_ROW");
  await host.open(STAFF);
  expect(heard).toEqual(["INSERT_ROW", "open"]);
});

test("authorisation is never wanting here", async () => {
  const body = `const info = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL);
    return [String(info.getAuthorizationStatus()), info.getAuthorizationUrl(), ScriptApp.getScriptId()];`;
  expect(await evaluate(body, { scriptId: "script-1" })).toEqual(["NOT_REQUIRED", null, "script-1"]);
});
