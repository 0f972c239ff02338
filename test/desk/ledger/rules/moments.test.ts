import { expect, test } from "vitest";
import { momentOf } from "../../../../src/desk/ledger/rules/moments.ts";
import { day } from "../../../support/ledger.ts";

const now = day("11/22 10:30");

test.each([
  ["a past day is over at its end", day("11/19"), day("11/19 23:59")],
  ["a past day with a time is that time", day("11/19 8:15"), day("11/19 08:15")],
  ["yesterday is over", day("11/21"), day("11/21 23:59")],
  ["today is now", day("11/22"), now],
  ["an earlier time of today is that time", day("11/22 9:00"), day("11/22 09:00")],
  ["a later time of today is now", day("11/22 11:00"), now],
  ["tomorrow is now", day("11/23"), now],
  ["no day is now", null, now],
  ["a number that is no day is now", 5, now],
])("%s", (_, typed, moment) => {
  expect(momentOf(typed, now)).toBeCloseTo(moment, 6);
});
