import * as z from "zod/mini";
import type { Rms } from "../client/client.ts";
import { type Endpoint, none, SECOND, tooMany } from "../client/endpoint.ts";
import { meaningOf } from "../client/message-code.ts";
import { RmsProblem } from "../client/rms-problem.ts";
import { repeatedBreach, type SkuPair } from "./inventories.ts";

/** Limits of RMS (rms-api 1.8, 8.2). */
export const ROWS_PER_MOVE = 400;
export const MOST_STOCK = 99_999;

/** How much more, or less, RMS shall have of a SKU. */
export interface StockMove extends SkuPair {
  readonly difference: number;
}

/**
 * 2.0, since 2.1 clears lead times that are not sent along. RELATIVE, so that no sale is written away; and so a repeat would
 * move the stock twice: whoever gets no answer has to read the stock before anything is sent again.
 */
export const inventoriesBulkUpsert: Endpoint<readonly StockMove[], unknown> = {
  name: "inventories.bulk.upsert",
  family: "inventory",
  method: "post",
  interval: SECOND,
  repeatable: false,
  answers: [204, 200],
  wire: (moves) => ({
    path: "/es/2.0/inventories/bulk-upsert",
    body: {
      inventories: moves.map(({ manageNumber, variantId, difference }) => ({
        manageNumber,
        variantId,
        mode: "RELATIVE",
        quantity: difference,
      })),
    },
  }),
  breach: (moves) =>
    none("在庫", moves.length) ?? tooMany("在庫の更新", moves.length, ROWS_PER_MOVE) ?? repeatedBreach(moves),
  // Success has an empty body.
  reply: z.unknown(),
};

export interface RefusedMove {
  readonly move: StockMove;
  /** For people, with RMS's own code. */
  readonly reason: string;
}

/**
 * Moves at most ROWS_PER_MOVE stocks in one call. RMS takes all or none: the rows that it refused all for are given back, and
 * an empty list says that every stock was moved. Throws RmsProblem where it did not say which rows; its `effect` tells whether
 * stocks may have been moved.
 */
export function moveStock(rms: Rms, moves: readonly StockMove[]): readonly RefusedMove[] {
  try {
    rms.call(inventoriesBulkUpsert, moves);
    return [];
  } catch (error) {
    const refused = error instanceof RmsProblem && error.effect === "none" ? refusedIn(moves, error) : [];
    if (refused.length === 0) throw error;
    return refused;
  }
}

const REFUSED = "楽天が在庫の更新を受け付けませんでした。RMSでこの商品を確認してください。";
const ROW = /^inventories\[(\d+)\]/;

function refusedIn(moves: readonly StockMove[], { said }: RmsProblem): RefusedMove[] {
  const codes = new Map<StockMove, string>();
  for (const { code, field } of said) {
    const move = moves[Number(ROW.exec(field)?.[1] ?? -1)];
    if (move !== undefined && !codes.has(move)) codes.set(move, code);
  }
  return [...codes].map(([move, code]) => ({
    move,
    reason: `${meaningOf("inventory", code)?.text ?? REFUSED}（${code}）`,
  }));
}
