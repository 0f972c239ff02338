import { captions } from "../../core/menu-texts.ts";
import type { RowFault } from "../../core/problem.ts";
import { openFaults, resolvedFaults } from "../../run/faults.ts";
import { logTable } from "../../run/log-table.ts";
import type { Report } from "../../run/report.ts";
import type { DeskContext, DeskJob } from "../desk.ts";
import { setTable } from "../sets/set-table.ts";
import { readSets, setCodes } from "../sets/sets.ts";
import { stockTable } from "../stock/stock-table.ts";
import { entryFaults } from "./entry-faults.ts";
import { genreNames } from "./genre-names.ts";
import { knownProducts } from "./known-products.ts";
import { productSteps } from "./product-steps.ts";
import { productTable } from "./product-table.ts";
import { openTally, type ProductCount, productCounts } from "./product-tally.ts";
import { productParts } from "./product-writer.ts";
import { movedOn, type Progress, traceAfter, traceIn, traceOn } from "./rules/product-pass.ts";

/** Names the job, and the cursor that tells how far it came. */
const IMPORT = "import-products";

/** Brings what the shop sells into 商品マスタ and 在庫: what changed since the last pass, and now and then the whole shop. */
export const importProducts: DeskJob<ProductCount> = {
  name: IMPORT,
  title: captions.importProducts,
  counts: productCounts,
  tables: () => [productTable, stockTable, setTable],
  work,
};

function work(context: DeskContext<ProductCount>): Report<ProductCount> {
  const { book, rms, settings, now, deadline } = context;
  const hasTime = () => now() < deadline;
  const log = book.state(logTable);
  const entries = entryFaults(book, [productTable, stockTable]);
  let known = knownProducts(book);
  const genres = genreNames(rms, new Map(known.products.map((one) => [one.genreId, one.genreName])), hasTime);
  const rules = { codeField: settings.productCode, isSet: setCodes(book), genres };
  let trace = traceIn(book.cursor(IMPORT));
  let stored: Progress = settings;
  const standing = [...book.state(productTable).faults, ...book.state(stockTable).faults, ...entries.faults];
  const faults: RowFault[] = [];
  const tally = openTally(entries.restored);
  let report = tally.report(standing, true);
  let marks = { cellFaults: readSets(book).cellFaults };
  const again = openFaults(log, IMPORT).filter(isManageNumber);
  for (const step of productSteps({ rms, products: known.products, trace, settings, now, hasTime, again })) {
    faults.push(...step.answers.faults);
    const isNamed = genres.learn(step.answers.items.map(({ genreId }) => genreId));
    for (const part of productParts(book, known, step.answers, rules)) {
      known = part.known;
      tally.add(part);
      const isDone = part.last && isNamed;
      const finished = isDone && step.finished;
      const outOfTime = !finished && !hasTime();
      const next = !isDone
        ? undefined
        : finished
          ? traceAfter(trace, step.pass, stored, step.seen)
          : traceOn(trace, step.pass, stored);
      const all = [...standing, ...faults, ...genres.faults()];
      const isProcessed = (subject: string) => part.numbers.includes(subject) || (finished && !isManageNumber(subject));
      const records = resolvedFaults(log, IMPORT, isProcessed, all);
      const cursors = next === undefined ? {} : { [IMPORT]: JSON.stringify(next) };
      report = tally.report(all, finished);
      context.commit(part.plan, { records, cursors, mend: true, ...marks }, report, !finished && !outOfTime);
      marks = { cellFaults: [] };
      if (next !== undefined) {
        context.changeSettings((current) => movedOn(current, next));
        trace = next;
        stored = next.progress;
      }
      if (finished || outOfTime) return report;
    }
    context.progress(`${step.pass.done} / ${step.found}件の商品を確認しました。`);
  }
  return report;
}

const isManageNumber = (subject: string): boolean => /^[a-z0-9_-]{1,32}$/.test(subject);
