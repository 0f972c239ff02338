import type { RowFault } from "../../../core/problem.ts";
import type { UnknownValue } from "../../../shop/delivery.ts";
import type { Order, UnreadOrder } from "../../../shop/order.ts";
import { lacking } from "../../../shop/order-questions.ts";
import { isTaken, type PaymentTargets, targetOf } from "../../../shop/payment-target.ts";
import {
  hasEnded,
  isCancelled,
  isShipped,
  type Progress,
  progressLabel,
  progressOfLabel,
} from "../../../shop/progress.ts";
import { type KnownLine, lineKey } from "./line-changes.ts";
import { withTickAsked } from "./report-permission.ts";
import { type ListedStanding, listedStanding, withState } from "./row-state.ts";
import { type Drafted, drafted, isLeft, type Shipment, type ShipmentLine, type ShipmentRules } from "./shipment.ts";
import { type FieldTexts, type KnownShipment, shipmentChanges, withNote } from "./shipment-changes.ts";

/** What an import wants on the list for one order, or why it takes nothing. */
export type Merged =
  | {
      readonly shipments: readonly Shipment[];
      readonly lines: readonly ShipmentLine[];
      readonly unknown: readonly UnknownValue[];
    }
  | { readonly skipped: string }
  | { readonly fault: RowFault };

/** Every row that the list has of one order. */
export interface KnownOrder {
  readonly shipments: readonly KnownShipment[];
  readonly lines: readonly KnownLine[];
}

export interface MergeContext {
  readonly targets: PaymentTargets;
  readonly rules: ShipmentRules;
  readonly now: Date;
  readonly texts: FieldTexts;
}

/** Brings one order and the rows that the list has of it together. */
export function mergeOrder(order: Order, known: KnownOrder, context: MergeContext): Merged {
  const { now } = context;
  const listed = known.shipments.length > 0;
  const left = listed ? undefined : leftOut(order, context.targets);
  if (left !== undefined) return left;
  const standing = listedStanding(order, context.targets);
  const byBasket = new Map(known.shipments.map((row) => [row.shipment.basketId, row]));
  const drafts = order.packages.map((destination) =>
    drafted(order, destination, context.rules, byBasket.get(String(destination.basketId))?.shipment),
  );
  const present = drafts.map((draft) => {
    const { basketId } = draft.shipment;
    const before = byBasket.get(basketId);
    const knownLines = known.lines.filter(({ line }) => line.basketId === basketId);
    return before === undefined
      ? withState({ ...draft.shipment, changes: listed ? withNote("", now, JOINED) : "" }, standing)
      : refreshed(draft, before, knownLines, standing, context);
  });
  const baskets = new Set(present.map((shipment) => shipment.basketId));
  const gone = known.shipments.filter((row) => !baskets.has(row.shipment.basketId));
  const lines = drafts.flatMap((draft) => draft.lines);
  return {
    shipments: [...present, ...gone.map((row) => withdrawn(row, order.progress, now))],
    lines: [...lines, ...linesGone(known.lines, lines)],
    unknown: present.some(isToPack) ? drafts.flatMap((draft) => draft.unknown) : [],
  };
}

/** Why an order does not join the list, or undefined when it does. */
function leftOut({ number, progress, payment, packages }: Order, targets: PaymentTargets): Merged | undefined {
  if (!isTaken(progress, targetOf(targets, payment.code), targets.pastTarget)) return { skipped: offTarget(progress) };
  if (targets.excluded.has(payment.code)) return { skipped: `取込対象外の支払方法（${payment.name}）` };
  return packages.length === 0 ? { fault: { subject: number, reason: lacking("送付先") } } : undefined;
}

export const offTarget = (progress: Progress): string => `対象外のステータス（${progressLabel(progress)}）`;

/** Lines that the list has and the order no longer: they stay, with nothing left to pack. */
function linesGone(known: readonly KnownLine[], present: readonly ShipmentLine[]): ShipmentLine[] {
  const keys = new Set(present.map(lineKey));
  return known.filter(({ line }) => !keys.has(lineKey(line))).map(({ line }) => ({ ...line, units: 0 }));
}

