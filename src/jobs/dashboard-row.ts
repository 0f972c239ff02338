import type { Serial } from "../domain/jst.ts";

/** One line of ダッシュボード. */
export interface DashboardRow {
  readonly item: string;
  readonly state: string;
  readonly detail: string;
  readonly updatedAt: Serial;
}
