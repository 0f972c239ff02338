import type { Mutant } from "../mutant.ts";

const orders = "src/rms/order/orders.ts";

export const rmsBugs: readonly Mutant[] = [
  {
    name: "search-pages-rounded-down",
    file: orders,
    before: "Math.ceil(total / NUMBERS_PER_PAGE)",
    after: "Math.floor(total / NUMBERS_PER_PAGE)",
  },
  {
    name: "search-last-page-dropped",
    file: orders,
    before: "page <= pages; page++",
    after: "page < pages; page++",
  },
  {
    name: "search-pages-counted-from-0",
    file: orders,
    before: "rms.call(searchOrder, { window, progress, page, size: NUMBERS_PER_PAGE })",
    after: "rms.call(searchOrder, { window, progress, page: page - 1, size: NUMBERS_PER_PAGE })",
  },
  {
    name: "search-one-page-too-many",
    file: orders,
    before: "const counted = Math.max(totalPages, Math.ceil(total / NUMBERS_PER_PAGE));",
    after: "const counted = Math.max(totalPages, Math.floor(total / NUMBERS_PER_PAGE) + 1);",
  },
  {
    name: "full-page-without-count-taken-for-the-last",
    file: orders,
    before: "listed >= NUMBERS_PER_PAGE ? page + 1 : page",
    after: "listed > NUMBERS_PER_PAGE ? page + 1 : page",
  },
  {
    name: "unanswered-orders-forgotten",
    file: orders,
    before: "...refused, ...numbers.filter((number) => !seen.has(number)).map(unanswered)],",
    after: "...refused],",
  },
  {
    name: "last-cursor-followed-in-a-circle",
    file: "src/rms/item/items.ts",
    before: "next: next && next !== mark && results.length > 0 ? next : undefined,",
    after: "next: next && results.length > 0 ? next : undefined,",
  },
  {
    name: "stock-moves-repeated-after-a-lost-answer",
    file: "src/rms/inventory/move-stock.ts",
    before: "repeatable: false,",
    after: "repeatable: true,",
  },
  {
    name: "stock-set-and-not-moved",
    file: "src/rms/inventory/move-stock.ts",
    before: 'mode: "RELATIVE",',
    after: 'mode: "ABSOLUTE",',
  },
  {
    name: "capital-letters-of-an-item-told-apart",
    file: "src/rms/inventory/inventories.ts",
    before: "manageNumber.toLowerCase()}",
    after: "manageNumber}",
  },
  {
    name: "repeat-begun-behind-the-deadline",
    file: "src/rms/client/client.ts",
    before: "return now.getTime() + pause < deadline.getTime() ? pause : undefined;",
    after: "return now.getTime() < deadline.getTime() ? pause : undefined;",
  },
  {
    name: "keys-left-in-an-error",
    file: "src/rms/client/client.ts",
    before: "message: scrubbed(failure.message),",
    after: "message: failure.message,",
    tests: ["test/desk/connection/"],
  },
  {
    name: "retry-after-in-milliseconds",
    file: "src/rms/client/retry.ts",
    before: "Number(header) * 1000",
    after: "Number(header)",
  },
  {
    name: "query-not-escaped",
    file: "src/rms/client/endpoint.ts",
    before: "encodeURIComponent(String(value))",
    after: "String(value)",
  },
  {
    name: "deleted-destinations-shipped",
    file: "src/rms/order/order-of.ts",
    before: "model.PackageModelList.filter((one) => one.packageDeleteFlag !== DELETED).map(packageOf)",
    after: "model.PackageModelList.map(packageOf)",
  },
  {
    name: "temperature-one-class-off",
    file: "src/rms/order/order-of.ts",
    before: "temperatures[(model.DeliveryModel?.deliveryClass ?? 0) - 1]",
    after: "temperatures[model.DeliveryModel?.deliveryClass ?? 0]",
  },
];
