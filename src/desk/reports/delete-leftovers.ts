import * as z from "zod/mini";
import { groupedBy } from "../../core/grouped.ts";
import { isFault } from "../../core/problem.ts";
import type { Platform } from "../../platform/ports.ts";
import type { Notice } from "../../run/notice.ts";
import { runJob } from "../../run/run-job.ts";
import { keyOf } from "../../workbook/declare/key.ts";
import { type DeskJob, desk } from "../desk.ts";
import { shipmentTable } from "../shipments/shipment-table.ts";
import { type Course, type HeldOrders, rowOf } from "./course.ts";
import { dueReports } from "./due-reports.ts";
import { REPORT } from "./open-requests.ts";
import type { Leftover } from "./preview-report.ts";
import { type Errand, type ReportCount, reportCounts, runReports } from "./report-run.ts";
import { reportTables } from "./report-source.ts";
import type { JudgeContext } from "./rules/judge.ts";
import { leftoverRemoval } from "./rules/removal.ts";
import type { Sending } from "./rules/row-plan.ts";
import { sentRecords, wantedOf } from "./rules/sent-records.ts";

type Chosen = readonly Pick<Leftover, "orderNumber" | "basketId" | "detailId">[];

const MOST = 1000;
const input: z.ZodMiniType<Chosen> = z
  .array(z.object({ orderNumber: z.string(), basketId: z.string(), detailId: z.number() }))
  .check(z.minLength(1), z.maxLength(MOST));

const TITLE = "空の発送情報を削除";

/**
 * Called by the panel that shows what would be reported: takes blank records out of RMS that keep their orders open. With
 * the lock, log, intents and outcomes of a report; what is no leftover at RMS right now stays.
 */
export function deleteLeftovers(platform: Platform, sent: unknown): Notice {
  const checked = z.safeParse(input, sent);
  if (!checked.success) return { remedy: "report", message: UNREADABLE, rmsCalls: 0 };
  return runJob(removal(checked.data), platform, desk);
}

const UNREADABLE =
  "削除する発送情報を読み取れませんでした。画面を開き直して、もう一度お試しください。続くときは開発元へお知らせください。";

const removal = (chosen: Chosen): DeskJob<ReportCount> => ({
  name: REPORT,
  title: TITLE,
  counts: reportCounts,
  tables: reportTables,
  work: (context) => runReports(context, (course, rules) => removalErrand(course, rules, chosen)),
});

function removalErrand(course: Course, rules: Omit<JudgeContext, "now">, chosen: Chosen): Errand {
  const due = dueReports(course, rules);
  const waiting = new Set(due.underWay.map(({ orderNumber }) => orderNumber));
  const wanted = new Map(due.candidates.map((candidate) => [candidate.row.key, candidate.wanted]));
  const byRow = groupedBy(chosen, (one) => keyOf(shipmentTable, one));
  const keys = [...byRow.keys()].filter((key) => {
    const row = course.rows.get(key);
    return row !== undefined && !waiting.has(row.orderNumber);
  });
  const removalOf = (key: string, held: HeldOrders): Sending[] => {
    const row = rowOf(course, key);
    const order = held.get(row.orderNumber);
    const shall = wanted.get(key) ?? wantedOf(sentRecords(row.report.sentRecords));
    if (order === undefined || isFault(order) || shall === undefined) return [];
    const ids = new Set((byRow.get(key) ?? []).map(({ detailId }) => detailId));
    return [leftoverRemoval(row, shall, order, ids)].flatMap((sending) => sending ?? []);
  };
  return {
    found: keys.length,
    numbers: [...new Set(keys.map((key) => rowOf(course, key).orderNumber))],
    sendings: (numbers, held) =>
      keys.filter((key) => numbers.includes(rowOf(course, key).orderNumber)).flatMap((key) => removalOf(key, held)),
    warnings: new Map(),
    skipped: {},
    waiting,
  };
}
