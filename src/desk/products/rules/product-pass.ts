import * as z from "zod/mini";
import { parsedJson } from "../../../core/json.ts";
import { DAY, instantOfWall, wallTime } from "../../../core/jst.ts";
import type { Settings } from "../../settings/rules/settings.ts";

/** What the operator sees of how far the import came, and may change: 商品マスタ最終取得期間 and 商品マスタ取得開始位置. */
export type Progress = Pick<Settings, "productsSince" | "productsFrom">;

const progress = z.object({ productsSince: z.nullable(z.string()), productsFrom: z.number() });

const passSchema = z.object({
  /** When it began: what changes from then on is the next one's. */
  began: z.string(),
  /** Products changed since are taken; all of them where it is null. */
  since: z.nullable(z.string()),
  /** Whether it goes through the whole shop, whatever `since` says. */
  whole: z.boolean(),
  /** The cursorMark of the page to go on from; empty for the first one. */
  mark: z.string(),
  /** Products before that page. */
  done: z.number(),
});

/** One way through the products of the shop, over as many runs as it takes. */
export type Pass = z.infer<typeof passSchema>;

/**
 * What each commit leaves for the next run. The settings are moved on after the commit: a run that was cut off in between
 * left them as they were before, which is no change of the operator's.
 */
const traceSchema = z.object({
  progress,
  before: progress,
  /** When the last pass through the whole shop began, or else the first pass. */
  whole: z.nullable(z.string()),
  pass: z.optional(passSchema),
});

export type Trace = z.infer<typeof traceSchema>;

export function traceIn(cursor: string | undefined): Trace | undefined {
  const read = z.safeParse(traceSchema, parsedJson(cursor ?? ""));
  return read.success ? read.data : undefined;
}

/** Deleted products show by no date: they are missed when the whole shop is gone through. */
const WHOLE_EVERY = 7 * DAY;

/** RMS searches by whole days, and what is new or changed takes it up to a day to find. */
const LAG = DAY;

/** The pass that this run takes up, and how many of its first products the operator leaves out. */
export function passUnderWay(trace: Trace | undefined, settings: Progress, now: Date): { pass: Pass; skip: number } {
  const known = trace !== undefined && [trace.progress, trace.before].some((one) => isSame(one, settings));
  if (known && trace.pass !== undefined) return { pass: trace.pass, skip: 0 };
  const { productsSince: since, productsFrom } = known ? trace.progress : settings;
  const isOurs = [trace?.progress, trace?.before].some((one) => one?.productsFrom === productsFrom);
  const isDue = typeof trace?.whole === "string" && now.getTime() - Date.parse(trace.whole) >= WHOLE_EVERY;
  const pass = { began: now.toISOString(), since, whole: since === null || isDue, mark: "", done: 0 };
  return { pass, skip: isOurs ? 0 : productsFrom - 1 };
}

/** The day from which on RMS is searched; undefined for all. */
export function updatedFrom({ since, whole }: Pass): string | undefined {
  const instant = since === null || whole ? undefined : instantOfWall(since);
  return instant === undefined ? undefined : wallTime(new Date(instant.getTime() - LAG)).slice(0, 10);
}

/** `before` is what the settings say while the commit is made. */
export const traceOn = (trace: Trace | undefined, pass: Pass, before: Progress): Trace => ({
  progress: { productsSince: pass.since, productsFrom: pass.done + 1 },
  before,
  whole: trace?.whole ?? null,
  pass,
});

/** `seen`: what the whole shop does not have was looked for; otherwise the next pass goes through it again. */
export const traceAfter = (trace: Trace | undefined, pass: Pass, before: Progress, seen: boolean): Trace => ({
  progress: { productsSince: wallTime(new Date(pass.began)).slice(0, 16), productsFrom: 1 },
  before,
  whole: pass.whole ? (seen ? pass.began : LONG_AGO) : (trace?.whole ?? pass.began),
});

const LONG_AGO = new Date(0).toISOString();

/** What the operator changed meanwhile stays. */
export const movedOn = (stored: Settings, { before, progress }: Trace): Settings =>
  isSame(stored, before) ? { ...stored, ...progress } : stored;

const isSame = (one: Progress, other: Progress): boolean =>
  one.productsSince === other.productsSince && one.productsFrom === other.productsFrom;
