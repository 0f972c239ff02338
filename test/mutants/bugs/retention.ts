import type { Mutant } from "../mutant.ts";

export const retentionBugs: readonly Mutant[] = [
  {
    name: "erased-a-day-early",
    file: "src/desk/retention/rules/verdict.ts",
    before: "today - Math.floor(day) > retentionDays",
    after: "today - Math.floor(day) >= retentionDays",
  },
  {
    name: "erased-while-its-report-is-open",
    file: "src/desk/retention/rules/verdict.ts",
    before: 'if (hasOpenReport(row)) return "report";',
    after: "",
  },
  {
    name: "copies-keep-names",
    file: "src/desk/retention/erasure.ts",
    before: "isLeft(row) || (copies.get(key) ?? []).some(isLeft)",
    after: "isLeft(row)",
  },
  {
    name: "copies-not-blanked",
    file: "src/desk/retention/erased-part.ts",
    before: "[...personalColumns(table), ...sealsOf(table)",
    after: "[...sealsOf(table)",
  },
  {
    name: "archived-a-day-early",
    file: "src/desk/archive/rules/due.ts",
    before: "if (Math.floor(now) - day <= days) return undefined;",
    after: "if (Math.floor(now) - day < days) return undefined;",
  },
  {
    name: "order-archived-with-its-first-parcel",
    file: "src/desk/archive/rules/due.ts",
    before: "!rows.every(isOver)",
    after: "!rows.some(isOver)",
  },
  {
    name: "archive-of-the-month-before",
    file: "src/desk/archive/rules/due.ts",
    before: "Date.UTC(year, month, 1)",
    after: "Date.UTC(year, month - 1, 1)",
  },
  {
    name: "copy-taken-on-trust",
    file: "src/desk/archive/archive-step.ts",
    before: "copied.count !== wanted.count || copied.checksum !== wanted.checksum",
    after: "copied.count !== wanted.count && copied.checksum !== wanted.checksum",
  },
  {
    name: "killed-copy-left-doubled",
    file: "src/desk/archive/archive-step.ts",
    before: "copying.write(notes, { to, part, id: batch.id });",
    after: "",
  },
];
