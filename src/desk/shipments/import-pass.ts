import { periodStart } from "../../shop/search-window.ts";
import type { Book } from "../../workbook/commit/book.ts";

/**
 * Names the job, and the cursor that tells when the pass over shop and list began that no run brought to its end yet; empty at
 * rest. It says nothing of orders: what is on the list is no longer new, and 最終確認日時 of each row tells when it was looked at.
 */
export const IMPORT = "import-shipments";

/** When the last pass began whose search came to its end. */
const SEARCHED = `${IMPORT}/searched`;

/** What rows were last judged by, and since when. */
const JUDGED = `${IMPORT}/judged`;

type Cursors = Readonly<Record<string, string>>;

/** How far a pass is: its search under way, that done, or all of it. */
export type Stage = "searching" | "refreshing" | "done";

/** One run over shop and list. */
export interface Pass {
  readonly began: Date;
  /** From when on orders are searched. */
  readonly since: Date;
  /** When the pass before this one began; undefined where there was none. */
  readonly last: Date | undefined;
  /** Rows that were looked at before were judged by other masters, or on another day; undefined where that is so of all. */
  readonly judgedSince: Date | undefined;
  /** What to remember once it is so far. */
  readonly cursors: (stage: Stage) => Cursors;
}

type PassSource = { readonly book: Book; readonly periodDays: number; readonly now: Date };

/** `judgement` is the same text as long as rows would be judged alike. */
export function passNow(source: PassSource, judgement: string): Pass {
  const { book, now } = source;
  const judgedSince = judgedBy(book, judgement);
  const judged = { [JUDGED]: `${judgement} ${(judgedSince ?? now).toISOString()}` };
  const underWay = { [IMPORT]: passStart(source).toISOString() };
  const searched = { [SEARCHED]: now.toISOString() };
  const stages: Readonly<Record<Stage, Cursors>> = {
    searching: { ...underWay, ...judged },
    refreshing: { ...underWay, ...judged, ...searched },
    done: { [IMPORT]: "", ...judged, ...searched },
  };
  return {
    began: now,
    since: searchStart(source),
    last: instantIn(book.cursor(SEARCHED)),
    judgedSince,
    cursors: (stage) => stages[stage],
  };
}

/** Since when rows are judged so; undefined where they were judged otherwise the last time. */
function judgedBy(book: Book, judgement: string): Date | undefined {
  const [known, since] = (book.cursor(JUDGED) ?? "").split(" ");
  return known === judgement ? instantIn(since) : undefined;
}

/**
 * 出荷指示取得期間 counts back from the last pass whose search came to its end, so that what an outage missed is caught up on;
 * where none did, from the one under way.
 */
export const searchStart = (source: PassSource): Date =>
  periodStart(source.periodDays, instantIn(source.book.cursor(SEARCHED)) ?? passStart(source), source.now);

const passStart = ({ book, now }: PassSource): Date => instantIn(book.cursor(IMPORT)) ?? now;

/** As `toISOString` writes it; former versions kept an order number in one of these places. */
function instantIn(text = ""): Date | undefined {
  const instant = /^\d{4}-\d\d-\d\dT/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(instant) ? undefined : new Date(instant);
}
