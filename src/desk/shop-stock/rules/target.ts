import type { Limits } from "./limits.ts";

/** The most that RMS takes for one SKU (rms-api 8.2). */
export const MOST_STOCK = 99_999;

/** How much of a product the shop shall show, of what is free to sell. Never rounded up: overselling costs more than a lost sale. */
export function shopTarget(sellable: number, { buffer, share, limit, floor }: Limits): number {
  const shared = Math.floor(((sellable - buffer) * share) / 100);
  if (shared < floor || shared < 0) return 0;
  return Math.min(shared, limit ?? MOST_STOCK, MOST_STOCK);
}

/**
 * By how much the shop's stock has to move. `before` is what it had before the orders were read that the target knows of, `now`
 * what it has at the end: what was sold in between has already gone from the one or the other, and is not given back. Never
 * below zero, which RMS refuses.
 */
export const moveTo = (target: number, before: number, now: number): number =>
  Math.max(target - Math.max(before, now), -now);
