import * as z from "zod/mini";
import type { RowFault } from "../../core/problem.ts";
import type { Rms } from "../client/client.ts";
import { type Endpoint, none, SECOND, tooMany } from "../client/endpoint.ts";
import { pairKey, repeatedBreach, type SkuPair, type StockLevel } from "./inventories.ts";

/** Limits of RMS (rms-api 1.8, 8.2). */
export const ROWS_PER_WRITE = 400;
const MOST = 99_999;

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
  reply: z.unknown(),
};

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
    else faults.push({ subject: `${level.manageNumber} / ${level.variantId}`, reason });
  }
  if (written.length > 0) rms.call(inventoriesBulkUpsert, written);
  return { written, faults };
}

function complaint(level: StockLevel, existing: ReadonlySet<string>, taken: ReadonlySet<string>): string | undefined {
  const key = pairKey(level);
  if (!existing.has(key))
    return "この商品管理番号とSKU管理番号の組み合わせは、楽天の商品にありません。番号を確認し、商品マスタを取得し直してください。";
  if (taken.has(key)) return "同じSKUの在庫が2行あります。1行にまとめてください。";
  if (!Number.isInteger(level.quantity) || level.quantity < 0 || level.quantity > MOST)
    return `楽天の在庫数は0～${MOST}の整数です。在庫数を確認してください。`;
  return undefined;
}
