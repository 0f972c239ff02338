import type { Invariant } from "./invariant.ts";

/** Runs that only look leave no trace. */
export const looksWriteNothing: Invariant = {
  name: "who only looks writes nothing",
  broken: ({ executions, runOf }) =>
    executions.flatMap(({ id, calls }) => {
      const run = runOf(id);
      const written = calls.filter(({ name }) => name === "Sheets.Spreadsheets.batchUpdate").length;
      return run?.looks && written > 0 ? [`${run.name} (${id}) wrote ${written} times`] : [];
    }),
};
