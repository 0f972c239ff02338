import { chunks } from "../../core/chunks.ts";
import { groupedBy } from "../../core/grouped.ts";
import { dateText, type Serial, serialOf } from "../../core/jst.ts";
import { filledLines } from "../../core/line-break.ts";
import { isFault, type RowFault } from "../../core/problem.ts";
import type { Platform } from "../../platform/ports.ts";
import { recordText } from "../../shop/shipped-elsewhere.ts";
import { cellAt } from "../../workbook/read/snapshot.ts";
import { lookUp, lookUpFailure } from "../look-up.ts";
import type { ShipmentSource } from "../shipments/shipment-basis.ts";
import { shipmentTable } from "../shipments/shipment-table.ts";
import { type Course, type HeldOrders, heldOrders, rowOf } from "./course.ts";
import { type DueReports, dueReports, plannedRows } from "./due-reports.ts";
import { settleEarlier } from "./earlier-requests.ts";
import { rowNumbersIn } from "./report-sheet.ts";
import { openCourse, reportTables } from "./report-source.ts";
import type { HeldOrder, HeldRecord } from "./rules/held.ts";
import { recordPlan } from "./rules/record-plan.ts";
import { type ReportRequest, reportRequest } from "./rules/report-request.ts";
import type { ReportRow } from "./rules/report-row.ts";
import { leftoverText, texts } from "./rules/report-texts.ts";
import { basketOf, type RowPlan, type Sending } from "./rules/row-plan.ts";
import { sentRecords, wantedOf } from "./rules/sent-records.ts";

/** What 出荷実績を送信 would do now, for the dialog that asks before it does. */
export interface ReportPreview {
  /** That would be sent: so many orders, parcels, and people who get a mail of Rakuten's. */
  readonly orders: number;
  readonly parcels: number;
  readonly buyers: number;
  /** Rows in the order of the list. Those that need nothing are not among them. */
  readonly entries: readonly ReportEntry[];
  readonly leftovers: readonly Leftover[];
  /** Orders that the time did not suffice to look at. */
  readonly unseen: number;
  /** Rows that are 出荷済, and not sent for want of a day; and those that are sent with the day that people said of them. */
  readonly blanks: number;
  readonly filled: number;
  /** To be said of `blanks`. */
  readonly today: Serial;
}

/**
 * `new` and `changed` would be sent; `refused` cannot be, and `reasons` say why; `held` rows wait for people, by what the row
 * itself says; `waiting` ones for the outcome of an earlier report.
 */
export interface ReportEntry {
  readonly kind: "new" | "changed" | "refused" | "held" | "waiting";
  /** The row as people count them, for them to find it. */
  readonly rowNumber: number;
  readonly orderNumber: string;
  readonly basketId: string;
  /** What RMS would hold of the row: `ヤマト運輸 390000000014、2026/11/24`. */
  readonly after: readonly string[];
  /** What it holds now. */
  readonly before: readonly string[];
  readonly reasons: readonly string[];
  readonly warnings: readonly string[];
}

/** A record without a number that keeps its order open and unbilled; `deleteLeftovers` takes it by these three. */
export interface Leftover {
  readonly orderNumber: string;
  readonly basketId: string;
  readonly detailId: number;
  readonly text: string;
}

export type PreviewReportResult =
  | { readonly done: true; readonly preview: ReportPreview }
  | { readonly done: false; readonly message: string };

/** Reads the sheet and asks the shop; nothing is written anywhere. */
export function previewReport(platform: Platform, sent?: unknown): PreviewReportResult {
  try {
    const said = reportRequest(sent);
    const preview = lookUp(platform, reportTables, (source) => previewOf(platform, source, said));
    return { done: true, preview };
  } catch (error) {
    return { done: false, message: lookUpFailure(platform, error) };
  }
}

function previewOf(platform: Platform, source: ShipmentSource, said: ReportRequest): ReportPreview {
  const { course, rules } = openCourse({ ...source, notes: platform.shared });
  const settled = settleEarlier(course);
  const due = dueReports(course, { ...rules, ...said });
  const numbers = [...due.orders.keys()];
  const held = new Map<string, HeldOrder | RowFault>();
  const plans: RowPlan[] = [];
  let seen = 0;
  for (const some of chunks(numbers, AT_ONCE)) {
    if (seen > 0 && source.now() >= source.deadline) break;
    for (const [number, order] of heldOrders(course, some)) held.set(number, order);
    plans.push(
      ...plannedRows(
        some.flatMap((number) => due.orders.get(number) ?? []),
        held,
      ),
    );
    seen += some.length;
  }
  const sendings = plans.filter((plan): plan is Sending => plan.kind === "send");
  const rows = sendings.map(({ candidate }) => candidate.row);
  return {
    orders: new Set(rows.map(({ orderNumber }) => orderNumber)).size,
    parcels: sendings.reduce((sum, { candidate }) => sum + Math.max(candidate.wanted.numbers.length, 1), 0),
    buyers: new Set(rows.map(buyerIn(source))).size,
    entries: entriesOf(course, due, plans, held, rowNumbersIn(source.book)),
    leftovers: [...plans.flatMap(leftoversOf), ...standingLeftovers(course, settled)],
    unseen: numbers.length - seen,
    blanks: due.refused.filter(({ reason }) => reason === texts.noDay).length,
    filled: sendings.filter(({ candidate: { row, sent } }) => isBlankDay(row) && sent.length === 0).length,
    today: Math.floor(serialOf(source.now())),
  };
}

