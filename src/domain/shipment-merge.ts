import type { UnknownValue } from "./delivery.ts";
import { shortTime } from "./jst.ts";
import { type KnownLine, lineChanges, lineKey, matches } from "./line-changes.ts";
import { AWAITED, type Order, type UnreadOrder } from "./order.ts";
import { hasEnded, isCancelled, isShipped, type Progress, progressLabel, progressOfLabel } from "./progress.ts";
import { drafted, type Shipment, type ShipmentLine, type ShipmentRules, type ShipmentState } from "./shipment.ts";

/** What an import wants on the list for one order, or why it takes nothing. */
export type Merged =
  | {
      readonly shipments: readonly Shipment[];
      readonly lines: readonly ShipmentLine[];
      readonly unknown: readonly UnknownValue[];
    }
  | { readonly skipped: string };

/** A row as the list has it. One whose seal is broken was altered by something else than an import: it is restored, not compared. */
export interface KnownShipment {
  readonly shipment: Shipment;
  readonly intact: boolean;
}

/** Every row that the list has of one order. */
export interface KnownOrder {
  readonly shipments: readonly KnownShipment[];
  readonly lines: readonly KnownLine[];
}

export interface MergeContext {
  readonly target: Progress;
  /** The operator does not want new orders with this payment method. */
  readonly excluded: boolean;
  readonly rules: ShipmentRules;
  readonly now: Date;
  readonly texts: MergeTexts;
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
  "dropOff",
  "nextDay",
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

/** Fields that a social gift fills in when its receiver tells the address. */
const address: readonly WatchedField[] = ["name", "postcode", "prefecture", "city", "street", "phone"];
const counted: readonly WatchedField[] = ["lineCount", "units"];

/** Brings one order and the rows that the list has of it together. */
export function mergeOrder(order: Order, known: KnownOrder, context: MergeContext): Merged {
  const listed = known.shipments.length > 0;
  if (!listed && order.progress !== context.target) return { skipped: offTarget(order.progress) };
  if (!listed && context.excluded) return { skipped: `取込対象外の支払方法（${order.payment.name}）` };
  const byBasket = new Map(known.shipments.map((row) => [row.shipment.basketId, row]));
  const drafts = order.packages.map((destination) => drafted(order, destination, context.rules));
  const present = drafts.map(({ shipment, lines }) => {
    const before = byBasket.get(shipment.basketId);
    const knownLines = known.lines.filter(({ line }) => line.basketId === shipment.basketId);
    return before === undefined
      ? joined(shipment, order.progress, listed, context)
      : settled(shipment, lines, before, knownLines, order.progress, context);
  });
  const baskets = new Set(present.map((shipment) => shipment.basketId));
  const gone = known.shipments.filter((row) => !baskets.has(row.shipment.basketId));
  const lines = drafts.flatMap((draft) => draft.lines);
  return {
    shipments: [...present, ...gone.map(({ shipment }) => withdrawn(shipment, context.now))],
    lines: [...lines, ...linesGone(known.lines, lines)],
    unknown: present.some(isToPack) ? drafts.flatMap((draft) => draft.unknown) : [],
  };
}

export const offTarget = (progress: Progress): string => `対象外のステータス（${progressLabel(progress)}）`;

/** Lines that the list has and the order no longer: they stay, with nothing left to pack. */
function linesGone(known: readonly KnownLine[], present: readonly ShipmentLine[]): ShipmentLine[] {
  const keys = new Set(present.map(lineKey));
  return known.filter(({ line }) => !keys.has(lineKey(line))).map(({ line }) => ({ ...line, units: 0 }));
}

const isToPack = ({ state }: Shipment): boolean => state !== "取消" && state !== "出荷済";

/** A row whose order RMS no longer knows stays, and says so. */
export const unknownToShop = (row: Shipment): Shipment => ({
  ...row,
  state: "要確認",
  questions: "楽天に注文が見つかりません。RMSで確認してください。",
});

/**
 * An order that cannot be read is not packed unasked, and what is sure of it is told. The rest, 楽天ステータス among it,
 * stays as it was: that keeps the rows open, so that the next answer that can be read sets all right.
 */
export function unread({ shipments }: KnownOrder, { reason, progress }: UnreadOrder, now: Date): Shipment[] {
  const rows = shipments.map(({ shipment }) => shipment).filter((row) => isToPack(row) && isOpen(row));
  if (progress === undefined || !hasEnded(progress))
    return rows.map((row) => ({ ...row, state: "要確認", questions: reason }));
  return rows.map((row) => {
    const changes = isCancelled(progress) ? noted(row.changes, now, moved(progress, true)) : row.changes;
    return withState({ ...row, changes }, progress, progress);
  });
}

/** A destination that the list does not have yet. */
function joined(fresh: Shipment, progress: Progress, listed: boolean, { target, now }: MergeContext): Shipment {
  return withState({ ...fresh, changes: listed ? noted("", now, "送付先が追加されました。") : "" }, progress, target);
}

function settled(
  fresh: Shipment,
  lines: readonly ShipmentLine[],
  before: KnownShipment,
  knownLines: readonly KnownLine[],
  progress: Progress,
  { target, now, texts }: MergeContext,
): Shipment {
  const { shipment, intact } = before;
  const notes = intact ? differences(shipment, fresh, lines, knownLines, texts) : [];
  const leaves = withState(fresh, progress, target).state === "取消";
  if (leaves !== (shipment.state === "取消") && (leaves || (intact && !isShipped(progress))))
    notes.push(shipment.progress === fresh.progress ? retargeted(leaves) : moved(progress, leaves));
  const changes = notes.reduce((text, note) => noted(text, now, note), shipment.changes);
  return withState({ ...fresh, changes }, progress, target);
}

const moved = (progress: Progress, leaves: boolean): string =>
  `ステータスが「${progressLabel(progress)}」に${leaves ? "なりました" : "戻りました"}。`;

/** The order stayed where it was; somebody changed 支払方法マスタ. */
const retargeted = (leaves: boolean): string =>
  `連携対象ステータスの変更により、対象${leaves ? "外になりました" : "に戻りました"}。`;

/**
 * One state a row, the weightiest first: 取消 and 出荷済 end the work on it, 保留 and 要確認 stop it (and say so in 確認事項),
 * 変更あり asks for a look. What a weightier state hides is not lost: 変更内容 keeps the changes, and 変更あり comes up after.
 */
function withState(row: Shipment, progress: Progress, target: Progress): Shipment {
  const ended = endOf(progress, target);
  if (ended !== undefined) return { ...row, state: ended, questions: "" };
  return row.state === "取込済" && row.changes !== "" ? { ...row, state: "変更あり" } : row;
}

function endOf(progress: Progress, target: Progress): ShipmentState | undefined {
  if (isCancelled(progress)) return "取消";
  if (isShipped(progress)) return "出荷済";
  return progress === target ? undefined : "取消";
}

const withdrawn = (row: Shipment, now: Date): Shipment =>
  row.state === "取消"
    ? row
    : { ...row, state: "取消", questions: "", changes: noted(row.changes, now, "送付先が注文からなくなりました。") };

function differences(
  before: Shipment,
  after: Shipment,
  lines: readonly ShipmentLine[],
  knownLines: readonly KnownLine[],
  texts: MergeTexts,
): string[] {
  const told = matches(knownLines, before.lineCount, before.units);
  // An address that was awaited and came is no change.
  const unwatched = [...(before.prefecture === AWAITED ? address : []), ...(told ? counted : [])];
  return [
    ...watched
      .filter((field) => !unwatched.includes(field))
      .flatMap((field) => fieldChange(field, before, after, texts)),
    ...(told
      ? lineChanges(
          knownLines.map(({ line }) => line),
          lines,
        )
      : []),
  ];
}

function fieldChange(field: WatchedField, before: Shipment, after: Shipment, texts: MergeTexts): string[] {
  const [from, to] = [texts.valueText(field, before), texts.valueText(field, after)];
  return from === to ? [] : [`${texts.fieldName(field)}: ${from || "（空）"} → ${to || "（空）"}`];
}

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
