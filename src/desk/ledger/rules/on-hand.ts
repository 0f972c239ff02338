import { type Entry, kinds } from "./entry.ts";
import { inSeconds } from "./moments.ts";

/** What the ledger says of one product. */
export interface Account {
  readonly lastCount: Entry | undefined;
  /** Undefined until somebody counted. */
  readonly onHand: number | undefined;
}

export const isCount = ({ kind }: Pick<Entry, "kind">): boolean => kind === kinds.count;

/** Of one time, the count that was recorded later is the one that stands. */
const isLaterCount = (a: Entry, b: Entry): boolean => {
  const [at, bt] = [inSeconds(a.happenedAt), inSeconds(b.happenedAt)];
  return at > bt || (at === bt && a.id > b.id);
};

/** Whether an entry is in the last count already. What moves as somebody counts is. */
export const isBefore = (entry: Entry, { lastCount }: Account): boolean => {
  if (lastCount === undefined || entry.id === lastCount.id) return false;
  return isCount(entry) || inSeconds(entry.happenedAt) <= inSeconds(lastCount.happenedAt);
};

/** The last count of each product, and what came and went since. */
export function accountsOf(
  entries: readonly Entry[],
  accountOf: (code: string) => string,
): ReadonlyMap<string, Account> {
  const counts = new Map<string, Entry>();
  for (const entry of entries.filter(isCount)) {
    const account = accountOf(entry.productCode);
    const known = counts.get(account);
    if (known === undefined || isLaterCount(entry, known)) counts.set(account, entry);
  }
  const accounts = new Map<string, { lastCount: Entry | undefined; onHand: number | undefined }>();
  for (const entry of entries) {
    const name = accountOf(entry.productCode);
    const lastCount = counts.get(name);
    const account = accounts.get(name) ?? { lastCount, onHand: lastCount?.quantity };
    accounts.set(name, account);
    if (account.onHand !== undefined && !isCount(entry) && !isBefore(entry, account)) account.onHand += entry.quantity;
  }
  return accounts;
}
