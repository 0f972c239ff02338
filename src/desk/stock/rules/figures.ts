import { type Demand, unitsOf } from "./demand.ts";
import { stockTexts } from "./stock-texts.ts";

/** What stands behind one product code. */
export interface Figure {
  /** 実在庫; null is 未棚卸, and never 0. */
  readonly onHand: number | null;
  /** 出荷指示数 */
  readonly reserved: number;
  /** 未出荷数 */
  readonly unshipped: number;
  /** 安全在庫; 0 where the cell is empty. */
  readonly safety: number;
  /** 引当可能数; null where 実在庫 is, or where 安全在庫 cannot be read. */
  readonly sellable: number | null;
  /** 確認事項; empty where nothing is asked. */
  readonly question: string;
}

interface Known extends Pick<Figure, "onHand" | "question"> {
  /** Undefined where the cell holds no amount. */
  readonly safety: number | null | undefined;
  readonly demand: Demand;
}

export function figureOf({ onHand, safety, demand, question }: Known): Figure {
  const reserved = unitsOf(demand.reserved);
  const unshipped = unitsOf(demand.unshipped);
  const kept = safety ?? 0;
  const sellable = onHand === null || safety === undefined ? null : onHand - reserved - unshipped - kept;
  return { onHand, reserved, unshipped, safety: kept, sellable, question };
}

export const isSafety = (safety: number | null | undefined): boolean =>
  safety === null || (Number.isInteger(safety) && Number(safety) >= 0);

/** A row of 在庫 beside what is known of its code. */
export interface Asking {
  /** Codes of 商品マスタ that it may mean; undefined while nobody fetched any. */
  readonly productsLike: readonly string[] | undefined;
  /** People named a set by it, and 商品マスタ does not have it. */
  readonly isSet: boolean;
  readonly isSold: boolean;
  /** It asked before. */
  readonly asked: boolean;
}

/** 確認事項. What was asked once stands until the code is known: the order may be gone, and the row still belongs to nothing. */
export function questionOf({ productsLike, isSet, isSold, asked }: Asking): string {
  if (isSet) return stockTexts.isSet;
  if (productsLike === undefined || productsLike.length === 1 || !(isSold || asked)) return "";
  return productsLike.length > 1 ? stockTexts.several(productsLike) : stockTexts.unknown;
}
