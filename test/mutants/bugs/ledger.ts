import type { Mutant } from "../mutant.ts";

export const ledgerBugs: readonly Mutant[] = [
  {
    name: "cancelled-after-shipping-comes-back-by-itself",
    file: "src/desk/ledger/rules/bookings.ts",
    before: "!cancelled || out.some(",
    after: "cancelled || out.some(",
  },
  {
    name: "count-of-the-same-second-counted-before",
    file: "src/desk/ledger/rules/on-hand.ts",
    before: "inSeconds(entry.happenedAt) <= inSeconds(lastCount.happenedAt)",
    after: "inSeconds(entry.happenedAt) < inSeconds(lastCount.happenedAt)",
  },
  {
    name: "first-count-of-a-time-stands",
    file: "src/desk/ledger/rules/on-hand.ts",
    before: "at === bt && a.id > b.id",
    after: "at === bt && a.id < b.id",
  },
  {
    name: "typed-day-at-its-beginning",
    file: "src/desk/ledger/rules/moments.ts",
    before: "day + (MINUTES - 1) / MINUTES : now",
    after: "day : now",
  },
  {
    name: "return-booked-at-every-look",
    file: "src/desk/ledger/rules/returns.ts",
    before: "given === answers[0] && !returned.has(id)",
    after: "given === answers[0]",
  },
  {
    name: "count-recorded-again-at-every-run",
    file: "src/desk/ledger/rules/counts.ts",
    before: "if (isKnown || isAhead(count, row, account))",
    after: "if (isAhead(count, row, account))",
  },
];