const AT_ONCE = 100;

const isBlankDay = ({ shippedOn }: ReportRow): boolean => shippedOn === null || shippedOn === "";

/** One person may have several orders, and gets a mail for each: people count as one where the list names them alike. */
function buyerIn({ book }: ShipmentSource): (row: ReportRow) => string {
  const list = book.state(shipmentTable);
  return ({ key, orderNumber }) => {
    const row = list.rows.get(key);
    return (row && String(cellAt(list, row, "orderer") ?? "")) || orderNumber;
  };
}

function entriesOf(
  course: Course,
  due: DueReports,
  plans: readonly RowPlan[],
  held: HeldOrders,
  rowNumberOf: (key: string) => number,
): ReportEntry[] {
  const entries = new Map<string, ReportEntry>();
  const put = (kind: ReportEntry["kind"], row: ReportRow, more: Partial<ReportEntry> = {}) =>
    entries.set(row.key, {
      kind,
      rowNumber: rowNumberOf(row.key),
      orderNumber: row.orderNumber,
      basketId: row.basketId,
      after: [],
      before: [],
      reasons: [],
      warnings: [],
      ...more,
    });
  for (const row of [...due.delayed.map((candidate) => candidate.row), ...due.underWay])
    put("waiting", row, { reasons: filledLines(row.report.reportMessage) });
  for (const { row, reason, held: isHeld } of due.refused)
    put(isHeld ? "held" : "refused", row, { reasons: filledLines(reason) });
  const warned = groupedBy(due.warned, ({ row }) => row.key);
  for (const plan of plans) {
    const { row } = plan.candidate;
    const warnings = (warned.get(row.key) ?? []).map(({ reason }) => reason);
    const before = heldOf(row, held).filter(saysSomething).map(textOf);
    if (plan.kind === "refused") put("refused", row, { before, reasons: filledLines(plan.reason), warnings });
    else if (plan.kind === "send")
      put(isChange(plan, row, held) ? "changed" : "new", row, { before, after: afterOf(plan), warnings });
  }
  return [...course.rows.keys()].flatMap((key) => entries.get(key) ?? []);
}

const heldOf = (row: ReportRow, held: HeldOrders): readonly HeldRecord[] => {
  const order = held.get(row.orderNumber);
  return order === undefined || isFault(order) ? [] : (basketOf(order, row)?.records ?? []);
};

const saysSomething = ({ trackingNumber, shippedOn }: HeldRecord): boolean =>
  trackingNumber !== "" || shippedOn !== null;

/** RMS told the buyer of a parcel already, or is told of what it holds once more. */
const isChange = ({ candidate: { sent } }: Sending, row: ReportRow, held: HeldOrders): boolean =>
  sent.length > 0 || heldOf(row, held).some(({ trackingNumber }) => trackingNumber !== "");

const textOf = (record: HeldRecord): string =>
  recordText({ ...record, shippedOn: record.shippedOn === null ? "" : dateText(record.shippedOn) });

const afterOf = ({ candidate: { wanted } }: Sending): string[] =>
  (wanted.numbers.length === 0 ? [""] : wanted.numbers).map((trackingNumber) =>
    textOf({ detailId: null, carrier: wanted.carrier, trackingNumber, shippedOn: wanted.shippedOn }),
  );

const leftoversOf = (plan: RowPlan): Leftover[] =>
  (plan.kind === "refused" ? plan.leftovers : plan.plan.leftovers).flatMap(leftoverOf(plan.candidate.row));

/** Of rows whose own records are all there. */
const standingLeftovers = (course: Course, held: HeldOrders): Leftover[] =>
  [...course.rows.values()].flatMap((row) => {
    const sent = sentRecords(row.report.sentRecords);
    const wanted = wantedOf(sent);
    if (row.report.reportState !== "一部送信済" || wanted === undefined) return [];
    return recordPlan(wanted, sent, heldOf(row, held)).leftovers.flatMap(leftoverOf(rowOf(course, row.key)));
  });

const leftoverOf =
  ({ orderNumber, basketId }: ReportRow) =>
  (record: HeldRecord): Leftover[] =>
    record.detailId === null ? [] : [{ orderNumber, basketId, detailId: record.detailId, text: leftoverText(record) }];
