import * as right from "../../../src/desk/ledger/ledger-parts.ts";
import { ledgerTable } from "../../../src/desk/ledger/ledger-table.ts";

/** Wrong on purpose: each entry comes in a commit of its own, and half a parcel passes for the whole. */
export const partsOf: typeof right.partsOf = (...given) =>
  right.partsOf(...given).flatMap((part) => {
    const entries = part.filter(({ table }) => table === ledgerTable);
    const others = part.filter(({ table }) => table !== ledgerTable);
    const alone = entries.flatMap((all) => [...all.cells].map((one) => [{ ...all, cells: new Map([one]) }]));
    return [...alone, others];
  });
