import { groupedBy } from "../../core/grouped.ts";
import { captions } from "../../core/menu-texts.ts";
import type { Platform } from "../../platform/ports.ts";
import type { Notice } from "../../run/notice.ts";
import { runJob } from "../../run/run-job.ts";
import { type DeskJob, desk } from "../desk.ts";
import type { Course } from "./course.ts";
import { dueReports, plannedRows, putPlanned, putRefusals } from "./due-reports.ts";
import { REPORT } from "./open-requests.ts";
import { type Errand, type ReportCount, reportCounts, runReports } from "./report-run.ts";
import { reportTables } from "./report-source.ts";
import type { JudgeContext } from "./rules/judge.ts";
import { type ReportRequest, reportRequest } from "./rules/report-request.ts";

/** Tells RMS what was shipped, and brings to an end what earlier runs told. */
export const reportShipments: DeskJob<ReportCount> = {
  name: REPORT,
  title: captions.reportShipments,
  counts: reportCounts,
  tables: reportTables,
  work: (context) => runReports(context, dueErrand),
};

/** The same with what people said of this one report. */
export const reportShipmentsAs = (said: ReportRequest): DeskJob<ReportCount> => ({
  ...reportShipments,
  work: (context) => runReports(context, (course, rules) => dueErrand(course, { ...rules, ...said })),
});

/** Called by the panel that shows what would be reported, with what people said there. */
export const reportAsSaid = (platform: Platform, sent: unknown): Notice =>
  runJob(reportShipmentsAs(reportRequest(sent)), platform, desk);

function dueErrand(course: Course, rules: Omit<JudgeContext, "now">): Errand {
  const due = dueReports(course, rules);
  putRefusals(course, due);
  const delayed = due.delayed.length;
  const held = due.refused.filter((refused) => refused.held).length;
  return {
    found: due.candidates.length,
    numbers: [...due.orders.keys()],
    sendings: (numbers, orders) => {
      const candidates = numbers.flatMap((number) => due.orders.get(number) ?? []);
      return putPlanned(course, plannedRows(candidates, orders), orders);
    },
    warnings: new Map(
      [...groupedBy(due.warned, ({ row }) => row.key)].map(([key, warned]) => [
        key,
        warned.map(({ reason }) => reason),
      ]),
    ),
    skipped: { ...(held === 0 ? {} : { [HELD]: held }), ...(delayed === 0 ? {} : { [DELAYED]: delayed }) },
    waiting: new Set(due.underWay.map(({ orderNumber }) => orderNumber)),
  };
}

const HELD = "取消・保留・要確認、または入力欄を確かめる行";
const DELAYED = "前の送信の結果を待つ行";
