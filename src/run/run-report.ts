import type { RowFault } from "../core/problem.ts";

/** What a run did so far. */
export interface RunReport {
  /** Orders that the shop has for this job. */
  readonly found: number;
  readonly added: number;
  readonly updated: number;
  /** Orders that were looked at and not taken, by reason. */
  readonly skipped: Readonly<Record<string, number>>;
  readonly faults: readonly RowFault[];
  readonly finished: boolean;
}

export const emptyReport: RunReport = { found: 0, added: 0, updated: 0, skipped: {}, faults: [], finished: true };

export const skippedCount = (report: RunReport): number =>
  Object.values(report.skipped).reduce((sum, count) => sum + count, 0);

export function withSkipped(
  skipped: Readonly<Record<string, number>>,
  reasons: readonly string[],
): Record<string, number> {
  const counts = { ...skipped };
  for (const reason of reasons) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
}

/** One sentence a fact, for the toast and the log. */
export function reportText(report: RunReport): string {
  const counts = [`新規 ${report.added}件`, `更新 ${report.updated}件`];
  if (skippedCount(report) > 0) counts.push(`見送り ${skippedCount(report)}件`);
  if (report.faults.length > 0) counts.push(`エラー ${report.faults.length}件`);
  return [
    `${counts.join("、")}。`,
    ...Object.entries(report.skipped).map(([reason, count]) => `見送り: ${reason} ${count}件。`),
    ...(report.faults.length > 0 ? ["エラーの内容は「連携ログ」を確認してください。"] : []),
    ...(report.finished ? [] : ["時間内に終わらなかったため、続きは次の実行で処理します。"]),
  ].join("");
}
