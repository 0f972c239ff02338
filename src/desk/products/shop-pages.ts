import type { Rms } from "../../rms/client/client.ts";
import { RmsProblem } from "../../rms/client/rms-problem.ts";
import { FIRST_PAGE, type ItemPage, itemPages } from "../../rms/item/items.ts";
import { HITS } from "../../rms/item/items-search.ts";
import { type Pass, updatedFrom } from "./rules/product-pass.ts";

/** A page of the search, and the pass as it stands behind it. */
export interface ShopPage {
  readonly page: ItemPage;
  readonly pass: Pass;
  readonly last: boolean;
}

/** The pages of a pass from where it is. */
export function* shopPages(rms: Rms, pass: Pass): Generator<ShopPage, void> {
  let { done } = pass;
  for (const page of pagesFrom(rms, pass)) {
    if (page.mark === FIRST_PAGE) done = 0;
    done += page.size;
    // On the first way through, a page that is not full and the count of RMS agree that there is no more: one call less.
    const last = page.next === undefined || (page.size < HITS && pass.mark === "" && done >= page.found);
    yield { page, pass: { ...pass, mark: page.next ?? "", done }, last };
    if (last) return;
  }
}

/** Where RMS does not know a mark any more, the pass begins anew: what it took already is not written again. */
function* pagesFrom(rms: Rms, pass: Pass): Generator<ItemPage, void> {
  const from = updatedFrom(pass);
  const filter = from === undefined ? {} : { updatedFrom: from };
  if (pass.mark !== "") {
    const pages = itemPages(rms, filter, pass.mark);
    const first = firstOf(pages);
    if (first !== undefined) {
      yield first;
      yield* pages;
      return;
    }
  }
  yield* itemPages(rms, filter);
}

function firstOf(pages: Generator<ItemPage, void>): ItemPage | undefined {
  try {
    return pages.next().value ?? undefined;
  } catch (error) {
    if (error instanceof RmsProblem && error.status === 400) return undefined;
    throw error;
  }
}
