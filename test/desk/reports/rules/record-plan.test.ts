import { expect, test } from "vitest";
import type { HeldRecord, Wanted } from "../../../../src/desk/reports/rules/held.ts";
import { recordPlan } from "../../../../src/desk/reports/rules/record-plan.ts";
import type { SentRecord } from "../../../../src/desk/reports/rules/sent-records.ts";
import { A, applied, B, C, full, held, TODAY } from "../../../support/reports.ts";

const wanted = (...numbers: string[]): Wanted => ({ carrier: "1001", numbers, shippedOn: TODAY });
const known = { carrier: "1001", shippedOn: TODAY };

test("a carrier that was set at purchase is filled, and no second record comes beside it", () => {
  expect(recordPlan(wanted(A), [], [held(7001, { carrier: "1000" })])).toMatchObject({
    records: [{ detailId: 7001, ...known, trackingNumber: A }],
    complete: false,
    leftovers: [],
  });
});

test("a record with the number and no date is not done, and gets the date", () => {
  expect(recordPlan(wanted(A), [], [full(7001, A, { shippedOn: null })]).records).toEqual([
    { detailId: 7001, ...known, trackingNumber: A },
  ]);
});

test("a number changed after the report is one update of its record", () => {
  expect(recordPlan(wanted(B), [full(7001, A)], [full(7001, A)]).records).toEqual([
    { detailId: 7001, ...known, trackingNumber: B },
  ]);
});

test("two numbers are two records, and a third later is one more", () => {
  expect(recordPlan(wanted(A, B), [], []).records).toEqual([
    { ...known, trackingNumber: A },
    { ...known, trackingNumber: B },
  ]);
  const there = [full(7001, A), full(7002, B)];
  expect(recordPlan(wanted(A, B, C), there, there).records).toEqual([{ ...known, trackingNumber: C }]);
});

test("a number taken away is deleted, and one that gives way to two is updated first", () => {
  const there = [full(7001, A), full(7002, B)];
  expect(recordPlan(wanted(A), there, there).records).toEqual([{ detailId: 7002, remove: true }]);
  expect(recordPlan(wanted(A, C, "X1"), there, there).records).toEqual([
    { detailId: 7002, ...known, trackingNumber: C },
    { ...known, trackingNumber: "X1" },
  ]);
});

test("what RMS has in other signs is there", () => {
  expect(recordPlan(wanted(A), [], [full(7001, "3900-0000-0014")])).toMatchObject({ records: [], complete: true });
});

test("the carrier or the day of a number that is there is corrected in its record", () => {
  for (const off of [{ carrier: "1002" }, { shippedOn: TODAY - 1 }])
    expect(recordPlan(wanted(A), [], [full(7001, A, off)]).records).toMatchObject([{ detailId: 7001, ...known }]);
});

test("somebody else's number stops it all and is named", () => {
  const plan = recordPlan(wanted(A), [], [full(7001, A), full(7002, "X9"), held(7003)]);
  expect(plan).toMatchObject({ records: [], complete: false, refusal: expect.stringContaining("X9") });
});

test("a number that people corrected in RMS is theirs, though the record was ours", () => {
  expect(recordPlan(wanted(B), [full(7001, A)], [full(7001, "X9")]).refusal).toContain("X9");
  expect(recordPlan(wanted(A), [], [held(7001, { trackingNumber: "-" })]).refusal).toContain("「-」");
});

test("blank records that nothing is wanted for are named, and not touched", () => {
  const blanks = [held(7001, { carrier: "1000" }), held(7002, { shippedOn: TODAY })];
  const plan = recordPlan(wanted(A), [], blanks);
  expect(plan.records).toMatchObject([{ detailId: 7001, trackingNumber: A }]);
  expect(plan.leftovers).toEqual([blanks[1]]);
});

test("of two records with one number the one that was reported stays", () => {
  const plan = recordPlan(wanted(A), [full(7002, A)], [full(7001, A), full(7002, A)]);
  expect(plan.records).toEqual([{ detailId: 7001, remove: true }]);
});

test("a report that was cut off leaves what it replaced known as ours", () => {
  const first = recordPlan(wanted(B), [full(7001, A)], [full(7001, A)]);
  // RMS never got it, and people have typed yet another number.
  expect(recordPlan(wanted(C), first.sent, [full(7001, A)]).records).toEqual([
    { detailId: 7001, ...known, trackingNumber: C },
  ]);
});

test("a new record whose id nobody has told is known by its number", () => {
  const { sent } = recordPlan(wanted(A), [], []);
  expect(recordPlan(wanted(B), sent, [full(7001, A)]).records).toMatchObject([{ detailId: 7001, trackingNumber: B }]);
});

test("a record without an id that would have to change is left to people", () => {
  expect(recordPlan(wanted(A), [], [full(7001, A, { detailId: null })]).complete).toBe(true);
  expect(recordPlan(wanted(A), [], [full(7001, A, { detailId: null, shippedOn: null })]).refusal).toContain(
    "発送明細ID",
  );
  expect(recordPlan(wanted(B), [full(7001, A)], [full(7001, A, { detailId: null })]).refusal).toContain("発送明細ID");
  expect(recordPlan(wanted(A), [], [held(null, { carrier: "1000" })])).toMatchObject({
    records: [{ trackingNumber: A }],
    leftovers: [{ detailId: null }],
  });
});

test("more changes than RMS takes at once are refused", () => {
  const many = Array.from({ length: 21 }, (_, at) => full(7001 + at, `X${at}`));
  expect(recordPlan(wanted(A), many, many).refusal).toContain("21件");
  expect(recordPlan(wanted(A), many.slice(1), many.slice(1)).records).toHaveLength(20);
});

test("the records once more have the id of each", () => {
  expect(recordPlan(wanted(A, B), [], [full(7001, A), full(7002, B)])).toMatchObject({
    complete: true,
    again: [
      { detailId: 7001, trackingNumber: A },
      { detailId: 7002, trackingNumber: B },
    ],
  });
});

/** What RMS holds once it has worked on what is wanted now, after what was sent before. */
function carriedOut(now: Wanted, sent: readonly SentRecord[], records: readonly HeldRecord[]) {
  const plan = recordPlan(now, sent, records);
  const after = applied(records, plan.records);
  return { plan, after, again: recordPlan(now, plan.sent, after) };
}

test("a parcel without a number is told without that key, once", () => {
  const { plan, after, again } = carriedOut(wanted(), [], []);
  expect(plan.records).toEqual([known]);
  expect(after).toHaveLength(1);
  expect(again).toMatchObject({ records: [], complete: true });
});

test("a parcel without a number fills the blank record, and keeps it when its carrier changes", () => {
  const { plan, after } = carriedOut(wanted(), [], [held(7001, { carrier: "1000" })]);
  expect(plan.records).toEqual([{ detailId: 7001, ...known }]);
  const later = carriedOut({ ...wanted(), carrier: "1003" }, plan.sent, after);
  expect(later.after).toEqual([held(7001, { carrier: "1003", shippedOn: TODAY })]);
});

test("a number that comes to a parcel without, and one that goes, change its record", () => {
  const first = carriedOut(wanted(), [], []);
  const second = carriedOut(wanted(A), first.plan.sent, first.after);
  expect(second.after).toEqual([{ ...first.after[0], trackingNumber: A }]);
  const third = carriedOut(wanted(), second.plan.sent, second.after);
  expect(third.plan.records).toEqual([{ detailId: first.after[0]?.detailId, ...known, trackingNumber: "" }]);
  expect(third).toMatchObject({ after: first.after, again: { complete: true } });
});
