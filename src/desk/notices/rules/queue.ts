import { bytesOf } from "../../../core/json-bytes.ts";
import { oneLine } from "../../../core/line-break.ts";
import type { News } from "../../../core/news.ts";
import { newSince, toldWith } from "./marks.ts";
import { type Channel, channels, type NoticeState, type Waiting } from "./notice-state.ts";

/** With the news on the queue, unless it was told before. */
export function withNews(state: NoticeState, news: News, now: Date): NoticeState {
  const { kind, items, about = "" } = news;
  if (kind === "licence") {
    const { fresh, told } = toldWith(state.licence, [about], STAGES);
    return fresh.length === 0 ? state : queued({ ...state, licence: told }, news, [], 1, now);
  }
  if (kind === "cancelled") {
    const { fresh, told } = toldWith(state.cancelled, items, CANCELLED);
    return fresh.length === 0 ? state : queued({ ...state, cancelled: told }, news, fresh, fresh.length, now);
  }
  if (kind === "belowZero") {
    const { fresh, now: belowZero } = newSince(state.belowZero, items);
    const after = { ...state, belowZero };
    return fresh.length === 0 ? after : queued(after, news, fresh, fresh.length, now);
  }
  return items.length === 0 && kind === "overdue" ? state : queued(state, news, items, items.length, now);
}

/** Failures in a row: the second is news, and no further one until the job has worked again. */
export function withOutcome(state: NoticeState, run: Outcome, now: Date): NoticeState {
  const { title, failed, message } = run;
  const { [title]: before = 0, ...others } = state.failures;
  if (!failed) return before === 0 ? state : { ...state, failures: others };
  if (before >= FAILURES) return state;
  const after = { ...state, failures: { ...state.failures, [title]: before + 1 } };
  const news: News = { kind: "failing", items: [], about: title, text: message };
  return before + 1 < FAILURES ? after : queued(after, news, [], FAILURES, now);
}

export const FAILURES = 2;

/** So many are remembered as told. */
const STAGES = 20;
const CANCELLED = 160;

/** How a run of a job ended, as far as notices go. */
export interface Outcome {
  readonly title: string;
  readonly failed: boolean;
  readonly message: string;
}

/** Without what `channel` has told, or cannot tell because nobody wants it. */
export const withoutChannel = (state: NoticeState, channel: Channel): NoticeState => {
  const queue = state.queue.flatMap((one) => {
    const by = one.by.filter((each) => each !== channel);
    return by.length === 0 ? [] : [{ ...one, by }];
  });
  return { ...state, queue, dropped: queue.length === 0 ? 0 : state.dropped };
};

function queued(state: NoticeState, news: News, items: readonly string[], count: number, now: Date): NoticeState {
  const { kind, about = "", text = "" } = news;
  const adds = kind === "cancelled" || kind === "belowZero";
  const isSame = (one: Waiting) => one.kind === kind && one.about === about && one.by.length === channels.length;
  const before = state.queue.find(isSame);
  const entry: Waiting = {
    kind,
    about,
    items: [...(adds ? (before?.items ?? []) : []), ...items.map(shortItem)],
    count: (adds ? (before?.count ?? 0) : 0) + count,
    text: nameless(oneLine(text)),
    since: before?.since ?? now.getTime(),
    by: [...channels],
  };
  return bounded({ ...state, queue: [...state.queue.filter((one) => !isSame(one)), entry] });
}

/** Product codes are what a shop makes them. */
const shortItem = (item: string): string => oneLine(item).slice(0, 40);

/** Problems may say whom to ask; who that is concerns nobody in a chat room. */
const nameless = (text: string): string => text.replace(/[\w.+-]+@[\w.-]+/g, "担当者");

/** Of a property of 9 kB, beside the marks. */
const QUEUE_BYTES = 4_800;

/** How many things of each entry, and how many letters of its text, are kept while there is room, and less when there is not. */
const ROOMS = [
  [20, 240],
  [8, 120],
  [3, 60],
  [0, 0],
] as const;

function bounded(state: NoticeState): NoticeState {
  const cuts = ROOMS.map(([things, letters]) =>
    state.queue.map((one) => ({ ...one, items: one.items.slice(0, things), text: one.text.slice(0, letters) })),
  );
  const queue = [...(cuts.find(fits) ?? cuts[cuts.length - 1] ?? [])];
  const before = queue.length;
  while (!fits(queue)) queue.shift();
  return { ...state, queue, dropped: state.dropped + before - queue.length };
}

const fits = (queue: readonly Waiting[]): boolean => bytesOf(JSON.stringify(queue)) <= QUEUE_BYTES;
