import { isFault, type RowFault } from "../../core/problem.ts";
import type { Rms } from "../../rms/client/client.ts";
import { fetchItem } from "../../rms/item/fetch-item.ts";
import type { ItemPage } from "../../rms/item/items.ts";
import type { Item } from "../../shop/item.ts";
import { listingsOf, pageOf } from "./rules/item-listings.ts";
import type { Source } from "./rules/merge.ts";

/** What RMS answered of some pages of the shop. */
export interface Answers {
  readonly items: readonly Item[];
  /** 商品管理番号 of pages that the shop has no more. */
  readonly gone: readonly string[];
  readonly faults: readonly RowFault[];
}

export const noAnswers: Answers = { items: [], gone: [], faults: [] };

export const together = (one: Answers, other: Answers): Answers => ({
  items: [...one.items, ...other.items],
  gone: [...one.gone, ...other.gone],
  faults: [...one.faults, ...other.faults],
});

/** A page that sells nothing at all cannot be right: it is no proof that its SKUs are gone. */
export function answersOf({ items, gone, faults }: Pick<ItemPage, "items" | "gone" | "faults">): Answers {
  const empty = items.filter(({ skus }) => skus.length === 0);
  const unread = empty.map(({ manageNumber }) => ({ subject: manageNumber, reason: NO_SKU }));
  return { items: items.filter(({ skus }) => skus.length > 0), gone, faults: [...faults, ...unread] };
}

const NO_SKU = "この商品のSKUを読み取れません。RMSでこの商品を確認してください。次回の取得でもう一度試します。";

/** The pages as they are now, while there is time. `done`: all were asked for. */
export function askedOneByOne(
  rms: Rms,
  numbers: readonly string[],
  hasTime: () => boolean,
): { readonly answers: Answers; readonly done: boolean } {
  const items: Item[] = [];
  const gone: string[] = [];
  const faults: RowFault[] = [];
  for (const number of numbers) {
    if (!hasTime()) return { answers: answersOf({ items, gone, faults }), done: false };
    const item = fetchItem(rms, number);
    if (item === undefined) gone.push(number);
    else if (isFault(item)) faults.push(item);
    else items.push(item);
  }
  return { answers: answersOf({ items, gone, faults }), done: true };
}

export const numbersIn = ({ items, gone, faults }: Answers): string[] => [
  ...items.map(({ manageNumber }) => manageNumber),
  ...gone,
  ...faults.map(({ subject }) => subject),
];

export const sourceOf = ({ items, gone }: Answers): Source => ({
  listings: items.flatMap(listingsOf),
  pages: [...items.map(pageOf), ...gone.map((manageNumber) => ({ manageNumber, units: [] }))],
  retires: true,
});

export const skusIn = ({ items }: Answers): number => items.reduce((sum, { skus }) => sum + skus.length, 0);

/** What a fault is named after may be a row or a sheet as well. */
export const isManageNumber = (subject: string): boolean => /^[a-z0-9_-]{1,32}$/.test(subject);
