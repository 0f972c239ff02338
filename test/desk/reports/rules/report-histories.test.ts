import fc from "fast-check";
import { test } from "vitest";
import type { HeldOrder, HeldRecord } from "../../../../src/desk/reports/rules/held.ts";
import type { PlannedRecord } from "../../../../src/desk/reports/rules/record-plan.ts";
import type { ReportRow } from "../../../../src/desk/reports/rules/report-row.ts";
import { isOpenReport } from "../../../../src/desk/reports/rules/report-standing.ts";
import { intentCells, receiptCells, refusedCells, rowPlan } from "../../../../src/desk/reports/rules/row-plan.ts";
import { sentRecords } from "../../../../src/desk/reports/rules/sent-records.ts";
import { type OrderResult, settle, settledAsIs } from "../../../../src/desk/reports/rules/settle.ts";
import { carrierLabel, carrierOfLabel } from "../../../../src/shop/carrier.ts";
import { A, applied, B, C, held, judged, NOON, ORDER, reportRow, TODAY } from "../../../support/reports.ts";

const OWN = [A, B, C];
const FOREIGN = ["X901", "X902"];
const MINUTE = 1 / 1440;

const carriers = ["1001", "1002"] as const;
const days = [TODAY, TODAY - 1];

const blank = fc.record({
  carrier: fc.constantFrom("", "1000", ...carriers),
  shippedOn: fc.constantFrom(null, ...days),
});
const start = fc.array(
  fc.oneof(
    blank.map((one) => held(null, one)),
    fc.tuple(blank, fc.constantFrom(...OWN)).map(([one, trackingNumber]) => held(null, { ...one, trackingNumber })),
  ),
  { maxLength: 4 },
);

