import type { RowOf } from "../workbook/table.ts";
import type { dashboardTable } from "../workbook/tables/dashboard-table.ts";

/** One line of ダッシュボード. */
export type DashboardRow = RowOf<typeof dashboardTable>;
