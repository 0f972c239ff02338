import { captions } from "../../core/menu-texts.ts";
import { openFaults } from "../../run/faults.ts";
import { logTable } from "../../run/log-table.ts";
import type { Report } from "../../run/report.ts";
import type { DeskContext, DeskJob } from "../desk.ts";
import { setTable } from "../sets/set-table.ts";
import { stockTable } from "../stock/stock-table.ts";
import { IMPORT, productImport } from "./product-import.ts";
import { productSteps } from "./product-steps.ts";
import { productTable } from "./product-table.ts";
import { type ProductCount, productCounts } from "./product-tally.ts";
import { traceIn } from "./rules/product-pass.ts";

/** Brings what the shop sells into 商品マスタ and 在庫: what changed since the last pass, and now and then the whole shop. */
export const importProducts: DeskJob<ProductCount> = {
  name: IMPORT,
  title: captions.importProducts,
  counts: productCounts,
  tables: () => [productTable, stockTable, setTable],
  judged: [productTable, setTable],
  work,
};

function work(context: DeskContext<ProductCount>): Report<ProductCount> {
  const { book, rms, settings, now, deadline, progress } = context;
  const run = productImport(context);
  const shop = {
    rms,
    settings,
    now,
    hasTime: () => now() < deadline,
    products: run.products,
    trace: traceIn(book.cursor(IMPORT)),
    again: openFaults(book.state(logTable), IMPORT),
  };
  for (const step of productSteps(shop)) {
    if (!run.take(step)) break;
    progress(`${step.pass.done} / ${step.found}件の商品を確認しました。`);
  }
  return run.report();
}
