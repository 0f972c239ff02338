import type { Mutant } from "../mutant.ts";

export const masterBugs: readonly Mutant[] = [
  {
    name: "condition-on-a-product-that-left",
    file: "src/desk/masters/rules/condition-fields.ts",
    before: "lines.filter(isLeft).map((line) => line[name])",
    after: "lines.map((line) => line[name])",
  },
  {
    name: "none-of-them-read-as-not-one-of-them",
    file: "src/desk/masters/rules/condition-tests.ts",
    before: "values.some((one) => fits(plain(one), plain(value))) !== negated,",
    after: "values.some((one) => fits(plain(one), plain(value)) !== negated),",
  },
  {
    name: "at-most-read-as-less-than",
    file: "src/desk/masters/rules/condition-tests.ts",
    before: "以下: sizes((size, limit) => size <= limit)",
    after: "以下: sizes((size, limit) => size < limit)",
  },
  {
    name: "time-of-a-day-compared-with-the-day",
    file: "src/desk/masters/rules/condition-tests.ts",
    before: '(kind === "day" ? Math.floor(one) : one)',
    after: "one",
  },
  {
    name: "zero-days-on-the-way-refused",
    file: "src/desk/masters/delivery/lead-days.ts",
    before: "days >= 0 && days <= MOST",
    after: "days > 0 && days <= MOST",
  },
  {
    name: "no-band-taken-for-not-filled-in",
    file: "src/desk/masters/delivery/bands.ts",
    before: 'code === "" ? "unmapped" : isNoBand(code) ? "" : code',
    after: 'code === "" || isNoBand(code) ? "unmapped" : code',
  },
  {
    name: "filled-in-rows-ask-on",
    file: "src/desk/masters/unknown-values.ts",
    before: 'at("state") === OPEN && at(filled).trim() !== ""',
    after: 'at("state") !== OPEN && at(filled).trim() !== ""',
  },
  {
    name: "parts-of-a-set-counted-once",
    file: "src/desk/sets/rules/sets.ts",
    before: "units: part.units * units",
    after: "units: part.units",
    tests: ["test/desk/stock/rules/"],
  },
];
