interface WrongModule {
  readonly bug: string;
  readonly file: string;
  readonly wrong: string;
  /** The first seed to try: from here on it soon shows. */
  readonly from?: number;
  /** It shows on most days: npm test tries these few, npm run mutants all of them. */
  readonly common?: true;
}

/** Modules of the product that are wrong on purpose, each for one of the known bugs that a desk like this has: the days alone have to find them. */
export const wrongModules: readonly WrongModule[] = [
  {
    bug: "the cursor committed before the rows",
    file: "src/workbook/commit/book.ts",
    wrong: "cursor-first.ts",
    from: 19,
  },
  {
    bug: "rows written where they were remembered",
    file: "src/workbook/commit/placement.ts",
    wrong: "remembered-positions.ts",
    from: 3,
  },
  { bug: "the lock not taken", file: "src/platform/gas-platform.ts", wrong: "no-lock.ts", common: true },
  {
    bug: "product codes changed and merged unasked",
    file: "src/desk/products/rules/standing.ts",
    wrong: "unasked.ts",
    from: 14,
  },
  {
    bug: "a sale taken back by the update of the shop's stock",
    file: "src/desk/shop-stock/rules/target.ts",
    wrong: "sale-given-back.ts",
    from: 7,
  },
  {
    bug: "a report, or a move of the shop's stock, sent again without a look",
    file: "src/rms/client/client.ts",
    wrong: "sent-again.ts",
    from: 8,
  },
  {
    bug: "an order counted for the shop and for the list",
    file: "src/desk/stock/rules/asking-order.ts",
    wrong: "counted-twice.ts",
    common: true,
  },
  {
    bug: "a parcel taken back into the books again and again",
    file: "src/desk/ledger/rules/bookings.ts",
    wrong: "taken-back-again.ts",
    from: 11,
  },
  {
    bug: "typed rows that are alike booked once for all",
    file: "src/desk/ledger/rules/typed-rows.ts",
    wrong: "alike-rows.ts",
    from: 10,
  },
  {
    bug: "a record added beside the one that was to be changed",
    file: "src/desk/reports/rules/record-plan.ts",
    wrong: "added-beside.ts",
    from: 13,
  },
  {
    bug: "rows reported that are cancelled, held or ask something",
    file: "src/desk/reports/rules/judge.ts",
    wrong: "held-rows.ts",
    common: true,
  },
  {
    bug: "no row looked at again for its age",
    file: "src/desk/shipments/rules/due-orders.ts",
    wrong: "never-due.ts",
    from: 8,
  },
  {
    bug: "送信済 without a look at the order",
    file: "src/desk/reports/rules/settle.ts",
    wrong: "unseen.ts",
    from: 7,
  },
];
