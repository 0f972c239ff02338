import type { Mutant } from "../mutant.ts";

const merge = "src/desk/shipments/rules/shipment-merge.ts";

export const shipmentBugs: readonly Mutant[] = [
  {
    name: "phone-kept-old",
    file: merge,
    before: "acknowledged({ ...fresh, changes }, before.shipment, settleable)",
    after: "acknowledged({ ...fresh, phone: before.shipment.phone, changes }, before.shipment, settleable)",
  },
  {
    name: "kana-and-postcode-kept-old",
    file: merge,
    before: "acknowledged({ ...fresh, changes }, before.shipment, settleable)",
    after:
      "acknowledged({ ...fresh, kana: before.shipment.kana, postcode: before.shipment.postcode, changes }, before.shipment, settleable)",
  },
  {
    name: "another-phone-not-told",
    file: "src/desk/shipments/rules/shipment-changes.ts",
    before: '"city", "street", "phone"]',
    after: '"city", "street"]',
  },
  {
    name: "lines-of-another-destination-compared",
    file: merge,
    before: "known.lines.filter(({ line }) => line.basketId === basketId)",
    after: "known.lines",
  },
  {
    name: "units-of-the-first-line-alone",
    file: "src/desk/shipments/rules/draft.ts",
    before: "destination.lines.reduce((sum, line) => sum + line.units, 0)",
    after: "destination.lines[0]?.units ?? 0",
  },
  {
    name: "shop-note-in-the-column-of-wishes",
    file: "src/desk/shipments/rules/draft.ts",
    before: "wishNote: wish,\n    shopNote: toShop,",
    after: "wishNote: toShop,\n    shopNote: wish,",
  },
  {
    name: "questions-outlive-a-cancellation",
    file: "src/desk/shipments/rules/row-state.ts",
    before: 'state: "取消", questions: "", warnings: ""',
    after: 'state: "取消", warnings: ""',
  },
  {
    name: "tick-of-an-older-change-counts",
    file: "src/desk/shipments/rules/acknowledgement.ts",
    before: "const known = new Set(hasNews ? [] : filledLines(before.acknowledged));\n  if (counts && !hasNews)",
    after: "const known = new Set(hasNews ? [] : filledLines(before.acknowledged));\n  if (counts)",
  },
  {
    name: "cancelled-parcel-let-go-untold",
    file: "src/desk/shipments/rules/report-permission.ts",
    before: "(!cancelConfirmed || hasOldTick(questions))",
    after: "!cancelConfirmed",
  },
  {
    name: "youngest-look-first",
    file: "src/desk/shipments/rules/due-orders.ts",
    before: "younger - older",
    after: "older - younger",
  },
  {
    name: "second-call-of-a-step-cut-at-the-first",
    file: "src/desk/shipments/shipment-steps.ts",
    before: "step.numbers.length + ORDERS_PER_CALL)",
    after: "ORDERS_PER_CALL)",
  },
  {
    name: "order-back-in-its-status-left-alone",
    file: "src/desk/shipments/rules/due-orders.ts",
    before: "return !isSought;",
    after: "return false;",
  },
];
