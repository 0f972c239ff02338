import type { Platform } from "../../platform/ports.ts";
import { dashboardTable, requestable } from "../../run/dashboard-table.ts";
import { type Notice, problemFrom } from "../../run/notice.ts";
import { isTicked } from "../../run/requests.ts";
import { writeStaffCell } from "../../workbook/commit/staff-cell.ts";
import { operatorOf } from "../connection/operator.ts";
import { storedKeys } from "../connection/stored-keys.ts";
import { tickOwner } from "../schedule/tick-owner.ts";
import { asked, askedInVain } from "./rules/request-texts.ts";

/**
 * In place of a run of somebody who has no keys, where somebody else has connected the spreadsheet: the box 今すぐ連携 of the job is
 * ticked for them. Undefined where whoever runs may run the job, and where nobody could carry it out.
 */
export function askOperator(platform: Platform, job: string): Notice | undefined {
  const title = requestable.find((one) => one === job);
  if (title === undefined) return undefined;
  const operator = operatorOf(platform);
  if (operator === undefined || operator === platform.who || storedKeys(platform) !== undefined) return undefined;
  try {
    const cell = { table: dashboardTable, key: title, column: "request", value: true };
    if (!writeStaffCell(platform, cell, isTicked)) return undefined;
    const owner = tickOwner(platform);
    return {
      remedy: "wait",
      message: owner === undefined ? askedInVain(title, operator) : asked(title, owner),
      rmsCalls: 0,
    };
  } catch (error) {
    const { remedy, message } = problemFrom(platform, error);
    return { remedy, message, rmsCalls: 0 };
  }
}
