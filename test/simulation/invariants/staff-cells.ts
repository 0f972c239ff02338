import { isTypedSheet, SHEETS } from "../declared.ts";
import type { Invariant } from "./invariant.ts";
import { without } from "./without.ts";

/** What people wrote is where they wrote it, and nothing of the product's stands in their columns or rows. */
export const staffCells: Invariant = {
  name: "what people wrote is untouched",
  broken: ({ ledger, office }) =>
    SHEETS.filter((sheet) => !isTypedSheet(sheet)).flatMap((sheet) => {
      const expected = ledger.expected(sheet);
      const found = ledger.found(office.view(sheet));
      return [
        ...without(expected, found).map((row) => `${sheet}: people wrote ${row}, and it is not there`),
        ...without(found, expected).map((row) => `${sheet}: people did not write ${row}`),
      ];
    }),
};
