import type { Mutant } from "../mutant.ts";

export const reportBugs: readonly Mutant[] = [
  {
    name: "order-at-400-settled-as-sent",
    file: "src/desk/reports/rules/settle.ts",
    before: "plan.complete && order.progress >= 500 && !isOver",
    after: "plan.complete && order.progress >= 400 && !isOver",
  },
  {
    name: "order-at-400-reported",
    file: "src/desk/reports/rules/row-plan.ts",
    before: "order.progress < 300 || order.progress === 400",
    after: "order.progress < 300",
  },
  {
    name: "cancelled-order-settled-as-sent",
    file: "src/desk/reports/rules/settle.ts",
    before: "order.progress >= 500 && !isOver)",
    after: "order.progress >= 500)",
  },
  {
    name: "held-rows-reported",
    file: "src/desk/reports/rules/judge.ts",
    before: 'row.state === "保留" || row.shippingStatus === "保留"',
    after: 'row.state === "保留"',
  },
  {
    name: "wandered-entries-reported",
    file: "src/desk/reports/rules/judge.ts",
    before: "return row.proven ? undefined : texts.wandered;",
    after: "return undefined;",
  },
  {
    name: "shared-number-of-a-cancelled-row-refused",
    file: "src/desk/reports/rules/judge.ts",
    before: '.filter(({ row }) => row.state !== "取消")\n',
    after: "",
  },
  {
    name: "foreign-record-overwritten",
    file: "src/desk/reports/rules/record-plan.ts",
    before: "if (foreign.length > 0) return texts.foreign(",
    after: "if (foreign.length > 1) return texts.foreign(",
  },
  {
    name: "numbers-compared-by-their-first",
    file: "src/desk/reports/rules/sent-records.ts",
    before: "one.numbers.every((number) => other.numbers.includes(number))",
    after: "one.numbers[0] === other.numbers[0]",
  },
  {
    name: "receipt-of-a-begun-call-taken-for-one",
    file: "src/desk/reports/receipts.ts",
    before: 'known[batch] === BEGUN ? "" : (known[batch] ?? "")',
    after: 'known[batch] ?? ""',
  },
  {
    name: "begun-call-taken-for-unsent",
    file: "src/desk/reports/receipts.ts",
    before: "isUnsent: (batch) => known[batch] === NOT_BEGUN,",
    after: "isUnsent: (batch) => known[batch] === NOT_BEGUN || known[batch] === BEGUN,",
  },
  {
    name: "only-the-first-hundred-settled",
    file: "src/desk/reports/course.ts",
    before: "for (const some of chunks(numbers, ORDERS_PER_CALL))",
    after: "for (const some of [numbers.slice(0, ORDERS_PER_CALL)])",
  },
];
