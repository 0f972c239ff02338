import * as right from "../../../src/desk/reports/rules/report-standing.ts";

export const { isOpenReport, isSettled, PATIENCE, RESULT_LIFE } = right;

/** Wrong on purpose: a report of which nobody knows whether it arrived is sent again at once. */
export const isUnderWay: typeof right.isUnderWay = () => false;
