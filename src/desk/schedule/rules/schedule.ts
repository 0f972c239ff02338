import { captions } from "../../../core/menu-texts.ts";
import { DAY_MINUTES, isTime, minutesOf } from "./times.ts";

/** What may be run by schedule, and what the settings call it. */
export const scheduledJobs = {
  "import-shipments": "出荷指示",
  "sync-stock": "在庫",
  "import-products": "商品マスタ",
  "report-shipments": "出荷実績",
} as const;

export type ScheduledJob = keyof typeof scheduledJobs;

/** Their titles, as the menu, 連携ログ and ダッシュボード have them. */
export const jobTitles: Readonly<Record<ScheduledJob, string>> = {
  "import-shipments": captions.importShipments,
  "sync-stock": captions.syncStock,
  "import-products": captions.importProducts,
  "report-shipments": captions.reportShipments,
};

export const scheduledNames = Object.keys(scheduledJobs) as ScheduledJob[];

/** Minutes; every one divides a day, so that slots begin anew at midnight. */
export const intervals = [10, 15, 30, 60] as const;

export type Interval = (typeof intervals)[number];

/** Every so many minutes, or at set times, or neither: off. */
export interface Plan {
  readonly every: Interval | null;
  /** `HH:MM` in Japan. */
  readonly times: readonly string[];
}

/** A job that is not named is off. */
export type Schedule = Readonly<Partial<Record<ScheduledJob, Plan>>>;

/** From `from` up to `to`, over midnight where `from` is the later one. */
export interface Quiet {
  readonly from: string;
  readonly to: string;
}

export const OFF: Plan = { every: null, times: [] };

export const isOn = ({ every, times }: Plan): boolean => every !== null || times.length > 0;

export const MOST_TIMES = 24;

/** As often as an add-on may look, so that no day passes without a look. */
const LEAST_OPEN = 60;

/** What is wrong with it, in words; empty where nothing is. */
export function scheduleError(value: unknown): string {
  if (!isRecord(value)) return UNREADABLE;
  const errors = Object.entries(value).map(([job, plan]) =>
    scheduledNames.includes(job as ScheduledJob) ? planError(plan, scheduledJobs[job as ScheduledJob]) : UNREADABLE,
  );
  return errors.find(Boolean) ?? "";
}

function planError(plan: unknown, name: string): string {
  if (!isRecord(plan) || !Array.isArray(plan.times)) return UNREADABLE;
  const { every, times } = plan;
  if (every !== null && !intervals.includes(every as Interval))
    return `${name}: 間隔は${intervals.join("・")}分から選んでください。`;
  if (every !== null && times.length > 0) return `${name}: 間隔と時刻は、どちらか一方だけを指定してください。`;
  const wrong = times.find((time) => !isTime(time));
  if (wrong !== undefined) return `${name}: 「${String(wrong)}」は時刻ではありません。09:00 のように入力してください。`;
  if (times.length > MOST_TIMES) return `${name}: 時刻は${MOST_TIMES}個までにしてください。`;
  return "";
}

export function weekdaysError(value: unknown): string {
  if (!Array.isArray(value) || value.some((day) => ![0, 1, 2, 3, 4, 5, 6].includes(day))) return UNREADABLE;
  return value.length === 0 ? "曜日を1つ以上選んでください。止めるときは、ジョブを「しない」にしてください。" : "";
}

export function quietError(value: unknown): string {
  if (value === null) return "";
  if (!isRecord(value)) return UNREADABLE;
  const { from, to } = value;
  if (!isTime(from) || !isTime(to)) return "開始と終了の時刻を、22:00 と 06:00 のように入力してください。";
  const open = (minutesOf(from) - minutesOf(to) + DAY_MINUTES) % DAY_MINUTES;
  return open < LEAST_OPEN
    ? "1日のほとんどが休止時間になります。連携する時間を1時間以上残してください。止めるときは、ジョブを「しない」にしてください。"
    : "";
}

const UNREADABLE = "入力内容を読み取れませんでした。画面を開き直してください。";

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
