import { dateText } from "../../../core/jst.ts";
import { linesOf } from "../../../core/line-break.ts";
import type { Dispatch } from "../../../shop/delivery.ts";
import type { Order, Package } from "../../../shop/order.ts";
import { BEING_CHECKED, orderQuestions } from "../../../shop/order-questions.ts";
import { unfixedAmounts } from "../../../shop/unfixed-amounts.ts";
import { setsToMend } from "./set-contents.ts";
import type { Shipment, ShipmentLine, ShipmentRules, ShipmentState } from "./shipment.ts";
import { shortName } from "./short-text.ts";
import { ownParcels, type StaffEntries } from "./staff-entries.ts";

/** What a row asks people for, and the state that follows from that alone. */
interface RowQuestions {
  readonly state: ShipmentState;
  readonly questions: string;
  /** Of the questions, those that a person settles with 確認済; the others stay until a master or RMS answers them. */
  readonly settleable: readonly string[];
}

/** The row as it is without its questions, and all that may ask. */
interface Asking {
  readonly plain: Shipment;
  readonly lines: readonly ShipmentLine[];
  readonly dispatch: Dispatch;
  readonly rules: ShipmentRules;
  readonly own: StaffEntries | undefined;
}

export function rowQuestions(
  order: Order,
  destination: Package,
  { plain, lines, dispatch, rules, own }: Asking,
): RowQuestions {
  const held = heldBecause(order, destination);
  const ofOrder = [
    ...orderQuestions(order, destination, own && ownParcels(own)),
    ...codeless(lines, rules),
    ...setsToMend(lines),
    ...rules.confirmations(plain, lines),
  ];
  const questions = [...held, ...dispatch.questions, ...ofOrder];
  const settleable = [...dispatch.settleable, ...ofOrder].filter((question) => question !== BEING_CHECKED);
  return {
    state: held.length > 0 ? "保留" : questions.length > 0 ? "要確認" : "取込済",
    questions: questions.join("\n"),
    settleable: settleable.flatMap(linesOf),
  };
}

function heldBecause(order: Order, destination: Package): string[] {
  const unfixed = unfixedAmounts(order, destination);
  const amounts = `金額（${unfixed.join("、")}）が未確定です。RMSで確定すると、次の取込で解除されます。`;
  return [...awaitedAddress(destination), ...(unfixed.length > 0 ? [amounts] : [])];
}

function awaitedAddress({ awaiting }: Package): string[] {
  if (awaiting === null) return [];
  const until = awaiting.until === null ? "" : `入力期限は ${dateText(awaiting.until)} です。`;
  return [`ソーシャルギフトのお届け先が、受取人の入力待ちです。${until}入力後の取込で解除されます。`];
}

const SHOWN = 5;

function codeless(lines: readonly ShipmentLine[], { productCodeName }: ShipmentRules): string[] {
  const without = lines.filter(({ productCode }) => productCode === "");
  const more = without.length > SHOWN ? [`ほか${without.length - SHOWN}件の商品に商品コードがありません。`] : [];
  return [
    ...without
      .slice(0, SHOWN)
      .map((line) => `商品「${shortName(line)}」に商品コード（${productCodeName}）がありません。`),
    ...more,
  ];
}