const entries = fc.record({
  trackingNumber: fc.subarray(OWN).map((numbers) => numbers.join("\n")),
  carrier: fc.constantFrom(...carriers.map(carrierLabel)),
  shippedOn: fc.constantFrom(...days),
});
const edit = entries.map((given) => ({ kind: "edit" as const, entries: given }));
/** What becomes of a report that a run sends: and of the run. */
const fate = fc.oneof(
  { arbitrary: fc.constant({ fate: "works" as const, minutes: 0 }), weight: 3 },
  fc.constant({ fate: "killed before it is sent" as const, minutes: 0 }),
  fc.constant({ fate: "never arrives" as const, minutes: 0 }),
  fc.record({
    fate: fc.constantFrom("receipt lost" as const, "late" as const),
    minutes: fc.integer({ min: 0, max: 55 }),
  }),
);
const run = fate.map((one) => ({ kind: "run" as const, ...one }));
const pause = fc.record({ kind: fc.constant("pause" as const), minutes: fc.integer({ min: 1, max: 90 }) });
/** On RMS's own screen. */
const person = fc.oneof(
  fc.record({ kind: fc.constant("adds" as const), number: fc.constantFrom(...FOREIGN) }),
  fc.record({ kind: fc.constant("corrects" as const), number: fc.constantFrom(...FOREIGN) }),
  fc.record({ kind: fc.constant("clears" as const) }),
  fc.record({ kind: fc.constant("takes foreign numbers away" as const) }),
);
const step = fc.oneof(
  { arbitrary: run, weight: 4 },
  { arbitrary: edit, weight: 3 },
  { arbitrary: pause, weight: 3 },
  person,
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

interface Posted {
  readonly records: readonly PlannedRecord[];
  readonly due: number;
  readonly requestId: string;
}

/** A row, the order that it stands for, and reports on their way between. Throws where something is doubled, lost or touched. */
function shop(first: readonly HeldRecord[]) {
  let now = NOON;
  let ids = 7000;
  let records: HeldRecord[] = first.map((record) => ({ ...record, detailId: ++ids }));
  let progress = 300;
  let row: ReportRow = reportRow({ untracked: true });
  let underWay: Posted[] = [];
  const results = new Map<string, OrderResult>();
  let runs = 0;

  const must = (holds: boolean, what: string) => {
    if (!holds) throw new Error(`${what}\n${JSON.stringify({ records, row, underWay }, undefined, 1)}`);
  };
  /** Numbers that the row has ever had to do with. */
  const told = new Set<string>();
  const foreign = () => records.filter(({ trackingNumber: number }) => number !== "" && !told.has(number));
  const order = (): HeldOrder => ({ orderNumber: ORDER, progress, baskets: [{ basketId: 101, records }] });

  function work() {
    for (const { records: sent, requestId } of underWay.filter(({ due }) => due <= now)) {
      const before = foreign();
      try {
        records = applied(records, sent);
        results.set(requestId, { faults: [] });
        const isFilled = records.every(
          (one) => one.carrier !== "" && one.trackingNumber !== "" && one.shippedOn !== null,
        );
        if (isFilled && records.length > 0) progress = 500;
      } catch {
        results.set(requestId, { faults: [{ subject: ORDER, reason: "楽天が受け付けませんでした。" }] });
      }
      must(JSON.stringify(foreign()) === JSON.stringify(before), "somebody else's record was touched");
    }
    underWay = underWay.filter(({ due }) => due > now);
  }

  function post(sent: readonly PlannedRecord[], minutes: number): string {
    must(underWay.length === 0, "a second report was sent while the first may still be carried out");
    must(foreign().length === 0, "the row was reported beside somebody else's number");
    const named = new Set(sent.map(({ detailId }) => detailId));
    const isLeft = ({ detailId, trackingNumber }: HeldRecord) => trackingNumber === "" && !named.has(detailId ?? 0);
    must(!named.has(undefined) || !records.some(isLeft), "a record was added while a blank one was there");
    const requestId = `request-${++runs}`;
    underWay.push({ records: sent, due: now + minutes * MINUTE, requestId });
    work();
    return requestId;
  }

  const becomes = (report: ReportRow["report"]) => {
    row = { ...row, report };
    for (const { trackingNumber } of sentRecords(report.sentRecords)) told.add(trackingNumber);
  };

  function runOnce(
    what: "works" | "killed before it is sent" | "never arrives" | "receipt lost" | "late",
    minutes: number,
  ) {
    work();
    if (isOpenReport(row.report)) becomes(settle(row, order(), results.get(row.report.reportRequest), now));
    const candidate = judged([row], { now }).candidates[0];
    if (candidate === undefined) return;
    const plan = rowPlan(candidate, order());
    if (plan.kind === "refused") {
      must(foreign().length > 0, "the row is refused for a number of its own");
      return becomes(refusedCells(row.report, plan.reason));
    }
    if (plan.kind === "done") return becomes(settledAsIs(plan, order(), now));
    becomes(intentCells(plan, `batch-${++runs}`, now));
    if (what === "killed before it is sent" || what === "never arrives") return;
    const requestId = post(plan.records, minutes);
    if (what === "receipt lost") return;
    becomes(receiptCells(row.report, requestId));
    if (what === "works") becomes(settle(row, order(), results.get(requestId), now));
  }

  const steps = {
    run: (minutes: number, what: Parameters<typeof runOnce>[0]) => runOnce(what, minutes),
    pause(minutes: number) {
      now += minutes * MINUTE;
      work();
    },
    adds(number: string) {
      if (!records.some(({ trackingNumber }) => trackingNumber === number))
        records = [...records, held(++ids, { carrier: "1003", trackingNumber: number, shippedOn: TODAY })];
    },
    corrects(number: string) {
      const [of] = records.filter(({ trackingNumber }) => OWN.includes(trackingNumber));
      // Nobody can keep a report that is on its way from changing what people change meanwhile.
      if (underWay.length > 0) return;
      if (of === undefined || records.some(({ trackingNumber }) => trackingNumber === number)) return;
      records = records.map((one) => (one === of ? { ...one, trackingNumber: number } : one));
    },
    clears() {
      if (underWay.length > 0) return;
      const [of] = records.filter(({ trackingNumber }) => OWN.includes(trackingNumber));
      records = records.map((one) => (one === of ? { ...one, trackingNumber: "" } : one));
    },
    takesForeignAway() {
      const numbers = row.trackingNumber.split("\n");
      const theirs = foreign().filter(({ trackingNumber }) => !numbers.includes(trackingNumber));
      records = records.filter((record) => !theirs.includes(record));
    },
    edit(given: Partial<Pick<ReportRow, "trackingNumber" | "carrier" | "shippedOn">>) {
      row = { ...row, ...given };
    },
  };

  return {
    ...steps,
    does(one: Step) {
      if (one.kind === "run") steps.run(one.minutes, one.fate);
      else if (one.kind === "pause") steps.pause(one.minutes);
      else if (one.kind === "edit") steps.edit(one.entries);
      else if (one.kind === "adds" || one.kind === "corrects") steps[one.kind](one.number);
      else if (one.kind === "clears") steps.clears();
      else steps.takesForeignAway();
    },
    /** What RMS holds is what the row says: each number once, with its carrier and day, and nothing else but blank records. */
    mustMatch() {
      const numbers = row.trackingNumber.split("\n").filter(Boolean);
      const carrier = carrierOfLabel(row.carrier);
      const isRows = (record: HeldRecord) => record.carrier === carrier && record.shippedOn === row.shippedOn;
      const numbered = records.filter(({ trackingNumber }) => trackingNumber !== "");
      must(
        numbered
          .map(({ trackingNumber }) => trackingNumber)
          .sort()
          .join() === [...numbers].sort().join(),
        "RMS holds other numbers than the row",
      );
      must(numbered.every(isRows), "a record has another carrier or day than the row");
      if (numbers.length === 0) must(records.some(isRows), "the parcel without a number is not told");
      must(["送信済", "一部送信済"].includes(row.report.reportState), "the row is not settled");
      must(progress === 500 || row.report.reportState !== "送信済", "送信済 while the order is open");
      const reports = runs;
      steps.pause(61);
      steps.run(0, "works");
      must(runs === reports, "what is settled was sent again");
    },
  };
}

test("whatever is typed, lost, late or killed, RMS ends with the row's records: none doubled, none lost, no other touched", () => {
  fc.assert(
    fc.property(start, fc.array(step, { minLength: 3, maxLength: 14 }), (first, history) => {
      const one = shop(first);
      for (const each of history) one.does(each);
      // Nobody disturbs it any more, and what is not the row's is taken away by those who put it there. What people did in
      // RMS to a row that was settled is seen when the row says something new.
      one.edit({ shippedOn: TODAY - 2 });
      one.pause(61);
      one.takesForeignAway();
      for (let more = 0; more < 3; more++) {
        one.run(0, "works");
        one.pause(61);
      }
      one.mustMatch();
    }),
    { numRuns: 500 },
  );
});
