import type { RowFault } from "../../core/problem.ts";
import type { Rms } from "../../rms/client/client.ts";
import { type FoundPage, strange, walkOrders } from "../../rms/order/orders.ts";
import { ofOneShop } from "../../shop/order-number.ts";
import type { Progress } from "../../shop/progress.ts";
import { searchWindows } from "../../shop/search-window.ts";

interface SearchSource {
  readonly rms: Rms;
  readonly now: () => Date;
}

export interface ShopSearch {
  readonly numbers: readonly string[];
  readonly faults: readonly RowFault[];
}

/** The numbers of the shop's orders with one of these progresses, made since then. `known` are numbers that are the shop's. */
export function searchShop(
  source: SearchSource,
  since: Date,
  progress: readonly Progress[],
  known: readonly string[] = [],
): ShopSearch {
  const numbers: string[] = [];
  const pages = walkShop(source, since, progress, known);
  for (;;) {
    const page = pages.next();
    if (page.done) return { numbers, faults: page.value };
    numbers.push(...page.value.numbers);
  }
}

/** A search of the shop on its way: page by page, newest orders first, each number once; in the end what was wrong with it. */
export type ShopPages = Iterator<FoundPage, readonly RowFault[]>;

/** The same search walked from its first page each time: a page that was seen is not asked for again. */
export function againFromTheFirst(pages: ShopPages): () => ShopPages {
  const seen: ReturnType<ShopPages["next"]>[] = [];
  return () => {
    let at = 0;
    return {
      next() {
        const page = seen[at] ?? pages.next();
        seen[at] = page;
        at++;
        return page;
      },
    };
  };
}

/** For whoever knows the numbers. */
export const nothingSearched: ShopPages = { next: () => ({ done: true, value: [] }) };

/** By Rakuten's clock: where ours is behind, the orders of the time between are searched too. */
export function* walkShop(
  { rms, now }: SearchSource,
  since: Date,
  progress: readonly Progress[],
  known: readonly string[] = [],
): Generator<FoundPage, readonly RowFault[]> {
  const seen = new Set<string>();
  const parted = ofOneShop(known);
  const faults: RowFault[] = [];
  function* walk(from: Date, to: Date): Generator<FoundPage, void> {
    for (const window of searchWindows(from, to).reverse())
      for (const { numbers, counted } of walkOrders(rms, window, progress, seen)) {
        const { own, strange: others } = parted(numbers);
        faults.push(...others.map(strange));
        yield { numbers: own, counted };
      }
  }
  const until = now();
  yield* walk(since, until);
  const ahead = rms.ahead();
  if (ahead > 0) yield* walk(until, new Date(now().getTime() + ahead));
  return ahead === 0 ? faults : [...faults, clockFault(ahead)];
}

const clockFault = (ahead: number): RowFault => {
  const minutes = Math.round(Math.abs(ahead) / 60_000);
  const how = ahead > 0 ? "遅れています" : "進んでいます";
  return {
    subject: "時計",
    reason: `Googleの時計が楽天の時計より約${minutes}分${how}。注文は楽天の時刻まで検索しました。続くときは開発元へお知らせください。`,
  };
};
