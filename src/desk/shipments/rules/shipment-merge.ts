import type { RowFault } from "../../../core/problem.ts";
import type { UnknownValue } from "../../../shop/delivery.ts";
import type { Order } from "../../../shop/order.ts";
import { lacking } from "../../../shop/order-questions.ts";
import { isTaken, type PaymentTargets, targetOf } from "../../../shop/payment-target.ts";
import { isCancelled, type Progress, progressLabel } from "../../../shop/progress.ts";
import { acknowledged, withTickAsked } from "./acknowledgement.ts";
import type { Drafted } from "./draft.ts";
import { type KnownLine, lineKey } from "./line-changes.ts";
import { listedDraft } from "./listed-draft.ts";
import { isToPack } from "./open-rows.ts";
import { arrival, moved, turn, WITHDRAWN } from "./row-notes.ts";
import { type ListedStanding, listedStanding, withState } from "./row-state.ts";
import type { Shipment, ShipmentLine, ShipmentRules } from "./shipment.ts";
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
    listedDraft(order, destination, context.rules, byBasket.get(String(destination.basketId))?.shipment, known.lines),
  );
  const present = drafts.map((draft) => {
    const { basketId } = draft.shipment;
    const before = byBasket.get(basketId);
    const knownLines = known.lines.filter(({ line }) => line.basketId === basketId);
    if (before !== undefined) return refreshed(draft, before, knownLines, standing, context);
    const note = arrival(listed, knownLines);
    return withState({ ...draft.shipment, changes: note === "" ? "" : withNote("", now, note) }, standing);
  });
  const baskets = new Set(present.map((shipment) => shipment.basketId));
  const gone = known.shipments.filter((row) => !baskets.has(row.shipment.basketId));
  const lines = drafts.flatMap((draft, at) => asked(draft.lines, present[at] as Shipment));
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

/** Of what is packed, or never will be, no line asks anything. */
const asked = (lines: readonly ShipmentLine[], row: Shipment): readonly ShipmentLine[] =>
  isToPack(row) ? lines : lines.map((line) => ({ ...line, questions: "" }));

/** Lines that the list has and the order no longer: they stay, with nothing left to pack. */
function linesGone(known: readonly KnownLine[], present: readonly ShipmentLine[]): ShipmentLine[] {
  const keys = new Set(present.map(lineKey));
  return known.filter(({ line }) => !keys.has(lineKey(line))).map(({ line }) => ({ ...line, ...NOTHING_LEFT }));
}

const NOTHING_LEFT = { units: 0, setParts: "", questions: "" };

/** A listed row as it shall be: `fresh` is what order and masters say of it now. */
export function refreshed(
  { shipment: fresh, lines, settleable }: Drafted,
  before: KnownShipment,
  knownLines: readonly KnownLine[],
  standing: ListedStanding,
  { now, texts }: MergeContext,
): Shipment {
  const notes = [
    ...shipmentChanges(before, fresh, knownLines, lines, texts),
    ...turn(before, fresh, standing, knownLines),
  ];
  const changes = notes.reduce((text, note) => withNote(text, now, note), before.shipment.changes);
  const answered = acknowledged({ ...fresh, changes }, before.shipment, settleable);
  return withTickAsked(withState(answered, standing), before.shipment, settleable);
}

/** A destination that the order no longer has. It follows the order's progress, so that it is closed together with it. */
function withdrawn({ shipment: before }: KnownShipment, progress: Progress, now: Date): Shipment {
  const row = { ...before, progress: progressLabel(progress) };
  if (row.state === "取消") return withTickAsked(row, before);
  const changes = withNote(row.changes, now, isCancelled(progress) ? moved(progress, true) : WITHDRAWN);
  return withTickAsked({ ...row, state: "取消", questions: "", warnings: "", changes }, before);
}
