import type { Execution } from "../../workbench/apps-script/execution/execution.ts";
import { OPERATOR } from "../../workbench/workbench.ts";
import { type Desk, type DeskOptions, openDesk } from "./desk.ts";

/** A desk whose operator has started 自動連携, with these settings. */
export async function attendedDesk(settings: object = {}, options: DeskOptions = {}): Promise<Desk> {
  const desk = await openDesk(options);
  if (Object.keys(settings).length > 0) await desk.run("saveSettings", OPERATOR, [{ settings }]);
  await desk.run("startSchedule");
  return desk;
}

/** Lets so many minutes pass; the looks that fell due in them. */
export const looks = async (desk: Desk, minutes: number): Promise<Execution[]> =>
  ((await desk.passes(minutes)) as Execution[]).filter(({ fn }) => fn === "tick");

/** The lines of 連携ログ that a job's runs left. */
export const runsOf = (desk: Desk, title: string) =>
  desk.rows("連携ログ").filter((row) => row.ジョブ === title && row.結果 !== "エラー");

export const lineOf = (desk: Desk, item: string) => desk.rows("ダッシュボード").find((row) => row.項目 === item) ?? {};
