import type { Serial } from "../../../core/jst.ts";
import { takenBackBy, takenBackEntry } from "./bookings.ts";
import { type Draft, type Entry, kinds } from "./entry.ts";
import { ledgerTexts } from "./ledger-texts.ts";

export const answers = ["戻った", "戻っていない"] as const;

/** What a row of 入出庫 asks, and what a person answered there. */
export interface Asking {
  readonly question: string;
  readonly answer: string;
}

export interface Returns {
  readonly drafts: readonly Draft[];
  /** What rows of 入出庫 shall ask; all others nothing. */
  readonly asks: ReadonlyMap<number, string>;
  /** Rows with an answer that is none. */
  readonly unclear: readonly number[];
}

/**
 * Of goods that left before their order was cancelled, whether they came back: nobody knows but people. Their answer counts
 * where they were asked, and as long as it stands. `out` are the shipments that stand after this pass.
 */
export function returnsOf(
  entries: readonly Entry[],
  out: readonly Entry[],
  isCancelled: (entry: Entry) => boolean,
  askingOf: (id: number) => Asking,
  now: Serial,
): Returns {
  const undone = takenBackBy(entries, kinds.unreturn);
  const returned = new Map(
    entries
      .filter(({ kind, takesBack, id }) => kind === kinds.return && takesBack !== null && !undone.has(id))
      .map((entry) => [entry.takesBack as number, entry]),
  );
  const asks = new Map<number, string>();
  const unclear: number[] = [];
  const drafts: Draft[] = [];
  const kept = new Set<number>();
  for (const entry of out) {
    const { id } = entry;
    if (!isCancelled(entry)) continue;
    asks.set(id, ledgerTexts.askReturn);
    const { question, answer } = askingOf(id);
    const given = question === "" ? "" : answer;
    const isUnclear = given !== "" && !(answers as readonly string[]).includes(given);
    if (isUnclear) unclear.push(id);
    if (given === answers[0] || isUnclear) kept.add(id);
    if (given === answers[0] && !returned.has(id)) drafts.push(returnOf(entry, now));
  }
  for (const [id, entry] of returned)
    if (!kept.has(id)) drafts.push(takenBackEntry(kinds.unreturn, ledgerTexts.notReturned)(entry));
  return { drafts, asks, unclear };
}

const returnOf = ({ id, productCode, quantity, orderNumber, basketId }: Entry, now: Serial): Draft => ({
  happenedAt: now,
  productCode,
  kind: kinds.return,
  quantity: 0 - quantity,
  reason: ledgerTexts.returned,
  orderNumber,
  basketId,
  takesBack: id,
});
