import type { Serial } from "../../../core/jst.ts";
import { type Progress, progressOfLabel } from "../../../shop/progress.ts";
import { asksOfEntries } from "./entry-doubts.ts";
import { type Answerer, questionsOf, reasonOf } from "./reasons.ts";
import { FRESH_MINUTES } from "./refresh-minutes.ts";
import { hasOldTick } from "./report-permission.ts";
import type { Shipment } from "./shipment.ts";
import { isInWork, type StaffEntries } from "./staff-entries.ts";

/** An order of the list, as far as it matters for when the shop is asked of it. */
export interface ListedOrder {
  readonly number: string;
  /** Something of it still may change at the shop. */
  readonly open: boolean;
  readonly progress: string;
  readonly orderedAt: Serial | null;
  /** When the shop was last asked of all its rows; null where it never was, or nobody knows. */
  readonly checkedAt: Serial | null;
  /** People wait for the next look at it, or its rows are not what an import wrote. */
  readonly awaited: boolean;
  /** It waits for Rakuten, where people may have seen to it by now. */
  readonly held: boolean;
}

export interface Rotation {
  readonly now: Serial;
  /** When the pass before this one began: the next one may be as far away. */
  readonly last: Serial | null;
  /** When the next one shall begin by itself; null where none shall. */
  readonly next: Serial | null;
  /** So many minutes old no row shall become. */
  readonly limit: number;
  /** What was looked at before was judged by other masters; null where that is so of all rows. */
  readonly judgedSince: Serial | null;
  /** Whose rows were judged by them already, from what the sheets hold. */
  readonly isJudged: (number: string) => boolean;
}

/**
 * The open orders that the shop is asked of now, oldest look first: whose rows would otherwise be older than the limit when the
 * next run comes, whose rows were judged otherwise, and what waits for Rakuten. A run that runs out of time leaves the rest to the next one, which goes
 * on with them, as they are the oldest then.
 */
export function dueOrders(orders: readonly ListedOrder[], rotation: Rotation): string[] {
  const { now, last, next, limit, judgedSince, isJudged } = rotation;
  const interval = Math.max(last === null ? limit : minutes(last, now), next === null ? 0 : minutes(now, next));
  const age = Math.max(FRESH_MINUTES, limit - interval);
  // Nobody has looked in the future: what says so is as good as nothing.
  const ageOf = ({ checkedAt }: ListedOrder): number =>
    checkedAt === null || minutes(checkedAt, now) < 0 ? NEVER : minutes(checkedAt, now);
  const isJudgedAnew = ({ number, checkedAt }: ListedOrder): boolean =>
    !isJudged(number) && (judgedSince === null || minutes(checkedAt ?? 0, judgedSince) > 0);
  return orders
    .filter((order) => order.open && (ageOf(order) >= (order.held ? FRESH_MINUTES : age) || isJudgedAnew(order)))
    .map((order) => [order.number, ageOf(order)] as const)
    .sort(([a, older], [b, younger]) => younger - older || (a < b ? -1 : 1))
    .map(([number]) => number);
}

const NEVER = Number.MAX_SAFE_INTEGER;

/** To the second: a sheet rounds the last digits of a time. */
const minutes = (from: Serial, to: Serial): number => Math.round((to - from) * 86_400) / 60;

/** A complete search: what it asked for, from when on, and what it has. */
export interface Found {
  readonly progress: readonly Progress[];
  readonly since: Serial;
  readonly has: (number: string) => boolean;
}

/** Orders that left the status in which the list has them, or came to one: the search has no longer what it should have, or has it again. */
export function movedOrders(orders: readonly ListedOrder[], found: Found): string[] {
  const moved = orders.filter(({ number, open, progress, orderedAt }) => {
    const known = progressOfLabel(progress);
    const isSought = open && known !== undefined && found.progress.includes(known);
    if (found.has(number)) return !isSought;
    return isSought && orderedAt !== null && orderedAt >= found.since;
  });
  return moved.map(({ number }) => number);
}

type Asking = Pick<Shipment, "state" | "questions"> & Omit<StaffEntries, "shippedOn" | "sentRecords">;

/**
 * Whether people wait for the next look at an open row: what they ticked or entered answers it. What a master answers, a changed
 * master brings up, with all that it changes.
 */
export function isAwaited(row: Asking): boolean {
  if (row.state === "取消" || row.state === "出荷済") return false;
  if (row.cancelConfirmed && row.state === "変更あり") return true;
  if (hasOldTick(row.questions) || asksOfEntries(row)) return true;
  return (row.cancelConfirmed || isInWork(row)) && asks(row, "people");
}

/** Whether a row asks what Rakuten alone can answer. */
export const isHeld = (row: Pick<Asking, "state" | "questions">): boolean =>
  row.state !== "取消" && row.state !== "出荷済" && asks(row, "shop");

const asks = (row: Pick<Asking, "questions">, whom: Answerer): boolean =>
  questionsOf(row).some((question) => reasonOf(question).by === whom);
