import { expect, test } from "vitest";
import { sessionStart } from "../../../../src/desk/ledger/rules/session-start.ts";

const now = new Date("2026-11-24T10:30:00+09:00");

test.each([
  ["", "2026-11-24T10:30:00+09:00"],
  ["2026/11/23 18:00", "2026-11-23T18:00:00+09:00"],
  ["２０２６／１１／２３　１８：００", "2026-11-23T18:00:00+09:00"],
  ["2026-11-3 9:05", "2026-11-03T09:05:00+09:00"],
  ["11/23 18:00", "2026-11-23T18:00:00+09:00"],
  ["9:00", "2026-11-24T09:00:00+09:00"],
])("a session asked for from %j begins at %s", (answer, time) => {
  expect(sessionStart(answer, now)).toEqual(new Date(time));
});

test.each([
  ["昨日", "日時として読めません"],
  ["2026/11/23", "日時として読めません"],
  ["2026/2/30 10:00", "日時として読めません"],
  ["25:00", "日時として読めません"],
  ["11/24 10:31", "これから先"],
])("%j is no time to count from: %s", (answer, reason) => {
  expect(sessionStart(answer, now)).toContain(reason);
});
