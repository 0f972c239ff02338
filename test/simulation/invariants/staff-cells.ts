import { isTypedSheet, SHEETS } from "../declared.ts";
import type { World } from "../world.ts";
import type { Invariant } from "./invariant.ts";
import { without } from "./without.ts";

/** What people wrote is where they wrote it, and nothing of the product's stands in their columns or rows. */
export const staffCells: Invariant = {
  name: "what people wrote is untouched",
  broken: ({ ledger, office, executions }) =>
    SHEETS.filter((sheet) => !isTypedSheet(sheet)).flatMap((sheet) => {
      const named = perhapsLost(executions, sheet);
      const isSafe = (row: string) => !named.has(keyIn(row));
      const expected = ledger.expected(sheet).filter(isSafe);
      const found = ledger.found(office.view(sheet)).filter(isSafe);
      return [
        ...without(expected, found).map((row) => `${sheet}: people wrote ${row}, and it is not there`),
        ...without(found, expected).map((row) => `${sheet}: people did not write ${row}`),
      ];
    }),
};

/** The key of a row as a text of the ledger has it, in the words of a message. */
const keyIn = (row: string): string => (row.split(" | ")[0] as string).replaceAll("/", " ");

/** Rows that a run named because columns moved under its write, and again under its repair: what was just typed there, people have to look for. */
function perhapsLost(executions: World["executions"], sheet: string): ReadonlySet<string> {
  const messages = executions.map(({ value }) => String((value as { message?: string } | undefined)?.message));
  const mark = `「${sheet}」`;
  return new Set(
    messages
      .filter((message) => message.startsWith("列の追加、削除、移動が書き込みと重なりました。"))
      .flatMap((message) => message.split("\n"))
      .flatMap((line) => (line.startsWith(mark) ? [line.slice(mark.length).replaceAll("/", " ")] : [])),
  );
}
