import type { Rms } from "../../rms/client/client.ts";
import {
  type Answers,
  answersOf,
  askedOneByOne,
  isManageNumber,
  noAnswers,
  numbersIn,
  skusIn,
  together,
} from "./answers.ts";
import { dueItems, soldItems } from "./rules/due-items.ts";
import type { KnownProduct } from "./rules/product.ts";
import { type Pass, type Progress, passUnderWay, type Trace } from "./rules/product-pass.ts";
import { type ShopPage, shopPages } from "./shop-pages.ts";

/** Some pages of the shop, and how far the pass is with them. */
export interface ProductStep {
  readonly answers: Answers;
  readonly pass: Pass;
  /** The pass has come to its end. */
  readonly finished: boolean;
  /** What the whole shop does not have was looked for. */
  readonly seen: boolean;
  /** Of the whole pass; zero before RMS told. */
  readonly found: number;
}

interface Shop {
  readonly rms: Rms;
  readonly products: readonly KnownProduct[];
  readonly trace: Trace | undefined;
  readonly settings: Progress;
  readonly now: () => Date;
  readonly hasTime: () => boolean;
  /** 商品管理番号 that earlier runs could not read. */
  readonly again: readonly string[];
}

/** Enough to fill a few commits, so that little of the last one is left empty. */
const SKUS_PER_STEP = 5000;
const PAGES_PER_STEP = 25;

/** Of pages that are asked for one by one, so many a run. */
const MOST_AGAIN = 200;

/** Goes through the shop from where the pass is, as far as there is time. */
export function* productSteps({ rms, products, trace, settings, now, hasTime, again }: Shop): Generator<ProductStep> {
  const { pass: start, skip } = passUnderWay(trace, settings, now());
  const due = [...new Set([...dueItems(products), ...again.filter(isManageNumber)])].slice(0, MOST_AGAIN);
  let { answers } = askedOneByOne(rms, due, hasTime);
  const met = new Set(numbersIn(answers));
  let pages = 0;
  for (const shopPage of shopPages(rms, start)) {
    const { page, pass, last } = shopPage;
    for (const number of numbersIn(page)) met.add(number);
    answers = together(answers, answersOf(afterSkipped(shopPage, skip)));
    pages++;
    const step = { pass, found: page.found };
    if (last) {
      const isWhole = pass.whole && start.mark === "";
      const missing = isWhole ? soldItems(products).filter((number) => !met.has(number)) : [];
      const { answers: lost, done } = askedOneByOne(rms, missing, hasTime);
      yield { ...step, answers: together(answers, lost), finished: true, seen: done };
    } else if (!hasTime() || skusIn(answers) >= SKUS_PER_STEP || pages >= PAGES_PER_STEP) {
      yield { ...step, answers, finished: false, seen: false };
      answers = noAnswers;
      pages = 0;
    }
  }
}

/** A page without those products that the operator leaves out at the start of a pass. */
function afterSkipped({ page, pass: { done } }: ShopPage, skip: number): ShopPage["page"] {
  const over = skip - (done - page.size);
  if (over <= 0) return page;
  return { ...page, items: page.items.slice(over), ...(over >= page.size ? { gone: [], faults: [] } : {}) };
}
