import { dateText, type Serial } from "../../../core/jst.ts";
import { captions } from "../../../core/menu-texts.ts";
import { sheetNames } from "../../../core/sheet-names.ts";
import type { Order } from "../../../shop/order.ts";
import {
  isTaken,
  type PaymentTargets,
  type Standing,
  standingOf,
  TARGET_STATUS,
  targetOf,
} from "../../../shop/payment-target.ts";
import { hasEnded, progressLabel } from "../../../shop/progress.ts";
import { MOST_PERIOD_DAYS, OLDEST_DAYS } from "../../../shop/search-window.ts";
import { archiveTexts } from "../../archive/rules/archive-texts.ts";
import { fieldTexts } from "../../settings/rules/settings-texts.ts";
import { listedStanding } from "./row-state.ts";
import type { Shipment } from "./shipment.ts";

/** What is known of an order that somebody misses or wonders about. */
export interface OrderFacts {
  readonly number: string;
  /** Undefined when RMS has no such order for this shop. */
  readonly order: Order | undefined;
  readonly targets: PaymentTargets;
  /** Its rows on the list, with the row numbers that people see. */
  readonly listed: readonly { readonly row: number; readonly shipment: Shipment }[];
  /** What stands in the way of an order that would be taken. */
  readonly questions: readonly string[];
  /** The first day of 出荷指示取得期間. */
  readonly since: Serial;
  readonly periodDays: number;
  readonly shopNumber: string | undefined;
  /** Where it is kept, if it left the list and a search may still find it. */
  readonly archivedTo: string | undefined;
}

/** Whether the order can be fetched alone now: it is on the list, and RMS has it, or an import would take it. */
export const mayFetch = (facts: OrderFacts): boolean =>
  facts.order !== undefined &&
  (facts.listed.length > 0 || (facts.archivedTo === undefined && refusal(facts, facts.order) === ""));

/** Why an order is or is not on the list, and what to do. */
export function orderAnswer(facts: OrderFacts): string {
  if (facts.listed.length > 0) return listedAnswer(facts);
  if (facts.archivedTo !== undefined) return archivedAnswer(facts.archivedTo, facts.order);
  return facts.order === undefined ? missingAnswer(facts) : absentAnswer(facts, facts.order);
}

function listedAnswer({ listed, order, targets }: OrderFacts): string {
  const rows = listed.map(({ row, shipment }) =>
    [`${sheetNames.shipments}の${row}行目にあります（連携状態: ${shipment.state}）。`, shipment.questions]
      .filter(Boolean)
      .join("\n"),
  );
  if (order === undefined) return [...rows, "楽天には注文が見つかりません。RMSで確認してください。"].join("\n");
  return [...rows, standingAnswer(order, targets, listed)].join("\n");
}

/** How a listed order stands now and, where nothing of it may be shipped, why and what to do; not what its rows say already. */
function standingAnswer(order: Order, targets: PaymentTargets, listed: OrderFacts["listed"]): string {
  const now = `楽天の現在のステータスは「${progressLabel(order.progress)}」です。`;
  const { standing, heldBecause } = listedStanding(order, targets);
  if (standing === "cancelled") return `${now}キャンセルされた注文です。出荷しないでください。`;
  if (standing === "shipped") return now;
  if (heldBecause !== "")
    return listed.some(({ shipment }) => shipment.questions.includes(heldBecause)) ? now : heldBecause;
  const isOff = listed.some(({ shipment }) => shipment.state === "取消");
  return isOff ? `${now}取消の理由は、${sheetNames.shipments}の「変更内容」を確認してください。` : now;
}

const archivedAnswer = (place: string, order: Order | undefined): string =>
  [order === undefined ? "" : statusOf(order), archiveTexts.archived(place)].join("");

function missingAnswer({ number, shopNumber }: OrderFacts): string {
  const first = number.split("-")[0];
  if (shopNumber !== undefined && first !== shopNumber)
    return `この店舗の注文ではありません。注文番号の先頭（${first}）が、この店舗の番号（${shopNumber}）と異なります。注文番号を確認してください。`;
  return `楽天にこの注文が見つかりません。注文番号を確認してください。別の店舗の注文と、${OLDEST_DAYS}日より前の注文は取得できません。`;
}

const absentAnswer = (facts: OrderFacts, order: Order): string =>
  refusal(facts, order) ||
  [`${statusOf(order)}次の「${captions.importShipments}」で取り込みます。`, ...facts.questions].join("\n");

const statusOf = ({ progress }: Order): string => `ステータスは「${progressLabel(progress)}」です。`;

/** Why no import takes an order that is not on the list; empty where the next one does. */
function refusal({ targets, since, periodDays }: OrderFacts, order: Order): string {
  const { progress, payment, packages } = order;
  const status = statusOf(order);
  const isDue = isTaken(progress, targetOf(targets, payment.code), targets.pastTarget);
  if (!isDue && hasEnded(progress)) return `${status}${waitingAnswer(order, targets)}`;
  if (targets.excluded.has(payment.code))
    return `${status}支払方法「${payment.name}」は取込対象外です。取り込むには「${sheetNames.payments}」の「取込対象外」のチェックを外してください。`;
  if (order.orderedAt < since)
    return `${status}注文日（${dateText(order.orderedAt)}）が出荷指示取得期間（${periodDays}日、${dateText(since)} から）より前です。「${captions.showSettings}」で出荷指示取得期間を長くしてください（${MOST_PERIOD_DAYS}日まで）。`;
  if (!isDue) return `${status}${waitingAnswer(order, targets)}`;
  if (packages.length === 0)
    return `${status}楽天の注文に送付先がないため、取り込めません。RMSで送付先を確認してください。`;
  return "";
}

/** Why an order is not taken yet, or never will be. */
function waitingAnswer({ progress, payment }: Order, targets: PaymentTargets): string {
  const target = targetOf(targets, payment.code);
  const goal = `支払方法「${payment.name}」の${TARGET_STATUS}は「${progressLabel(target)}」です。`;
  const answers: Readonly<Record<Standing, string>> = {
    cancelled: "キャンセルされた注文のため、取り込みません。",
    shipped: `${goal}発送済みの注文は取り込みません。`,
    changing: `${goal}変更・キャンセルの申請がRMSで確定するのを待っています。RMSで変更が確定し、発送できるステータスに戻ると、次の取込で取り込みます。`,
    before: `${goal}RMSでこのステータスになると、次の取込で出荷の対象になります。`,
    past: `${goal}すでにこのステータスを過ぎています。出荷の対象にするには、「${captions.showSettings}」の「${fieldTexts.pastTarget.label}」か「${sheetNames.payments}」の「${TARGET_STATUS}」を変更してください。`,
    due: "",
  };
  return answers[standingOf(progress, target, targets.pastTarget)];
}
