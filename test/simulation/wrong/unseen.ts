import * as right from "../../../src/desk/reports/rules/settle.ts";

export const { settledAsIs, wasCancelled } = right;

/** Wrong on purpose: what RMS took counts as done, whatever its orders say. */
export const settle: typeof right.settle = (row, order, result, now) => {
  const report = right.settle(row, order, result, now);
  const isTaken = ["確認中", "一部送信済"].includes(report.reportState) && report.reportRequest !== "";
  return isTaken ? { ...report, reportState: "送信済", reportMessage: "" } : report;
};
