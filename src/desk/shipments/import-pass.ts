import { periodStart } from "../../shop/search-window.ts";
import type { Book } from "../../workbook/commit/book.ts";
import type { Judgement } from "./judgement.ts";

/**
 * Names the job, and the cursor that tells when the pass over shop and list began that no run brought to its end yet; empty at
 * rest. It says nothing of orders: what is on the list is no longer new, and 最終確認日時 of each row tells when it was looked at.
 */
export const IMPORT = "import-shipments";

/**
 * The last order, by its number, up to which a pass with too little time has asked for all that the shop has and the list has
 * not. What is none of the list's is found by every search: without this, each run would ask for the same ones, and never for
 * those behind.
 */
const THROUGH = `${IMPORT}/through`;

/** When the last pass began whose search came to its end. */
const SEARCHED = `${IMPORT}/searched`;

/** What rows were last judged by, and since when; from the beginning of time once all of them were. */
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
  /** They were, and what waits can be judged anew from what the sheets hold. */
  readonly onlyMasters: boolean;
  /** Up to which number the runs before this one of the pass have asked for what is not on the list; empty where there were none. */
  readonly through: string;
  /** What to remember once it is so far. */
  readonly cursors: (stage: Stage, through?: string) => Cursors;
}

type PassSource = { readonly book: Book; readonly periodDays: number; readonly now: Date };

export function passNow(source: PassSource, { masters, goods }: Judgement): Pass {
  const { book, now } = source;
  const [knownMasters, knownGoods, since] = (book.cursor(JUDGED) ?? "").split(" ");
  const isKnown = knownGoods === goods;
  const judgedSince = isKnown && knownMasters === masters ? instantIn(since) : undefined;
  const judged = (from: Date) => ({ [JUDGED]: [masters, goods, from.toISOString()].join(" ") });
  const onTheWay = judged(judgedSince ?? now);
  const underWay = { [IMPORT]: passStart(source).toISOString() };
  const searched = { [SEARCHED]: now.toISOString() };
  const stages: Readonly<Record<Stage, Cursors>> = {
    searching: { ...underWay, ...onTheWay },
    refreshing: { ...underWay, ...onTheWay, ...searched },
    done: { [IMPORT]: "", ...judged(new Date(0)), ...searched },
  };
  return {
    began: now,
    since: searchStart(source),
    last: instantIn(book.cursor(SEARCHED)),
    judgedSince,
    onlyMasters: isKnown && judgedSince === undefined,
    through: book.cursor(THROUGH) ?? "",
    cursors: (stage, through = "") => ({ ...stages[stage], [THROUGH]: through }),
  };
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
