import { earliestOrder } from "../../shop/order-number.ts";
import { periodStart } from "../../shop/search-window.ts";
import type { Book } from "../../workbook/commit/book.ts";

/** Names the job, and the cursor that tells the last order done of a pass over shop and list that no run brought to its end yet. */
export const IMPORT = "import-shipments";

/** When the pass under way began. Orders up to its cursor were not searched since. */
const BEGAN = `${IMPORT}/began`;

/** Where a pass ends that began anew to refresh what it had left behind; empty while it is on its first way. */
const UNTIL = `${IMPORT}/until`;

/** A cursor before every order number. */
const START = "0";

/** When the last pass that came to its end began. */
const SEARCHED = `${IMPORT}/searched`;

type Cursors = Readonly<Record<string, string>>;

/** Where the pass under way is. Cut off runs leave it to the next one, and one that came to its end to nobody. */
export interface Pass {
  readonly began: Date;
  /** The last order done; empty before the first one. */
  readonly after: string;
  readonly until: string;
  /** From when on orders are searched. */
  readonly since: Date;
}

type PassSource = { readonly book: Book; readonly periodDays: number; readonly now: Date };

export function passUnderWay(source: PassSource): Pass {
  const { book } = source;
  const after = cursorOf(book);
  return {
    began: passStart(source),
    after,
    until: after === "" ? "" : (book.cursor(UNTIL) ?? ""),
    since: new Date(Math.max(searchStart(source).getTime(), earliestOrder(after)?.getTime() ?? 0)),
  };
}

/** The numbers that a pass still has to go through, in their order. */
export interface PassPlan {
  readonly found: readonly string[];
  readonly pending: readonly string[];
  /** What to remember once so many of them are done. */
  readonly cursors: (done: number) => Cursors;
}

/**
 * Where a run was cut off, the next one goes on behind its last order, and then refreshes what the list has before that:
 * the pause may have been long. That is done once, or a list that is too long for one run would never come to an end.
 * `searched` is what the shop has, `listed` what is on the list unshipped, `again` what earlier runs could not take.
 */
export function passPlan(
  { began, after, until }: Pass,
  searched: readonly string[],
  listed: readonly string[],
  again: readonly string[],
): PassPlan {
  const found = due(searched, after);
  const open = [...listed].sort();
  const fresh = new Set(until === "" ? [] : open.filter((number) => number > until));
  const owed = due([...found, ...open, ...again], after).filter((number) => !fresh.has(number));
  const pending = until === "" ? [...owed, ...open.filter((number) => number <= after)] : owed;
  const cursors = (done: number): Cursors =>
    done >= pending.length
      ? { [IMPORT]: "", [SEARCHED]: began.toISOString() }
      : {
          [IMPORT]: done === owed.length ? START : (pending[done - 1] as string),
          [BEGAN]: began.toISOString(),
          [UNTIL]: done < owed.length ? until : after,
        };
  return { found, pending, cursors };
}

/**
 * 出荷指示取得期間 counts back from the last pass that came to its end, so that what an outage missed is caught up on;
 * where none did, from the one under way.
 */
export const searchStart = (source: PassSource): Date =>
  periodStart(source.periodDays, instantIn(source.book, SEARCHED) ?? passStart(source), source.now);

const passStart = ({ book, now }: PassSource): Date =>
  (cursorOf(book) === "" ? undefined : instantIn(book, BEGAN)) ?? now;

const cursorOf = (book: Book): string => book.cursor(IMPORT) ?? "";

function instantIn(book: Book, cursor: string): Date | undefined {
  const instant = Date.parse(book.cursor(cursor) ?? "");
  return Number.isNaN(instant) ? undefined : new Date(instant);
}

/** Sorted, so that the cursor can be the last number done: what is searched anew on the way cannot be missed or met twice. */
const due = (numbers: readonly string[], after: string): string[] =>
  [...new Set(numbers)].sort().filter((number) => number > after);
