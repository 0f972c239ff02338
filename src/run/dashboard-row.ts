import { rowsFor, type TableCells } from "../workbook/commit/cells.ts";
import type { RowFor } from "../workbook/declare/row.ts";
import { dashboardTable } from "./dashboard-table.ts";

/** When a line is written next, and what it says from when on where nobody did: 停止, with this. */
export type DashboardPlan = RowFor<typeof dashboardTable, "schedule">;

/** One line of ダッシュボード. Times are serials. Of a line that says nothing of its plan, what stands there stays. */
export interface DashboardRow extends Partial<Omit<DashboardPlan, "item">> {
  readonly item: string;
  readonly state: string;
  readonly detail: string;
  readonly faults: number | null;
  readonly updatedAt: number | null;
}

/** Plans of lines that say nothing else: those of jobs, that a run did not touch. */
export const plansOf = (plans: readonly DashboardPlan[]): TableCells => rowsFor(dashboardTable, "schedule", plans);

/** The lines as a commit takes them. */
export const linesOf = (rows: readonly DashboardRow[]): TableCells[] => [
  rowsFor(
    dashboardTable,
    "run",
    rows.map(({ item, state, detail, faults, updatedAt }) => ({
      item,
      faults,
      recordedState: state,
      recordedDetail: detail,
      recordedAt: updatedAt,
    })),
  ),
  plansOf(rows.flatMap(planIn)),
];

function planIn({ item, nextAt, staleAt, staleDetail }: DashboardRow): DashboardPlan[] {
  if (nextAt === undefined && staleAt === undefined && staleDetail === undefined) return [];
  return [{ item, nextAt: nextAt ?? null, staleAt: staleAt ?? null, staleDetail: staleDetail ?? "" }];
}
