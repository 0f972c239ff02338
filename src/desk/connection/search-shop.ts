import type { RowFault } from "../../core/problem.ts";
import type { Rms } from "../../rms/client/client.ts";
import { findOrders, strange } from "../../rms/order/orders.ts";
import { ofOneShop } from "../../shop/order-number.ts";
import type { Progress } from "../../shop/progress.ts";
import { searchWindows } from "../../shop/search-window.ts";

export interface ShopSearch {
  readonly numbers: readonly string[];
  readonly faults: readonly RowFault[];
}

/**
 * The numbers of the shop's orders with one of these progresses, made since then. `known` are numbers that are the shop's.
 * By Rakuten's clock: where ours is behind, the orders of the time between are searched too.
 */
export function searchShop(
  { rms, now }: { readonly rms: Rms; readonly now: () => Date },
  since: Date,
  progress: readonly Progress[],
  known: readonly string[] = [],
): ShopSearch {
  const find = (from: Date, to: Date) => searchWindows(from, to).flatMap((window) => findOrders(rms, window, progress));
  const until = now();
  const first = find(since, until);
  const ahead = rms.ahead();
  const later = ahead > 0 ? find(until, new Date(now().getTime() + ahead)) : [];
  const { own, strange: others } = ofOneShop([...new Set([...first, ...later])], known);
  return { numbers: own, faults: [...others.map(strange), ...(ahead === 0 ? [] : [clockFault(ahead)])] };
}

const clockFault = (ahead: number): RowFault => {
  const minutes = Math.round(Math.abs(ahead) / 60_000);
  const how = ahead > 0 ? "遅れています" : "進んでいます";
  return {
    subject: "時計",
    reason: `Googleの時計が楽天の時計より約${minutes}分${how}。注文は楽天の時刻まで検索しました。続くときは開発元へお知らせください。`,
  };
};
