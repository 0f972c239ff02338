import type { Serial } from "../../../core/jst.ts";
import type { ReportCells, ReportState } from "./report-cells.ts";

const open: readonly ReportState[] = ["送信待ち", "送信中", "確認中"];
const settled: readonly ReportState[] = ["送信済", "一部送信済"];

/** Between the intent and its outcome: to be settled by RMS's answer or by the order. */
export const isOpenReport = ({ reportState }: Pick<ReportCells, "reportState">): boolean =>
  (open as readonly string[]).includes(reportState);

export const isSettled = ({ reportState }: Pick<ReportCells, "reportState">): boolean =>
  (settled as readonly string[]).includes(reportState);

/** RMS may work on a report long after it was sent, even where its answer never came. */
export const PATIENCE = 60 / (24 * 60);
/** RMS keeps results for 30 days (rms-api 4.3). */
export const RESULT_LIFE = 30;

/** The last report may still be carried out: nothing more may be sent of the row. */
export const isUnderWay = (report: ReportCells, now: Serial): boolean =>
  isOpenReport(report) && now - (report.reportedAt ?? now) < PATIENCE;
