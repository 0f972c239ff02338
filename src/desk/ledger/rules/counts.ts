import type { Serial } from "../../../core/jst.ts";
import { type Draft, kinds } from "./entry.ts";
import { ledgerTexts } from "./ledger-texts.ts";
import { inSeconds } from "./moments.ts";
import type { Account } from "./on-hand.ts";
import { readCount, type TypedCell } from "./quantity.ts";

/** A row of 在庫 as its count reads. */
export interface CountedRow extends TypedCell {
  readonly code: string;
  readonly recorded: number | null;
  readonly countedAt: Serial | null;
  /** The cell may be another row's. */
  readonly isDoubted: boolean;
}

/** What becomes of a typed count. `recorded`: what the cell says that the ledger knows of; null where it was emptied. */
export interface CountOutcome {
  readonly recorded: number | null;
  readonly draft?: Draft;
  readonly reason?: string;
}

/** A count is news where the cell says another number than was recorded of it. `at`: when people count, while a session is open. */
export function countOutcome(
  row: CountedRow,
  account: Account | undefined,
  at: Serial,
  isSession: boolean,
): CountOutcome {
  const { code, recorded, isDoubted } = row;
  const count = readCount(row);
  if (count === null) return { recorded: null };
  if (typeof count === "string") return { recorded, reason: ledgerTexts.count(count) };
  const isKnown = count === recorded && account?.lastCount !== undefined;
  if (isKnown || isAhead(count, row, account)) return { recorded: count };
  if (isDoubted) return { recorded, reason: ledgerTexts.doubtedCount };
  const reason = isSession ? ledgerTexts.counted : "";
  return { recorded: count, draft: { happenedAt: at, productCode: code, kind: kinds.count, quantity: count, reason } };
}

/** The ledger has this count already, and a run that was cut short did not come to say so on the row. */
const isAhead = (count: number, { countedAt }: CountedRow, account: Account | undefined): boolean =>
  account?.lastCount?.quantity === count && inSeconds(account.lastCount.happenedAt) > inSeconds(countedAt ?? 0);
