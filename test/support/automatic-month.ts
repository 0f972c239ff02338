import type { Execution } from "../../workbench/apps-script/execution/execution.ts";
import { publishedLatency } from "../../workbench/apps-script/execution/latency.ts";
import { OPERATOR, STAFF } from "../../workbench/people.ts";
import { lineOf } from "./automation.ts";
import { type Desk, openDesk } from "./desk.ts";
import { numbersUpTo, typesInto } from "./report-desk.ts";

/** How the weeks go in which 自動連携 is left to itself. */
export interface MonthOptions {
  readonly days: number;
  readonly ordersPerDay: number;
  /** Of these days, counted from 0, RMS is away from morning to morning. */
  readonly outages: readonly number[];
  /** Where Google lets it look once an hour only. */
  readonly addOn?: boolean;
  /** At which hour the first day begins, and at which the last one ends. */
  readonly hours?: readonly [from: number, to: number];
}

/** A job that was due and had not begun by one look after the first that could see it. */
export interface Late {
  readonly title: string;
  readonly due: string;
}

export interface MonthFigures {
  readonly looks: number;
  /** Looks that found nothing to do, and the most calls that one of them took; the first has to find its cell. */
  readonly idle: number;
  readonly mostIdleCalls: number;
  readonly runs: number;
  readonly late: readonly Late[];
  /** Executions at work at the same time. */
  readonly overlaps: number;
  /** Trigger minutes of the longest day. */
  readonly mostMinutes: number;
  readonly meanMinutes: number;
  /** Boxes that were ticked, and those whose answer did not come by one look after the first that could see them. */
  readonly boxes: number;
  readonly unanswered: number;
  readonly orders: number;
  /** Orders to be shipped that were not on the list three hours after the last outage. */
  readonly missing: number;
  readonly failed: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** One look after the first that can see what is due, and the time that jobs before it take. */
const patience = (tick: number): number => (2 * tick + 5) * MINUTE;
const DAY = 24 * HOUR;
const JST = 9 * HOUR;

const IMPORT = "出荷指示を取得";
const REPORT = "出荷実績を送信";
const STOCK = "在庫を連携";
const PRODUCTS = "商品マスタを取得";

const SETTINGS = {
  schedule: {
    "import-shipments": { every: 30, times: [] },
    "report-shipments": { every: null, times: ["12:30", "15:30", "17:30"] },
    "sync-stock": { every: null, times: ["07:05", "13:00", "18:05"] },
    "import-products": { every: null, times: ["06:30"] },
  },
  quiet: { from: "23:00", to: "06:00" },
};
const DUE: Readonly<Record<string, readonly number[]>> = {
  [IMPORT]: Array.from({ length: 34 }, (_, at) => 6 * 60 + at * 30),
  [REPORT]: [12 * 60 + 30, 15 * 60 + 30, 17 * 60 + 30],
  [STOCK]: [7 * 60 + 5, 13 * 60, 18 * 60 + 5],
  [PRODUCTS]: [6 * 60 + 30],
};
/** On every other day, for forty minutes. */
const SHORT_OUTAGE = 14 * 60;

/** Orders come in all day, staff pack from nine to five and tick boxes, RMS is away now and then and some days wholly. */
export async function automaticMonth({
  days,
  ordersPerDay,
  outages,
  addOn = false,
  hours = [0, 24],
}: MonthOptions): Promise<MonthFigures> {
  const desk = await openDesk({ latency: publishedLatency, deployment: addOn ? "add-on" : "bound" });
  const inTime = patience(addOn ? 60 : 5);
  const first = nextMidnight(desk);
  const begin = first + hours[0] * HOUR;
  const end = first + (days - 1) * DAY + hours[1] * HOUR;
  // Its first look has to find its cell, and is none of those that are counted.
  await passUntil(desk, begin - (addOn ? 70 : 10) * MINUTE);
  await desk.run("saveSettings", OPERATOR, [{ settings: SETTINGS }]);
  await desk.run("startSchedule");
  desk.types("配送サービスマスタ", "宅配便", "配送会社", "1001 ヤマト運輸", OPERATOR);
  const looks: Execution[] = [];
  desk.workbench.host.onExecution((execution) => void (execution.fn === "tick" && looks.push(execution)));
  const parcels = numbersUpTo(days * ordersPerDay * 2)[Symbol.iterator]();
  const boxes: Promise<boolean>[] = [];
  const starts = new Map<string, Set<number>>();
  let missing = 0;
  await passUntil(desk, begin);
  for (let day = 0; day < days; day++) {
    const midnight = first + day * DAY;
    const away = outages.includes(day);
    for (let hour = day === 0 ? hours[0] : 0; hour < (day === days - 1 ? hours[1] : 24); hour++) {
      await passUntil(desk, midnight + hour * HOUR);
      const short = day % 2 === 1 && hour === SHORT_OUTAGE / 60;
      if (away || short) desk.faults.plan([{ kind: "503", rate: 1 }]);
      desk.shop.receive(Math.floor(((hour + 1) * ordersPerDay) / 24) - Math.floor((hour * ordersPerDay) / 24));
      if (hour >= 9 && hour < 17) packs(desk, parcels);
      await passUntil(desk, midnight + hour * HOUR + 20 * MINUTE);
      if (!away && hour === 10) boxes.push(answered(desk, IMPORT, inTime));
      if (!away && hour === 16) boxes.push(answered(desk, REPORT, inTime));
      await passUntil(desk, midnight + hour * HOUR + 40 * MINUTE);
      if (short) desk.faults.clear();
    }
    desk.faults.clear();
    noteStarts(desk, starts);
    if (away) {
      // The quiet period ends at six.
      await passUntil(desk, midnight + DAY + 9 * HOUR);
      missing += missingOrders(desk, midnight + DAY + 8 * HOUR);
      noteStarts(desk, starts);
    }
  }
  await passUntil(desk, end + inTime);
  noteStarts(desk, starts);
  const outage = (at: number): boolean => {
    if (at < begin || at > end) return true;
    const day = Math.floor((at - first) / DAY);
    const minute = ((at - first) % DAY) / MINUTE;
    const rested = minute < 9 * 60 && outages.includes(day - 1);
    return outages.includes(day) || rested || (day % 2 === 1 && minute >= SHORT_OUTAGE && minute < SHORT_OUTAGE + 120);
  };
  const figures = {
    ...looksOf(
      looks.filter(({ startedAt }) => startedAt.getTime() >= begin),
      first,
      days,
    ),
    runs: [...starts.values()].reduce((sum, { size }) => sum + size, 0),
    late: lateJobs(starts, { first, days, inTime, excused: outage }),
    boxes: boxes.length,
    unanswered: (await Promise.all(boxes)).filter((done) => !done).length,
    orders: desk.shop.orders().length,
    missing,
  };
  await desk.close();
  return figures;
}

const nextMidnight = (desk: Desk): number => (Math.floor((desk.clock.now().getTime() + JST) / DAY) + 1) * DAY - JST;

async function passUntil(desk: Desk, at: number): Promise<void> {
  const left = at - desk.clock.now().getTime();
  if (left > 0) await desk.passes(left / MINUTE);
}

/** Staff enter how every parcel of the list was shipped that has no number yet. */
function packs(desk: Desk, parcels: Iterator<string>): void {
  const rows = desk.rows("出荷リスト");
  const today = Math.floor((desk.clock.now().getTime() + JST) / DAY) + 25_569;
  for (const [at, row] of rows.entries()) {
    if (row.連携状態 !== "新規" || row.伝票番号 !== undefined) continue;
    typesInto(desk, at + 1, "配送会社", "1001 ヤマト運輸");
    typesInto(desk, at + 1, "伝票番号", String(parcels.next().value));
    typesInto(desk, at + 1, "発送日", today);
  }
}

/** Ticks the box of a job; whether its answer stands beside it in time. */
async function answered(desk: Desk, title: string, inTime: number): Promise<boolean> {
  const before = lineOf(desk, title).回答;
  desk.types("ダッシュボード", title, "今すぐ連携", true, STAFF);
  await desk.clock.sleep(inTime);
  const line = lineOf(desk, title);
  return line.今すぐ連携 !== true && line.回答 !== undefined && line.回答 !== before;
}

/** When runs began, in milliseconds; 連携ログ keeps only the last. */
function noteStarts(desk: Desk, starts: Map<string, Set<number>>): void {
  for (const row of desk.rows("連携ログ")) {
    if (row.結果 === "エラー" || row.結果 === "解消") continue;
    const at = Math.round(((row.日時 as number) - 25_569) * DAY) - JST;
    const title = String(row.ジョブ);
    starts.set(title, (starts.get(title) ?? new Set()).add(at));
  }
}

interface Watch {
  readonly first: number;
  readonly days: number;
  readonly inTime: number;
  readonly excused: (at: number) => boolean;
}

function lateJobs(starts: ReadonlyMap<string, ReadonlySet<number>>, { first, days, inTime, excused }: Watch): Late[] {
  return Object.entries(DUE).flatMap(([title, minutes]) => {
    const begun = [...(starts.get(title) ?? [])];
    return Array.from({ length: days }, (_, day) => minutes.map((minute) => first + day * DAY + minute * MINUTE))
      .flat()
      .filter((due) => !excused(due) && !begun.some((at) => at >= due && at <= due + inTime))
      .map((due) => ({ title, due: new Date(due + JST).toISOString().slice(0, 16) }));
  });
}

/** Orders that stood ready to be shipped by then, and are on no row. */
function missingOrders(desk: Desk, by: number): number {
  const listed = new Set(desk.rows("出荷リスト").map((row) => row.注文番号));
  return desk.shop
    .orders()
    .filter(({ orderNumber }) => desk.shop.progress(orderNumber) === 300 && !listed.has(orderNumber))
    .filter(({ timeline }) => (timeline.fixed ?? 0) < by).length;
}

function looksOf(within: readonly Execution[], first: number, days: number) {
  const idle = within.filter(({ calls }) => !calls.some(({ name }) => name === "Lock.tryLock"));
  const working = within
    .filter((look) => !idle.includes(look))
    .map(({ startedAt, milliseconds }) => ({ from: startedAt.getTime(), to: startedAt.getTime() + milliseconds }))
    .sort((one, other) => one.from - other.from);
  const minutes = Array.from({ length: days }, (_, day) => {
    const ofDay = within.filter(({ startedAt }) => Math.floor((startedAt.getTime() - first) / DAY) === day);
    return ofDay.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / MINUTE;
  });
  return {
    looks: within.length,
    idle: idle.length,
    mostIdleCalls: Math.max(0, ...idle.map(({ calls }) => calls.length)),
    overlaps: working.filter(({ from }, at) => at > 0 && from < (working[at - 1]?.to ?? 0)).length,
    mostMinutes: Math.max(...minutes),
    meanMinutes: minutes.reduce((sum, one) => sum + one, 0) / days,
    failed: within.filter(({ outcome }) => outcome !== "completed").length,
  };
}
