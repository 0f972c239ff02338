import * as z from "zod/mini";
import type { NewsKind } from "../../../core/news.ts";

export const channels = ["mail", "webhook"] as const;
export type Channel = (typeof channels)[number];

const kinds: readonly [NewsKind, ...NewsKind[]] = ["failing", "licence", "cancelled", "belowZero", "overdue"];

const waitingSchema = z.object({
  kind: z.enum(kinds),
  about: z.string(),
  /** The first of them. */
  items: z.array(z.string()),
  /** How many there are in all; of `failing` how often in a row. */
  count: z.number(),
  text: z.string(),
  /** Milliseconds since 1970. */
  since: z.number(),
  /** Who has not told it yet. */
  by: z.array(z.enum(channels)),
});

/** One thing that waits to be told, however often it happened. */
export type Waiting = Readonly<z.infer<typeof waitingSchema>>;

/** What is remembered between runs, in one property: written as a whole, so that what is queued and what is told never disagree. */
export const noticeSchema = z.object({
  queue: z.array(waitingSchema),
  /** What found no room in the queue. */
  dropped: z.number(),
  /** Marks of what was told once: see src/desk/notices/rules/marks.ts. */
  licence: z.string(),
  cancelled: z.string(),
  belowZero: z.string(),
  /** Failures in a row, by the title of the job. */
  failures: z.record(z.string(), z.number()),
  /** When a digest was sent or tried last, in milliseconds since 1970. */
  triedAt: z.number(),
  /** The day in Japan, `2026-11-24`, on which the parcels were looked at when the shop closed. */
  closedOn: z.string(),
});

export type NoticeState = Readonly<z.infer<typeof noticeSchema>>;

export const noNotices: NoticeState = {
  queue: [],
  dropped: 0,
  licence: "",
  cancelled: "",
  belowZero: "",
  failures: {},
  triedAt: 0,
  closedOn: "",
};
