import { describe, expect, test } from "vitest";
import { dueSince, type JobHistory } from "../../../../src/desk/schedule/rules/due.ts";
import type { Plan } from "../../../../src/desk/schedule/rules/schedule.ts";
import { ALWAYS, at, every, jst, on, quiet } from "./when.ts";

interface Case {
  readonly plan: Plan;
  readonly now: string;
  readonly ran?: string;
  readonly window?: typeof ALWAYS;
  readonly since?: string;
  readonly minutes?: number;
  readonly history?: Partial<JobHistory>;
}

function since({ plan, now, ran, window = ALWAYS, since = "2026-11-01 00:00", minutes = 5, history }: Case) {
  const runs = { failures: 0, ...(ran === undefined ? {} : { startedAt: jst(ran) }), ...history };
  return dueSince(plan, runs, { now: jst(now), since: jst(since), window, minutes });
}

test.each<[string, Case, string | undefined]>([
  ["a slot is here", { plan: every(30), ran: "2026-11-24 10:02", now: "2026-11-24 10:30" }, "2026-11-24 10:30"],
  ["none is yet", { plan: every(30), ran: "2026-11-24 10:02", now: "2026-11-24 10:29" }, undefined],
  ["it was served", { plan: every(30), ran: "2026-11-24 10:31", now: "2026-11-24 10:35" }, undefined],
  [
    "a run at the very slot served it",
    { plan: every(30), ran: "2026-11-24 10:30", now: "2026-11-24 10:34" },
    undefined,
  ],
  [
    "slots begin anew at midnight",
    { plan: every(60), ran: "2026-11-23 23:10", now: "2026-11-24 00:02" },
    "2026-11-24 00:00",
  ],
  ["off is never due", { plan: every(null), now: "2026-11-24 10:30" }, undefined],
  ["a set time", { plan: at("09:00"), ran: "2026-11-23 09:02", now: "2026-11-24 09:03" }, "2026-11-24 09:00"],
  ["at 00:00", { plan: at("00:00"), ran: "2026-11-23 00:01", now: "2026-11-24 00:04" }, "2026-11-24 00:00"],
  [
    "at 23:59, seen after midnight",
    { plan: at("23:59"), ran: "2026-11-22 23:59", now: "2026-11-24 00:02" },
    "2026-11-23 23:59",
  ],
  [
    "times may stand in any order",
    { plan: at("18:00", "09:00"), ran: "2026-11-24 09:01", now: "2026-11-24 18:00" },
    "2026-11-24 18:00",
  ],
  [
    "the last day of a month",
    { plan: at("23:59"), ran: "2026-11-29 23:59", now: "2026-12-01 00:01" },
    "2026-11-30 23:59",
  ],
  ["a leap day", { plan: at("12:00"), ran: "2028-02-28 12:00", now: "2028-02-29 12:00" }, "2028-02-29 12:00"],
])("due: %s", (_, given, expected) => {
  expect(since(given)).toEqual(expected === undefined ? undefined : jst(expected));
});

