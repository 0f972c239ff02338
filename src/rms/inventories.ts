import * as v from "valibot";
import type { RowFault } from "../domain/problem.ts";
import type { Rms } from "./client.ts";
import { type Breach, type Endpoint, none, SECOND, tooMany } from "./endpoint.ts";

/** Limits of RMS (rms-api 1.8, 8.1, 8.2). */
export const PAIRS_PER_READ = 1000;
export const ROWS_PER_WRITE = 400;
const MOST = 99_999;

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

const readReply = v.object({
  inventories: v.nullish(v.array(v.object({ manageNumber: v.string(), variantId: v.string(), quantity: v.number() }))),
});

export const inventoriesBulkGet: Endpoint<readonly SkuPair[], v.InferOutput<typeof readReply>> = {
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

/** 2.0, since 2.1 clears lead times that are not sent along. Amounts are absolute, so that a repeat is harmless. */
export const inventoriesBulkUpsert: Endpoint<readonly StockLevel[], unknown> = {
  name: "inventories.bulk.upsert",
  family: "inventory",
  method: "post",
  interval: SECOND,
  repeatable: true,
  answers: [204, 200],
  wire: (levels) => ({
    path: "/es/2.0/inventories/bulk-upsert",
    body: {
      inventories: levels.map(({ manageNumber, variantId, quantity }) => ({
        manageNumber,
        variantId,
        mode: "ABSOLUTE",
        quantity,
      })),
    },
  }),
  breach: (levels) =>
    none("在庫", levels.length) ?? tooMany("在庫の書き込み", levels.length, ROWS_PER_WRITE) ?? repeatedBreach(levels),
  // Success has an empty body.
  reply: v.unknown(),
};

const repeatedBreach = (pairs: readonly SkuPair[]): Breach | undefined =>
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

export interface WrittenStock {
  readonly written: readonly StockLevel[];
  readonly faults: readonly RowFault[];
}

/**
 * Sets the stock of at most ROWS_PER_WRITE SKUs. `known` are the SKUs that the shop's items have: RMS takes an unknown pair
 * without a word and drops it a day later (rms-api 8.2), so a typing error must be found here. Bad rows stay back, the rest is written.
 */
export function writeStock(rms: Rms, levels: readonly StockLevel[], known: readonly SkuPair[]): WrittenStock {
  const existing = new Set(known.map(pairKey));
  const taken = new Set<string>();
  const written: StockLevel[] = [];
  const faults: RowFault[] = [];
  for (const level of levels) {
    const reason = complaint(level, existing, taken);
    taken.add(pairKey(level));
    if (reason === undefined) written.push(level);
    else faults.push({ subject: `${level.manageNumber} / ${level.variantId}`, ...reason });
  }
  if (written.length > 0) rms.call(inventoriesBulkUpsert, written);
  return { written, faults };
}

function complaint(
  level: StockLevel,
  existing: ReadonlySet<string>,
  taken: ReadonlySet<string>,
): Omit<RowFault, "subject"> | undefined {
  const key = pairKey(level);
  if (!existing.has(key))
    return {
      field: "variantId",
      reason:
        "この商品管理番号とSKU管理番号の組み合わせは、楽天の商品にありません。番号を確認し、商品マスタを取得し直してください。",
    };
  if (taken.has(key)) return { field: "variantId", reason: "同じSKUの在庫が2行あります。1行にまとめてください。" };
  if (!Number.isInteger(level.quantity) || level.quantity < 0 || level.quantity > MOST)
    return { field: "quantity", reason: `楽天の在庫数は0〜${MOST}の整数です。在庫数を確認してください。` };
  return undefined;
}
