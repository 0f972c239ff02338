import type { RowOf } from "../workbook/declare/row.ts";
import type { dashboardTable } from "./dashboard-table.ts";

/** One line of ダッシュボード. */
export type DashboardRow = RowOf<typeof dashboardTable>;