export const isToPack = ({ state }: Pick<Shipment, "state">): boolean => state !== "取消" && state !== "出荷済";

/** A row whose order RMS no longer knows stays, and says so where there still is something to do. */
export const unknownToShop = ({ shipment, intact }: KnownShipment): Shipment =>
  intact && !isToPack(shipment)
    ? shipment
    : { ...shipment, state: "要確認", questions: "楽天に注文が見つかりません。RMSで確認してください。" };

/**
 * An order that cannot be read is not packed unasked, and what is sure of it is told. The rest, 楽天ステータス among it,
 * stays as it was: that keeps the rows open, so that the next answer that can be read sets all right.
 */
export function unread({ shipments }: KnownOrder, { reason, progress }: UnreadOrder, now: Date): Shipment[] {
  const rows = shipments.map(({ shipment }) => shipment).filter((row) => isToPack(row) && isOpen(row));
  if (progress === undefined || !hasEnded(progress))
    return rows.map((row) => ({ ...row, state: "要確認", questions: reason }));
  const standing = { standing: isCancelled(progress) ? "cancelled" : "shipped", heldBecause: "" } as const;
  return rows.map((row) => {
    const changes = isCancelled(progress) ? withNote(row.changes, now, moved(progress, true)) : row.changes;
    return withTickAsked(withState({ ...row, changes }, standing), row);
  });
}

const JOINED = "送付先が追加されました。";
const RETURNED = "送付先が注文に戻りました。";
const WITHDRAWN = "送付先が注文からなくなりました。";
const BACK = "出荷の対象に戻りました。";

function refreshed(
  { shipment: fresh, lines }: Drafted,
  before: KnownShipment,
  knownLines: readonly KnownLine[],
  standing: ListedStanding,
  { now, texts }: MergeContext,
): Shipment {
  const notes = [
    ...shipmentChanges(before, fresh, knownLines, lines, texts),
    ...cancellation(before, fresh, standing, knownLines),
  ];
  const changes = notes.reduce((text, note) => withNote(text, now, note), before.shipment.changes);
  return withTickAsked(withState({ ...fresh, changes }, standing), before.shipment);
}

/** That a row is cancelled now, or no longer; what stops it otherwise, 確認事項 says for as long as it does. */
function cancellation(
  { shipment, intact }: KnownShipment,
  { progress }: Shipment,
  { standing }: ListedStanding,
  knownLines: readonly KnownLine[],
): string[] {
  const wasOff = shipment.state === "取消";
  const now = progressOfLabel(progress) as Progress;
  if (standing === "cancelled") return wasOff ? [] : [moved(now, true)];
  if (!wasOff || !intact || standing === "shipped") return [];
  if (knownLines.length > 0 && !knownLines.some(({ line }) => isLeft(line))) return [RETURNED];
  return [isCancelled(progressOfLabel(shipment.progress) ?? now) ? moved(now, false) : BACK];
}

const moved = (progress: Progress, leaves: boolean): string =>
  `ステータスが「${progressLabel(progress)}」に${leaves ? "なりました" : "戻りました"}。`;

/** A destination that the order no longer has. It follows the order's progress, so that it is closed together with it. */
function withdrawn({ shipment: before }: KnownShipment, progress: Progress, now: Date): Shipment {
  const row = { ...before, progress: progressLabel(progress) };
  if (row.state === "取消") return withTickAsked(row, before);
  const changes = withNote(row.changes, now, isCancelled(progress) ? moved(progress, true) : WITHDRAWN);
  return withTickAsked({ ...row, state: "取消", questions: "", changes }, before);
}

/**
 * An order whose rows still may change at the shop: refreshed by every run, whatever its age. What was shipped is not looked
 * at again: a cancellation after 発送済 is settled between shop and buyer, and watching it would cost a call per 100 orders of
 * all time, and not only of those that are still to be shipped.
 */
export function isOpen(row: Pick<Shipment, "progress">): boolean {
  const progress = progressOfLabel(row.progress);
  return progress === undefined || !(isShipped(progress) || progress === 900);
}
