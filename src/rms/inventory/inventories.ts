import * as z from "zod/mini";
import type { Rms } from "../client/client.ts";
import { type Breach, type Endpoint, none, tooMany } from "../client/endpoint.ts";

/** Limit of RMS (rms-api 8.1). */
export const PAIRS_PER_READ = 1000;

/** Names one SKU of the shop; the only pair that is always unique. */
export interface SkuPair {
  readonly manageNumber: string;
  readonly variantId: string;
}

export interface StockLevel extends SkuPair {
  readonly quantity: number;
}

/** RMS lowers item numbers; SKU numbers differ by case. */
export const pairKey = ({ manageNumber, variantId }: SkuPair): string => `${manageNumber.toLowerCase()}\n${variantId}`;

const readReply = z.object({
  inventories: z.nullish(z.array(z.object({ manageNumber: z.string(), variantId: z.string(), quantity: z.number() }))),
});

export const inventoriesBulkGet: Endpoint<readonly SkuPair[], z.infer<typeof readReply>> = {
  name: "inventories.bulk.get",
  family: "inventory",
  method: "post",
  interval: 200,
  repeatable: true,
  wire: (pairs) => ({
    path: "/es/2.1/inventories/bulk-get",
    body: { inventories: pairs.map(({ manageNumber, variantId }) => ({ manageNumber, variantId })) },
  }),
  breach: (pairs) =>
    none("在庫", pairs.length) ?? tooMany("在庫の取得", pairs.length, PAIRS_PER_READ) ?? repeatedBreach(pairs),
  reply: readReply,
};

export const repeatedBreach = (pairs: readonly SkuPair[]): Breach | undefined =>
  new Set(pairs.map(pairKey)).size < pairs.length
    ? { remedy: "report", text: "1回の呼び出しに同じSKUを2度入れることはできません。" }
    : undefined;

export interface FetchedStock {
  readonly levels: readonly StockLevel[];
  /** Asked for and not in the answer: RMS keeps no stock of them. */
  readonly missing: readonly SkuPair[];
}

/** At most PAIRS_PER_READ pairs, none twice. */
export function fetchStock(rms: Rms, pairs: readonly SkuPair[]): FetchedStock {
  const levels = rms.call(inventoriesBulkGet, pairs).inventories ?? [];
  const answered = new Set(levels.map(pairKey));
  return { levels, missing: pairs.filter((pair) => !answered.has(pairKey(pair))) };
}
