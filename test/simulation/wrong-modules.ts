/**
 * Modules of the product that are wrong on purpose, each for one of the known bugs that a desk like this has.
 * `from`: few days show a bug, and this is where the search for one begins, so that it need not be long.
 */
export const wrongModules = [
  { bug: "the cursor committed before the rows", file: "src/workbook/book.ts", wrong: "cursor-first.ts", from: 41 },
  {
    bug: "rows written where they were remembered",
    file: "src/workbook/placement.ts",
    wrong: "remembered-positions.ts",
    from: 20,
  },
  { bug: "the lock not taken", file: "src/platform/gas-platform.ts", wrong: "no-lock.ts", from: 1 },
] as const;
