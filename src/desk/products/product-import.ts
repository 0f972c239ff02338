import type { RowFault } from "../../core/problem.ts";
import { resolvedFaults } from "../../run/faults.ts";
import { logTable } from "../../run/log-table.ts";
import type { Report } from "../../run/report.ts";
import type { DeskContext } from "../desk.ts";
import { readSets, setCodes } from "../sets/sets.ts";
import { limitFaults } from "../shop-stock/shop-products.ts";
import { stockTable } from "../stock/stock-table.ts";
import { isManageNumber, numbersIn, skusIn, sourceOf } from "./answers.ts";
import { entryFaults } from "./entry-faults.ts";
import { genreNames } from "./genre-names.ts";
import { knownProducts } from "./known-products.ts";
import { mergedParts } from "./merged-parts.ts";
import { productCells } from "./product-cells.ts";
import type { ProductStep } from "./product-steps.ts";
import { productTable } from "./product-table.ts";
import { openTally, type ProductCount } from "./product-tally.ts";
import { knownAfter } from "./rules/known-after.ts";
import { mergeProducts } from "./rules/merge.ts";
import type { KnownProduct } from "./rules/product.ts";
import { movedOn, type Progress, type Trace, traceAfter, traceIn, traceOn } from "./rules/product-pass.ts";
import { shelf } from "./rules/shelf.ts";

/** Names the job, and the cursor that tells how far it came. */
export const IMPORT = "import-products";

/** What was fetched in time is written even when that takes a little longer: it would be fetched again otherwise. */
const GENRE_GRACE = 30_000;
const COMMIT_GRACE = 45_000;

/** One run, and the sheets as it leaves them step by step. */
export interface ProductImport {
  /** As they were when the run began. */
  readonly products: readonly KnownProduct[];
  /** Commits a step. False where the run is at its end, or out of time. */
  readonly take: (step: ProductStep) => boolean;
  readonly report: () => Report<ProductCount>;
}

export function productImport(context: DeskContext<ProductCount>): ProductImport {
  const { book, rms, settings, now, deadline } = context;
  const isBefore = (grace: number) => now().getTime() < deadline.getTime() + grace;
  const entries = entryFaults(book, [productTable, stockTable]);
  const standing = [...[productTable, stockTable].flatMap((table) => book.state(table).faults), ...entries.faults];
  const start = knownProducts(book);
  const genres = genreNames(rms, new Map(start.products.map((one) => [one.genreId, one.genreName])), () =>
    isBefore(GENRE_GRACE),
  );
  const sets = readSets(book);
  const rules = { codeField: settings.productCode, isSet: setCodes(book, sets), genreName: genres.nameOf };
  const tally = openTally(entries.restored);
  const unread: RowFault[] = [];
  const saved = savedProgress(context);
  let known = start;
  let marks = { cellFaults: [...sets.cellFaults, ...limitFaults(book)] };
  let report = tally.report(standing, true);

  /** A genre whose turn has not come is asked for another time: the pass goes no further then. */
  function take({ answers, ...step }: ProductStep): boolean {
    unread.push(...answers.faults);
    tally.look(skusIn(answers));
    const isNamed = genres.learn(answers.items.map(({ genreId }) => genreId));
    const merged = mergeProducts(shelf(known, rules.codeField), sourceOf(answers), rules);
    const parts = mergedParts(book, merged);
    for (const [at, part] of parts.entries()) {
      const isLast = at === parts.length - 1;
      const isDone = isLast && isNamed;
      const finished = isDone && step.finished;
      const isOver = finished || !isBefore(isLast ? 0 : COMMIT_GRACE);
      const plan = book.plan(productCells(book, part));
      known = knownAfter(known, part);
      tally.add(part, plan, known);
      const faults = [...standing, ...unread, ...genres.faults()];
      report = tally.report(faults, finished);
      const isProcessed = processedIn(isDone ? numbersIn(answers) : [], finished);
      const records = resolvedFaults(book.state(logTable), IMPORT, isProcessed, faults);
      const trace = isDone ? saved.traceOf(step) : undefined;
      const cursors = trace && { [IMPORT]: JSON.stringify(trace) };
      context.commit(plan, { records, mend: true, ...marks, ...(cursors && { cursors }) }, report, !isOver);
      if (trace !== undefined) saved.moveOn(trace);
      marks = { cellFaults: [] };
      if (isOver) return false;
    }
    return true;
  }
  return { products: start.products, take, report: () => report };
}

/** Products were processed with their pages; everything else is looked at as a whole, which is done at the end. */
function processedIn(numbers: readonly string[], finished: boolean): (subject: string) => boolean {
  const processed = new Set(numbers);
  return (subject) => processed.has(subject) || (finished && !isManageNumber(subject));
}

/** What the cursor and the settings say of how far the import came. */
function savedProgress({ book, settings, changeSettings }: DeskContext<ProductCount>) {
  let trace = traceIn(book.cursor(IMPORT));
  let stored: Progress = { productsSince: settings.productsSince, productsFrom: settings.productsFrom };
  return {
    traceOf: ({ pass, finished, seen }: Pick<ProductStep, "pass" | "finished" | "seen">): Trace =>
      finished ? traceAfter(trace, pass, stored, seen) : traceOn(trace, pass, stored),
    moveOn(next: Trace): void {
      changeSettings((current) => movedOn(current, next));
      trace = next;
      stored = next.progress;
    },
  };
}
