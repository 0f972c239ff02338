/** Modules of the product that are wrong on purpose, each for one of the known bugs that a desk like this has. */
export const wrongModules = [
  { bug: "the cursor committed before the rows", file: "src/workbook/commit/book.ts", wrong: "cursor-first.ts" },
  {
    bug: "rows written where they were remembered",
    file: "src/workbook/commit/placement.ts",
    wrong: "remembered-positions.ts",
  },
  { bug: "the lock not taken", file: "src/platform/gas-platform.ts", wrong: "no-lock.ts" },
] as const;
