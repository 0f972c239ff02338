import { serialOfRms } from "../../src/core/jst.ts";
import type { HeldOrder, HeldRecord } from "../../src/desk/reports/rules/held.ts";
import { type JudgeContext, type Judged, judge } from "../../src/desk/reports/rules/judge.ts";
import type { PlannedRecord } from "../../src/desk/reports/rules/record-plan.ts";
import { NO_REPORT, type ReportCells } from "../../src/desk/reports/rules/report-cells.ts";
import type { ReportRow } from "../../src/desk/reports/rules/report-row.ts";

/** `2026-11-24` as a sheet stores it. */
export const day = (text: string): number => serialOfRms(text) as number;

export const TODAY = day("2026-11-24");
export const NOON = TODAY + 0.5;

export const ORDER = "123456-20261123-0000000001";
/** A number of Yamato's whose check digit fits. */
export const A = "390000000014";
export const B = "390000000025";
export const C = "390000000036";

/** A row that is ready to be reported, plain but for what is given. */
export function reportRow(given: Partial<Omit<ReportRow, "report">> & { readonly report?: Partial<ReportCells> } = {}) {
  const { orderNumber = ORDER, basketId = "101", report = {}, ...more } = given;
  return {
    key: `${orderNumber} ${basketId}`,
    orderNumber,
    basketId,
    state: "取込済",
    questions: "",
    orderedAt: TODAY - 1,
    shippingStatus: "",
    carrier: "1001 ヤマト運輸",
    trackingNumber: A,
    shippedOn: TODAY,
    cancelConfirmed: false,
    untracked: false,
    proven: true,
    listed: [],
    ...more,
    report: { ...NO_REPORT, ...report },
  } satisfies ReportRow as ReportRow;
}

/** What the rules say of some rows at noon of 2026/11/24 in a shop that is never closed. */
export const judged = (rows: readonly ReportRow[], context: Partial<JudgeContext> = {}): Judged =>
  judge(rows, { now: NOON, shippingDate: "entered", isClosed: () => false, ...context });

/** A record of RMS, blank but for what is given. */
export const held = (detailId: number | null, given: Partial<HeldRecord> = {}): HeldRecord => ({
  detailId,
  carrier: "",
  trackingNumber: "",
  shippedOn: null,
  ...given,
});

/** A record as RMS has it after a report of that number. */
export const full = (detailId: number, trackingNumber: string, given: Partial<HeldRecord> = {}): HeldRecord =>
  held(detailId, { carrier: "1001", trackingNumber, shippedOn: TODAY, ...given });

/** An order with one destination, 101. */
export const heldOrder = (records: readonly HeldRecord[], progress = 300): HeldOrder => ({
  orderNumber: ORDER,
  progress,
  baskets: [{ basketId: 101, records }],
});

let lastId = 9000;

/** What RMS holds after records of a report, by its own rules (rms-api 4.2). */
export function applied(before: readonly HeldRecord[], records: readonly PlannedRecord[]): HeldRecord[] {
  let now = [...before];
  for (const { detailId, carrier, trackingNumber, shippedOn, remove } of records) {
    if (detailId !== undefined && !now.some((one) => one.detailId === detailId))
      throw new Error(`RMS has no record ${detailId}`);
    if (remove) {
      now = now.filter((one) => one.detailId !== detailId);
      continue;
    }
    const was = now.find((one) => one.detailId === detailId) ?? held(++lastId);
    const is = {
      detailId: was.detailId,
      carrier: carrier ?? was.carrier,
      trackingNumber: trackingNumber ?? was.trackingNumber,
      shippedOn: shippedOn === undefined ? was.shippedOn : shippedOn === "" ? null : shippedOn,
    };
    now = detailId === undefined ? [...now, is] : now.map((one) => (one === was ? is : one));
  }
  return now;
}
