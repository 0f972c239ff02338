interface WrongModule {
  readonly bug: string;
  readonly file: string;
  readonly wrong: string;
  /** The first seed to try: from here on it soon shows. */
  readonly from?: number;
}

/** Modules of the product that are wrong on purpose, each for one of the known bugs that a desk like this has. */
export const wrongModules: readonly WrongModule[] = [
  { bug: "the cursor committed before the rows", file: "src/workbook/commit/book.ts", wrong: "cursor-first.ts" },
  {
    bug: "rows written where they were remembered",
    file: "src/workbook/commit/placement.ts",
    wrong: "remembered-positions.ts",
  },
  { bug: "the lock not taken", file: "src/platform/gas-platform.ts", wrong: "no-lock.ts" },
  {
    bug: "product codes changed and merged unasked",
    file: "src/desk/products/rules/standing.ts",
    wrong: "unasked.ts",
  },
  {
    bug: "stock left behind when a product gets its new code",
    file: "src/desk/products/product-cells.ts",
    wrong: "stock-left-behind.ts",
    from: 9,
  },
];
