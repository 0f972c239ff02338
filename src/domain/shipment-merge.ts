import { shortTime } from "./jst.ts";
import type { Order } from "./order.ts";
import { isCancelled, isShipped, type Progress, progressLabel, progressOfLabel } from "./progress.ts";
import { type Shipment, type ShipmentLine, type ShipmentState, shipmentLinesOf, shipmentOf } from "./shipment.ts";

/** What an import wants on the list for one order, or why it takes nothing. */
export type Merged =
  | { readonly shipments: readonly Shipment[]; readonly lines: readonly ShipmentLine[] }
  | { readonly skipped: string };

/** A row as the list has it. One whose seal is broken was altered by something else than an import: it is restored, not compared. */
export interface KnownShipment {
  readonly shipment: Shipment;
  readonly intact: boolean;
}

/** A change of these means that something already picked or packed may be wrong. */
export type WatchedField = (typeof watched)[number];
const watched = [
  "payment",
  "deliveryMethod",
  "wishedDate",
  "wishedTerm",
  "name",
  "postcode",
  "prefecture",
  "city",
  "street",
  "phone",
  "lineCount",
  "units",
  "gift",
  "noshi",
  "wrapping",
  "remarks",
] as const satisfies readonly (keyof Shipment)[];

export interface MergeTexts {
  /** The name of a field as its column shows it. */
  readonly fieldName: (field: WatchedField) => string;
  readonly valueText: (field: WatchedField, shipment: Shipment) => string;
}

/** Brings one order and the rows that the list has of it together. `known` holds every row of this order. */
export function mergeOrder(
  order: Order,
  target: Progress,
  known: readonly KnownShipment[],
  now: Date,
  texts: MergeTexts,
): Merged {
  if (known.length === 0 && order.progress !== target)
    return { skipped: `対象外のステータス（${progressLabel(order.progress)}）` };
  const byBasket = new Map(known.map((row) => [row.shipment.basketId, row]));
  const present = order.packages.map((destination) => {
    const fresh = shipmentOf(order, destination);
    const before = byBasket.get(fresh.basketId);
    return settle(fresh, before, order.progress, target, known.length > 0, now, texts);
  });
  const baskets = new Set(present.map((shipment) => shipment.basketId));
  const gone = known.filter((row) => !baskets.has(row.shipment.basketId)).map((row) => withdrawn(row.shipment, now));
  return {
    shipments: [...present, ...gone],
    lines: order.packages.flatMap((destination) => shipmentLinesOf(order, destination)),
  };
}

/** A row whose order RMS no longer knows stays, and says so. */
export function unknownToShop(row: Shipment, now: Date): Shipment {
  if (row.state === "要確認") return row;
  return {
    ...row,
    state: "要確認",
    changes: noted(row.changes, now, "楽天に注文が見つかりません。RMSで確認してください。"),
  };
}

function settle(
  fresh: Shipment,
  before: KnownShipment | undefined,
  progress: Progress,
  target: Progress,
  listed: boolean,
  now: Date,
  texts: MergeTexts,
): Shipment {
  if (before === undefined) {
    const changes = listed ? noted("", now, "送付先が追加されました。") : "";
    return { ...fresh, state: stateOf(progress, target, listed), changes };
  }
  const { shipment, intact } = before;
  const notes = intact ? differences(shipment, fresh, texts) : [];
  const changed = notes.length > 0 || shipment.state === "変更あり" || (shipment.state === "取消" && intact);
  const state = stateOf(progress, target, changed);
  if (state === "取消" && shipment.state !== "取消")
    notes.push(`ステータスが「${progressLabel(progress)}」になりました。`);
  if (state === "変更あり" && shipment.state === "取消")
    notes.push(`ステータスが「${progressLabel(progress)}」に戻りました。`);
  return { ...fresh, state, changes: notes.reduce((text, note) => noted(text, now, note), shipment.changes) };
}

function stateOf(progress: Progress, target: Progress, changed: boolean): ShipmentState {
  if (isCancelled(progress)) return "取消";
  if (isShipped(progress)) return "出荷済";
  if (progress !== target) return "取消";
  return changed ? "変更あり" : "取込済";
}

const withdrawn = (row: Shipment, now: Date): Shipment =>
  row.state === "取消"
    ? row
    : { ...row, state: "取消", changes: noted(row.changes, now, "送付先が注文からなくなりました。") };

const differences = (before: Shipment, after: Shipment, texts: MergeTexts): string[] =>
  watched.flatMap((field) => {
    const [from, to] = [texts.valueText(field, before), texts.valueText(field, after)];
    return from === to ? [] : [`${texts.fieldName(field)}: ${from || "（空）"} → ${to || "（空）"}`];
  });

/** Newest last; a cell holds 50,000 characters, so the oldest notes give way. */
function noted(text: string, now: Date, note: string): string {
  const all = text === "" ? [] : text.split("\n");
  return [...all, `${shortTime(now)} ${note.replace(/\s*\n\s*/g, " ")}`].slice(-50).join("\n");
}

/** An order whose rows still may change at the shop: refreshed by every run, whatever its age. */
export function isOpen(row: Pick<Shipment, "progress">): boolean {
  const progress = progressOfLabel(row.progress);
  return progress === undefined || !(isShipped(progress) || progress === 900);
}
