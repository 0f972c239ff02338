import type { Mutant } from "../mutant.ts";

export const shopBugs: readonly Mutant[] = [
  {
    name: "400-counted-as-closed",
    file: "src/shop/progress.ts",
    before: "progress === 500 || progress === 600 || progress === 700",
    after: "progress >= 400 && progress <= 700",
  },
  {
    name: "target-status-itself-not-due",
    file: "src/shop/payment-target.ts",
    before: 'if (progress === target) return "due";',
    after: "",
  },
  {
    name: "search-windows-overlap",
    file: "src/shop/search-window.ts",
    before: "from = to + SECOND;",
    after: "from = to;",
    tests: ["test/rms/order/"],
  },
  {
    name: "midnight-in-utc",
    file: "src/core/jst.ts",
    before: "Math.floor((instant.getTime() + OFFSET) / DAY) - days) * DAY - OFFSET",
    after: "Math.floor(instant.getTime() / DAY) - days) * DAY",
    tests: ["test/rms/order/"],
  },
  {
    name: "zone-of-a-time-ignored",
    file: "src/core/jst.ts",
    before: "wall + OFFSET - zoneOffset(text, match)",
    after: "wall",
    tests: ["test/rms/order/"],
  },
  {
    name: "half-of-a-character-kept",
    file: "src/core/plain-text.ts",
    before: 'return kept.replace(/[\\uD800-\\uDBFF]$/, "") + mark;',
    after: "return kept + mark;",
  },
  {
    name: "last-day-of-the-holidays-open",
    file: "src/shop/closed-day.ts",
    before: "first <= day && day <= last",
    after: "first <= day && day < last",
  },
  {
    name: "yamato-band-of-the-neighbour",
    file: "src/shop/time-band.ts",
    before: '[1416, "1416"],\n  [1618, "1618"],',
    after: '[1416, "1416"],\n  [1618, "1416"],',
  },
  {
    name: "cold-parcels-warm-where-nobody-said",
    file: "src/shop/delivery.ts",
    before: '.normalize("NFKC")) ? "" : "常温")',
    after: '.normalize("NFKC")) ? "常温" : "常温")',
  },
  {
    name: "island-of-the-address-unseen",
    file: "src/shop/lead-time.ts",
    before: "island || isInsular(addressOf(addressee))",
    after: "island",
  },
  {
    name: "cash-on-delivery-collected-twice",
    file: "src/shop/order-questions.ts",
    before: "payment.code === COD && packages.length > 1 &&",
    after: "payment.code === COD && packages.length > 2 &&",
  },
];