describe("after an outage", () => {
  const hourly = at(...Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, "0")}:00`));

  test("over 24 set times one run makes up for all of them", () => {
    const given = { plan: hourly, ran: "2026-11-23 10:01", now: "2026-11-24 10:30" };
    expect(since(given)).toEqual(jst("2026-11-23 11:00"));
    expect(since({ ...given, ran: "2026-11-24 10:30", now: "2026-11-24 10:35" })).toBeUndefined();
  });

  test("of a month it is due as well, and soon reckoned", () => {
    expect(since({ plan: every(10), ran: "2026-10-01 00:00", now: "2026-11-24 10:30" })).toBeDefined();
  });
});

test.each<[string, Case, boolean]>([
  [
    "21:59 is open",
    { plan: every(10), window: quiet("22:00", "06:00"), ran: "2026-11-24 21:30", now: "2026-11-24 21:59" },
    true,
  ],
  [
    "22:00 is not",
    { plan: every(10), window: quiet("22:00", "06:00"), ran: "2026-11-24 21:52", now: "2026-11-24 22:00" },
    false,
  ],
  [
    "midnight is not",
    { plan: every(10), window: quiet("22:00", "06:00"), ran: "2026-11-24 21:52", now: "2026-11-25 00:00" },
    false,
  ],
  [
    "05:59 is not",
    { plan: every(10), window: quiet("22:00", "06:00"), ran: "2026-11-24 21:52", now: "2026-11-25 05:59" },
    false,
  ],
  [
    "06:00 is open again",
    { plan: every(10), window: quiet("22:00", "06:00"), ran: "2026-11-24 21:52", now: "2026-11-25 06:00" },
    true,
  ],
  [
    "within one day 12:30 is quiet",
    { plan: every(10), window: quiet("12:00", "13:00"), ran: "2026-11-24 11:52", now: "2026-11-24 12:30" },
    false,
  ],
  [
    "and 23:00 is not",
    { plan: every(10), window: quiet("12:00", "13:00"), ran: "2026-11-24 11:52", now: "2026-11-24 23:00" },
    true,
  ],
  [
    "from midnight",
    { plan: every(10), window: quiet("00:00", "06:00"), ran: "2026-11-23 23:52", now: "2026-11-24 00:00" },
    false,
  ],
  [
    "up to midnight",
    { plan: every(10), window: quiet("22:00", "00:00"), ran: "2026-11-23 21:52", now: "2026-11-24 00:00" },
    true,
  ],
  [
    "a time in the quiet period is nobody's",
    { plan: at("23:00"), window: quiet("22:00", "06:00"), ran: "2026-11-22 23:00", now: "2026-11-24 06:00" },
    false,
  ],
  [
    "one missed before it is made up for at its end",
    { plan: at("21:00"), window: quiet("22:00", "06:00"), ran: "2026-11-23 21:00", now: "2026-11-25 06:00" },
    true,
  ],
  [
    "but not in it",
    { plan: at("21:00"), window: quiet("22:00", "06:00"), ran: "2026-11-23 21:00", now: "2026-11-25 03:00" },
    false,
  ],
  [
    "21:58 is kept by the look after 22:00",
    { plan: at("21:58"), window: quiet("22:00", "06:00"), ran: "2026-11-23 21:58", now: "2026-11-24 22:01" },
    true,
  ],
])("the quiet period: %s", (_, given, due) => {
  expect(since(given) !== undefined).toBe(due);
});

// 2026-11-27 is a Friday.
test.each<[string, Case, boolean]>([
  [
    "Friday 23:59 is kept by the look after midnight",
    { plan: at("23:59"), window: on(1, 2, 3, 4, 5), ran: "2026-11-26 23:59", now: "2026-11-28 00:02" },
    true,
  ],
  [
    "Saturday 00:00 is not open",
    { plan: every(10), window: on(1, 2, 3, 4, 5), ran: "2026-11-27 23:50", now: "2026-11-28 00:00" },
    false,
  ],
  [
    "nor is Sunday",
    { plan: every(10), window: on(1, 2, 3, 4, 5), ran: "2026-11-27 23:50", now: "2026-11-29 12:00" },
    false,
  ],
  [
    "Monday 00:00 is",
    { plan: every(10), window: on(1, 2, 3, 4, 5), ran: "2026-11-27 23:50", now: "2026-11-30 00:00" },
    true,
  ],
  [
    "what was missed on Friday is made up for on Monday",
    { plan: at("09:00"), window: on(5, 1), ran: "2026-11-23 09:00", now: "2026-11-30 00:00" },
    true,
  ],
  ["only Sunday", { plan: at("09:00"), window: on(0), ran: "2026-11-22 09:00", now: "2026-11-29 09:00" }, true],
])("days of the week: %s", (_, given, due) => {
  expect(since(given) !== undefined).toBe(due);
});

test("what was scheduled only later is not made up for", () => {
  const given = { plan: at("09:00"), ran: "2026-11-20 09:00", now: "2026-11-24 10:35", since: "2026-11-24 10:30" };
  expect(since(given)).toBeUndefined();
  expect(since({ ...given, now: "2026-11-25 09:00" })).toEqual(jst("2026-11-25 09:00"));
});

test("an unfinished run goes on at the next look, also where the quiet period has begun", () => {
  const given = { plan: every(30), window: quiet("22:00", "06:00"), ran: "2026-11-24 21:58", now: "2026-11-24 22:03" };
  expect(since({ ...given, history: { unfinished: true } })).toEqual(jst("2026-11-24 21:58"));
  expect(since({ ...given, plan: every(null), history: { unfinished: true } })).toBeUndefined();
});

describe("a run that failed or was killed", () => {
  const tried = (failures: number, triedAt: string, now: string) =>
    since({ plan: every(10), ran: "2026-11-24 09:00", now, history: { failures, triedAt: jst(triedAt) } });

  test("is tried again at the next look, then after ever longer rests up to an hour", () => {
    const waits = [1, 2, 3, 4, 9].map((failures) =>
      [5, 15, 30, 60].find((minutes) => {
        const now = new Date(jst("2026-11-24 10:00").getTime() + minutes * 60_000);
        const history = { failures, triedAt: jst("2026-11-24 10:00"), startedAt: jst("2026-11-24 09:00") };
        const look = { now, since: jst("2026-11-01 00:00"), window: ALWAYS, minutes: 5 };
        return dueSince(every(10), history, look) !== undefined;
      }),
    );
    expect(waits).toEqual([5, 15, 30, 60, 60]);
  });

  test("stands behind those who have waited since before it", () => {
    expect(tried(1, "2026-11-24 10:01", "2026-11-24 10:06")).toEqual(jst("2026-11-24 10:01"));
  });
});
