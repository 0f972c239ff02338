import { type Serial, serialOf } from "../../core/jst.ts";
import { AUTOMATION } from "../../core/menu-texts.ts";
import type { Platform } from "../../platform/ports.ts";
import { type DashboardPlan, type DashboardRow, linesOf } from "../../run/dashboard-row.ts";
import { dashboardTable } from "../../run/dashboard-table.ts";
import { runId } from "../../run/log.ts";
import { openBook } from "../../workbook/commit/book.ts";
import { storedSettings } from "../settings/stored-settings.ts";
import { attended, LATE, STALLED, UNATTENDED, UNAUTHORISED } from "./rules/owner-texts.ts";
import { jobTitles, OFF, scheduledNames } from "./rules/schedule.ts";
import { nextSlot } from "./rules/slots.ts";
import { MINUTE } from "./rules/window.ts";
import { type TickOwner, tickOwner } from "./tick-owner.ts";

/** How long nobody may have looked before people hear of it: three looks, for Google is not always punctual. */
export const patience = (minutes: TickOwner["minutes"]): number => (3 * minutes + 5) * MINUTE;

/** A job may wait for others, and rests for an hour after failures. */
const JOB_PATIENCE = 3 * 60 * MINUTE;

const serialAfter = (from: Date | string, milliseconds: number): Serial =>
  serialOf(new Date(new Date(from).getTime() + milliseconds));

/** Whether anything runs by itself, for ダッシュボード. When somebody last looked, the looks themselves write beside it. */
export function automationRow(platform: Pick<Platform, "shared">): DashboardRow {
  const owner = tickOwner(platform);
  const row = { item: AUTOMATION, faults: null, updatedAt: null };
  if (owner === undefined)
    return { ...row, state: "未設定", detail: UNATTENDED, staleAt: null, staleDetail: UNATTENDED };
  const staleAt = serialAfter(owner.madeAt, patience(owner.minutes));
  return { ...row, state: "正常", detail: attended(owner), staleAt, staleDetail: STALLED };
}

/** When each job that may be scheduled runs next. */
export function jobPlans(platform: Pick<Platform, "shared">, now: Date): DashboardPlan[] {
  const { enabled, schedule, weekdays, quiet } = storedSettings(platform);
  const runs = enabled && tickOwner(platform) !== undefined;
  return scheduledNames.map((job) => {
    const next = runs ? nextSlot(schedule[job] ?? OFF, { weekdays, quiet }, now) : undefined;
    return {
      item: jobTitles[job],
      nextAt: next === undefined ? null : serialOf(next),
      staleAt: next === undefined ? null : serialAfter(next, JOB_PATIENCE),
      staleDetail: next === undefined ? "" : LATE,
    };
  });
}

/** Where Google still lets us write, people see why nothing runs. */
export function showUnauthorised(platform: Platform): void {
  const now = platform.clock.now();
  try {
    const book = openBook({ ...platform, tables: [dashboardTable], run: runId(now), unlocked: true });
    book.plan(linesOf([{ ...automationRow(platform), state: "異常", detail: UNAUTHORISED }])).commit();
  } catch (error) {
    platform.report(error);
  }
}
