import * as z from "zod/mini";
import type { Properties } from "../../platform/ports.ts";
import { stored } from "../../run/stored.ts";
import { REPORT } from "./open-requests.ts";

/**
 * How far the batches came whose intent is committed: kept beside the sheets, where a note costs next to nothing, so that
 * there can be one before and one after each call. A run that dies leaves at most one batch of which nobody knows.
 */
const receipts = stored(`${REPORT}/receipts`, z.record(z.string(), z.string()), {});

const NOT_BEGUN = "";
const BEGUN = "?";

export interface Receipts {
  /** Batches that are about to be sent; of others that RMS may be at work on, what is known stays. */
  intend(batches: readonly string[], open: readonly string[]): void;
  begin(batch: string): void;
  /** RMS's receipt. */
  keep(batch: string, requestId: string): void;
  /** Empty where none is known. */
  of(batch: string): string;
  /** Certain that no call was made for it. What was lost with the notes is not. */
  isUnsent(batch: string): boolean;
}

export function keptReceipts(store: Properties): Receipts {
  let known: Readonly<Record<string, string>> = receipts.read(store);
  const note = (more: Readonly<Record<string, string>>): void => {
    known = { ...known, ...more };
    receipts.write(store, known);
  };
  const all = (batches: readonly string[]) => Object.fromEntries(batches.map((batch) => [batch, NOT_BEGUN]));
  return {
    intend(batches, open) {
      known = Object.fromEntries(Object.entries(known).filter(([batch]) => open.includes(batch)));
      note(all(batches));
    },
    begin: (batch) => note({ [batch]: BEGUN }),
    keep: (batch, requestId) => note({ [batch]: requestId }),
    of: (batch) => (known[batch] === BEGUN ? "" : (known[batch] ?? "")),
    isUnsent: (batch) => known[batch] === NOT_BEGUN,
  };
}
