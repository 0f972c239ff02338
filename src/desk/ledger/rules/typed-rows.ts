import type { Serial } from "../../../core/jst.ts";
import { takenBackBy, takenBackEntry } from "./bookings.ts";
import { type Draft, type Entry, kinds, type TypedKind, typedKinds } from "./entry.ts";
import { ledgerTexts } from "./ledger-texts.ts";
import { inSeconds, momentOf } from "./moments.ts";

/** A row of 入出庫入力 that can be booked. `quantity` has its sign. */
export interface TypedRow {
  readonly account: string;
  readonly kind: TypedKind;
  readonly quantity: number;
  readonly movedOn: Serial | null;
  readonly memo: string;
}

/** One line end and no blanks around it, however a sheet gives it back. */
export const memoText = (typed: string): string => typed.replace(/\r\n?/g, "\n").trim();

const isTyped = ({ kind, takesBack }: Entry): boolean =>
  (typedKinds as readonly string[]).includes(kind) && takesBack === null;

interface Named {
  readonly names: readonly string[];
}

/**
 * Rows may be alike, so they are matched as a heap: by all that they say first, then by ever less of it. Without a day, what
 * differs by more than its memo is taken for another movement: people write the next one over an old row.
 */
const namesOf = (account: string, kind: string, quantity: number, typedOn: Serial | null, memo: string): string[] => {
  const at = typedOn === null ? "" : String(inSeconds(typedOn));
  const parts = [account, at, kind, String(quantity), memo];
  return (typedOn === null ? [5, 4] : [5, 4, 3, 2]).map((many) => parts.slice(0, many).join("\u001f"));
};

/**
 * What the rows that stand there now have the ledger write: new ones are booked, those that are gone taken back. One that
 * was corrected keeps the time at which it was recorded first, as the goods did not move again.
 */
export function typedDrafts(
  rows: readonly TypedRow[],
  entries: readonly Entry[],
  accountOf: (code: string) => string,
  now: Serial,
): { readonly drafts: readonly Draft[]; readonly changed: number } {
  const untyped = takenBackBy(entries, kinds.untyped);
  let gone = entries
    .filter((entry) => isTyped(entry) && !untyped.has(entry.id))
    .map((entry) => {
      const { productCode, kind, quantity, typedOn, reason } = entry;
      return { entry, names: namesOf(accountOf(productCode), kind, quantity, typedOn, memoText(reason)) };
    });
  let fresh = rows.map((row) => ({
    row,
    names: namesOf(row.account, row.kind, row.quantity, row.movedOn, row.memo),
  }));
  const replaced: { row: TypedRow; entry: Entry }[] = [];
  for (const level of [0, 1, 2, 3]) {
    const met = matched(gone, fresh, level);
    if (level > 0) replaced.push(...met.pairs.map(([{ entry }, { row }]) => ({ row, entry })));
    gone = met.gone;
    fresh = met.fresh;
  }
  const takeBack = takenBackEntry(kinds.untyped, ledgerTexts.untyped);
  return {
    drafts: [
      ...[...gone, ...replaced].map(({ entry }) => takeBack(entry)),
      ...replaced.map(({ row, entry }) => draftOf(row, entry.happenedAt)),
      ...fresh.map(({ row }) => draftOf(row, momentOf(row.movedOn, now))),
    ],
    changed: gone.length + replaced.length + fresh.length,
  };
}

/** Pairs what has the same name on this level, in the order given. */
function matched<Gone extends Named, Fresh extends Named>(
  gone: readonly Gone[],
  fresh: readonly Fresh[],
  level: number,
) {
  const waiting = new Map<string, Gone[]>();
  for (const one of gone) {
    const name = one.names[level];
    if (name !== undefined) waiting.set(name, [...(waiting.get(name) ?? []), one]);
  }
  const pairs: [Gone, Fresh][] = [];
  const met = new Set<Named>();
  for (const one of fresh) {
    const other = waiting.get(one.names[level] ?? "")?.shift();
    if (other === undefined) continue;
    pairs.push([other, one]);
    met.add(other).add(one);
  }
  return { pairs, gone: gone.filter((one) => !met.has(one)), fresh: fresh.filter((one) => !met.has(one)) };
}

const draftOf = ({ account, kind, quantity, movedOn, memo }: TypedRow, happenedAt: Serial): Draft => ({
  happenedAt,
  productCode: account,
  kind,
  quantity,
  reason: memo,
  typedOn: movedOn,
});
