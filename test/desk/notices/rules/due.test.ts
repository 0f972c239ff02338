import { expect, test } from "vitest";
import { dayOf, isClosingDue, isDigestDue } from "../../../../src/desk/notices/rules/due.ts";
import { noNotices, type Waiting } from "../../../../src/desk/notices/rules/notice-state.ts";
import { isOverdue } from "../../../../src/desk/notices/rules/overdue.ts";
import { noticesDue } from "../../../../src/desk/notices/stored-notices.ts";

const at = (time: string): Date => new Date(`2026-11-24T${time}:00+09:00`);
const one: Waiting = { kind: "overdue", about: "", items: [], count: 1, text: "", since: 0, by: ["mail"] };

test.each([
  ["an hour after the last", "10:30", true],
  ["a minute earlier", "10:29", false],
  ["where the clock was put back", "08:30", true],
])("the next digest is due %s: at %s %s", (_, now, due) => {
  expect(isDigestDue({ queue: [one], triedAt: at("09:30").getTime() }, at(now))).toBe(due);
});

test("the first one is due at once, and an empty one never", () => {
  expect(isDigestDue({ queue: [one], triedAt: 0 }, at("10:30"))).toBe(true);
  expect(isDigestDue({ queue: [], triedAt: 0 }, at("10:30"))).toBe(false);
});

test.each([
  ["16:59", "", false],
  ["17:00", "", true],
  ["23:59", "2026-11-23", true],
  ["17:00", "2026-11-24", false],
  ["00:05", "2026-11-23", false],
])("at %s, looked at last on %s, the look after closing is due: %s", (now, closedOn, due) => {
  expect(isClosingDue({ closedOn }, { enabled: true, closingTime: "17:00" }, at(now))).toBe(due);
});

test("a shop that closes in the morning is told once that day, by the day in Japan", () => {
  const settings = { enabled: true, closingTime: "07:30" };
  const closedOn = dayOf(at("07:30"));
  expect(closedOn).toBe("2026-11-24");
  expect(["07:45", "09:00", "23:59"].map((time) => isClosingDue({ closedOn }, settings, at(time)))).toEqual([
    false,
    false,
    false,
  ]);
});

test.each([
  ["nothing known", {}, "10:30", false],
  ["nothing known, after the usual closing time", {}, "17:00", true],
  ["another closing time", { settings: JSON.stringify({ closingTime: "20:30" }) }, "17:00", false],
  ["the connection switched off", { settings: JSON.stringify({ enabled: false }) }, "17:00", false],
  ["something waiting", { notices: JSON.stringify({ ...noNotices, queue: [one] }) }, "10:30", true],
  ["something that is no state", { notices: "{" }, "10:30", false],
])("the properties alone tell whether anything is due: %s", (_, properties, now, due) => {
  expect(noticesDue({ operator: "operator@example.com", ...properties }, "operator@example.com", at(now))).toBe(due);
  expect(noticesDue({ operator: "other@example.com", ...properties }, "operator@example.com", at(now))).toBe(false);
});

const TODAY = 46_350;
const parcel = { state: "取込済", shippingStatus: "", shipOn: TODAY, wishedDate: null };

test.each([
  ["to leave today", {}, true],
  ["to have left yesterday", { shipOn: TODAY - 1 }, true],
  ["to leave tomorrow", { shipOn: TODAY + 1 }, false],
  ["packed but not away", { shippingStatus: "梱包済" }, true],
  ["away", { shippingStatus: "出荷済" }, false],
  ["away by Rakuten's word", { state: "出荷済" }, false],
  ["cancelled", { state: "取消" }, false],
  ["held", { state: "保留" }, true],
  ["without a day", { shipOn: null }, false],
  ["wished for today, and no day to leave", { shipOn: null, wishedDate: TODAY }, true],
  ["wished for yesterday, to leave tomorrow all the same", { shipOn: TODAY + 1, wishedDate: TODAY - 1 }, false],
])("a parcel %s is overdue when the shop closes: %o %s", (_, change, overdue) => {
  expect(isOverdue({ ...parcel, ...change }, TODAY + 0.71)).toBe(overdue);
});
