import { isShipped, progressOfLabel } from "../../../shop/progress.ts";
import type { Shipment } from "./shipment.ts";

export const isToPack = ({ state }: Pick<Shipment, "state">): boolean => state !== "取消" && state !== "出荷済";

/**
 * An order whose rows still may change at the shop: refreshed by every run, whatever its age. What was shipped is not looked
 * at again: a cancellation after 発送済 is settled between shop and buyer, and watching it would cost a call per 100 orders of
 * all time, and not only of those that are still to be shipped.
 */
export function isOpen(row: Pick<Shipment, "progress">): boolean {
  const progress = progressOfLabel(row.progress);
  return progress === undefined || !(isShipped(progress) || progress === 900);
}
