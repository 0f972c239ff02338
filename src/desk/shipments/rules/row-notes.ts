import { isCancelled, type Progress, progressLabel, progressOfLabel } from "../../../shop/progress.ts";
import type { KnownLine } from "./line-changes.ts";
import type { ListedStanding } from "./row-state.ts";
import { isLeft, type Shipment } from "./shipment.ts";
import type { KnownShipment } from "./shipment-changes.ts";

const JOINED = "送付先が追加されました。";
const RETURNED = "送付先が注文に戻りました。";
const BACK = "出荷の対象に戻りました。";
const RELISTED =
  "以前も出荷リストにありましたが、その行が見つからないため、もう一度追加しました。二重に出荷しないよう確認してください。";
export const WITHDRAWN = "送付先が注文からなくなりました。";

export const moved = (progress: Progress, leaves: boolean): string =>
  `ステータスが「${progressLabel(progress)}」に${leaves ? "なりました" : "戻りました"}。`;

/** What a row that the list has not says of how it got there; what 出荷明細 has of it tells that it was there before. */
export function arrival(isListed: boolean, knownLines: readonly KnownLine[]): string {
  if (knownLines.length > 0) return wasWithdrawn(knownLines) ? `${RETURNED}${RELISTED}` : RELISTED;
  return isListed ? JOINED : "";
}

/** Its lines stay on 出荷明細 with nothing left to pack. */
const wasWithdrawn = (knownLines: readonly KnownLine[]): boolean =>
  knownLines.length > 0 && !knownLines.some(({ line }) => isLeft(line));

/** That a row is cancelled now, or no longer cancelled or shipped; what stops it otherwise, 確認事項 says for as long as it does. */
export function turn(
  { shipment, intact }: KnownShipment,
  { progress }: Shipment,
  { standing }: ListedStanding,
  knownLines: readonly KnownLine[],
): string[] {
  const wasOff = shipment.state === "取消";
  const now = progressOfLabel(progress) as Progress;
  if (standing === "cancelled") return wasOff ? [] : [moved(now, true)];
  if (!intact || standing === "shipped") return [];
  if (shipment.state === "出荷済") return [moved(now, false)];
  if (!wasOff) return [];
  if (wasWithdrawn(knownLines)) return [RETURNED];
  return [isCancelled(progressOfLabel(shipment.progress) ?? now) ? moved(now, false) : BACK];
}
