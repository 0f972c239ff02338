import {
  type Forecast,
  FREE_MINUTES,
  fittingIntervals,
  forecast,
  type Means,
  type Wish,
  WORKSPACE_MINUTES,
} from "./forecast.ts";
import {
  intervals,
  isOn,
  MOST_TIMES,
  OFF,
  type Plan,
  type Quiet,
  type ScheduledJob,
  scheduledJobs,
} from "./schedule.ts";

export const weekdayNames = ["日", "月", "火", "水", "木", "金", "土"] as const;

export const intervalText = (minutes: number): string => `${minutes}分ごと`;

export const planText = (plan: Plan): string =>
  isOn(plan) ? (plan.every === null ? plan.times.join(", ") : intervalText(plan.every)) : "しない";

export const weekdaysText = (days: readonly number[]): string =>
  days.length === weekdayNames.length
    ? "毎日"
    : [...days]
        .sort()
        .map((day) => weekdayNames[day])
        .join("");

export const quietText = (quiet: Quiet | null): string => (quiet === null ? "なし" : `${quiet.from}〜${quiet.to}`);

/** What people type for the times of a job; what is none stands there for the schema to refuse. */
export const timesIn = (typed: string): string[] =>
  [
    ...new Set(
      typed
        .normalize("NFKC")
        .split(/[\s,、，;]+/)
        .filter(Boolean)
        .map(twoDigits),
    ),
  ].sort();

/** 9:00 is 09:00. */
export const twoDigits = (time: string): string => time.replace(/^(\d):(?=\d\d$)/, "0$1:");

/** What people type for a job: しない, 30分ごと or 9:00, 13:00. */
export function planIn(typed: string): { readonly every: number | null; readonly times: readonly string[] } {
  const text = typed.normalize("NFKC").trim();
  if (["", "しない", "なし"].includes(text)) return OFF;
  const every = /^(\d+)\s*(分(ごと|毎)?)?$/.exec(text)?.[1];
  return every === undefined ? { every: null, times: timesIn(text) } : { every: Number(every), times: [] };
}

/** What people type for the days of the week: 毎日, 平日 or 月火水. */
export function weekdaysIn(typed: string): unknown {
  const text = typed.normalize("NFKC").replace(/曜日?|[\s,、・]/g, "");
  if (text === "毎日") return [0, 1, 2, 3, 4, 5, 6];
  if (text === "平日") return [1, 2, 3, 4, 5];
  const days = [...text].map((letter) => weekdayNames.indexOf(letter as (typeof weekdayNames)[number]));
  return [...new Set(days)].sort();
}

/** What people type for the quiet period: なし or 22:00〜06:00. */
export function quietIn(typed: string): unknown {
  const text = typed.normalize("NFKC").trim();
  if (["", "なし"].includes(text)) return null;
  const [from = "", to = ""] = text.split(/\s*[~〜\-–からー,\s]+\s*/).map(twoDigits);
  return { from, to };
}

export const PLAN_HINT = `「しない」、間隔（${intervals.map(intervalText).join("・")}）、または1日${MOST_TIMES}個までの時刻（例: 9:00, 13:30）を入力してください。`;
export const WEEKDAYS_HINT = "「毎日」「平日」、または曜日を並べて（例: 月火水木金土）入力してください。";
export const QUIET_HINT =
  "この時間には始めません。開始と終了の時刻（例: 22:00〜06:00）を入力してください。「なし」と入力すると、休まずに実行します。";
export const SAVE = "保存";
export const SAVE_ANYWAY = `このまま保存するときは「${SAVE}」と入力してください。`;

const account = (minutes: number): string => `1日あたり約${minutes}分`;

export const forecastText = ({ runs, idle, total }: Forecast): string =>
  `Googleの実行時間の見込み: ${account(total)}（実行 ${runs}分、何もないときの確認 ${idle}分）`;

const FREE = `無料のGoogleアカウントで使えるのは1日${FREE_MINUTES}分までで、超えるとその日の自動連携は止まります。`;
const WORKSPACE = `会社や店舗で契約したGoogle Workspaceのアカウントでは、1日${WORKSPACE_MINUTES / 60}時間まで使えます。`;

/** What a schedule would use up, and where that is more than Google gives, what would fit; empty while it fits. */
export function forecastWarning(wish: Wish, means: Means, tick: number): string {
  const expected = forecast(wish, means, tick);
  if (expected.total <= FREE_MINUTES) return "";
  const fitting = fittingIntervals(wish, means, tick);
  return [
    forecastText(expected),
    FREE,
    fitting === undefined ? NOTHING_FITS : proposal(wish, means, tick, fitting),
    WORKSPACE,
  ].join("\n");
}

const NOTHING_FITS =
  "間隔を延ばすだけでは収まりません。時刻の指定を減らすか、休止時間を設けるか、「しない」にするジョブを選んでください。";

function proposal(
  wish: Wish,
  means: Means,
  tick: number,
  fitting: NonNullable<ReturnType<typeof fittingIntervals>>,
): string {
  const changes = Object.entries(fitting) as [ScheduledJob, (typeof intervals)[number]][];
  const schedule = Object.fromEntries(changes.map(([job, every]) => [job, { every, times: [] }]));
  const { total } = forecast({ ...wish, schedule: { ...wish.schedule, ...schedule } }, means, tick);
  const named = changes.map(([job, every]) => `「${scheduledJobs[job]}」を${intervalText(every)}`).join("、");
  return `${named}にすると、約${total}分に収まります。`;
}
