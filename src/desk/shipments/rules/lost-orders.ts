import type { UnreadOrder } from "../../../shop/order.ts";
import { hasEnded, isCancelled } from "../../../shop/progress.ts";
import { acknowledged, withTickAsked } from "./acknowledgement.ts";
import { isOpen, isToPack } from "./open-rows.ts";
import { keepingOldTick } from "./report-permission.ts";
import { moved } from "./row-notes.ts";
import { withState } from "./row-state.ts";
import type { Shipment } from "./shipment.ts";
import { type KnownShipment, withNote } from "./shipment-changes.ts";
import type { KnownOrder } from "./shipment-merge.ts";

const UNKNOWN = "楽天に注文が見つかりません。RMSで確認してください。";

/** A row whose order RMS no longer knows stays, and says so where there still is something to do, until a person has seen it. */
export function unknownToShop({ shipment, intact }: KnownShipment): Shipment {
  if (intact && !isToPack(shipment)) return shipment;
  const asked = acknowledged({ ...shipment, state: "要確認", questions: UNKNOWN }, shipment, [UNKNOWN]);
  return withTickAsked(withState(asked, { standing: "due", heldBecause: "" }), shipment, [UNKNOWN]);
}

/**
 * An order that cannot be read is not packed unasked, and what is sure of it is told. The rest, 楽天ステータス among it,
 * stays as it was: that keeps the rows open, so that the next answer that can be read sets all right.
 */
export function unread({ shipments }: KnownOrder, { reason, progress }: UnreadOrder, now: Date): Shipment[] {
  const rows = shipments.map(({ shipment }) => shipment).filter((row) => isToPack(row) && isOpen(row));
  if (progress === undefined || !hasEnded(progress))
    return rows.map((row) => ({ ...row, state: "要確認", questions: keepingOldTick(reason, row.questions) }));
  const standing = { standing: isCancelled(progress) ? "cancelled" : "shipped", heldBecause: "" } as const;
  return rows.map((row) => {
    const changes = isCancelled(progress) ? withNote(row.changes, now, moved(progress, true)) : row.changes;
    return withTickAsked(withState({ ...row, changes }, standing), row);
  });
}
