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
  readonly askedOfMasters: string;
  /** Of the questions, those that a person settles with 確認済; the others stay until a master or RMS answers them. */
  readonly settleable: readonly string[];
}

/** Of some questions, those that a person may settle. */
interface Asked {
  readonly questions: readonly string[];
  readonly settleable: readonly string[];
}

/** What only RMS or people answer; `held` stops the row whatever else is said. `own` is what staff have entered of it. */
interface AskedByOrder extends Asked {
  readonly held: readonly string[];
}

export function askedByOrder(order: Order, destination: Package, own: StaffEntries | undefined): AskedByOrder {
  const questions = orderQuestions(order, destination, own && ownParcels(own)).flatMap(linesOf);
  const settleable = questions.filter((question) => question !== BEING_CHECKED);
  return { held: heldBecause(order, destination), questions, settleable };
}

/** What the masters, filled in otherwise, would not ask of the row, which is `plain` without its questions. */
export function askedOfMasters(
  plain: Shipment,
  lines: readonly ShipmentLine[],
  dispatch: Dispatch,
  rules: ShipmentRules,
): Asked {
  const ofLines = [...codeless(lines, rules), ...setsToMend(lines), ...rules.confirmations(plain, lines)];
  const all = ({ questions, settleable }: Asked): Asked => ({
    questions: questions.flatMap(linesOf),
    settleable: settleable.flatMap(linesOf),
  });
  return all({
    questions: [...dispatch.questions, ...ofLines],
    settleable: [...dispatch.settleable, ...ofLines],
  });
}

export function rowQuestions({ held, ...ofOrder }: AskedByOrder, ofMasters: Asked): RowQuestions {
  const questions = [...held, ...ofOrder.questions, ...ofMasters.questions];
  return {
    state: held.length > 0 ? "保留" : questions.length > 0 ? "要確認" : "取込済",
    questions: questions.join("\n"),
    askedOfMasters: ofMasters.questions.join("\n"),
    settleable: [...ofOrder.settleable, ...ofMasters.settleable],
  };
}

const AMOUNTS = "金額";
const GIFT = "ソーシャルギフト";

/** Whether a line of 確認事項 is one that RMS has to settle, and that holds the row until then. */
export const holdsForRms = (line: string): boolean =>
  [`${AMOUNTS}（`, `${GIFT}の`].some((start) => line.startsWith(start));

function heldBecause(order: Order, destination: Package): string[] {
  const unfixed = unfixedAmounts(order, destination);
  const amounts = `${AMOUNTS}（${unfixed.join("、")}）が未確定です。RMSで確定すると、次の取込で解除されます。`;
  return [...awaitedAddress(destination), ...(unfixed.length > 0 ? [amounts] : [])];
}

function awaitedAddress({ awaiting }: Package): string[] {
  if (awaiting === null) return [];
  const until = awaiting.until === null ? "" : `入力期限は ${dateText(awaiting.until)} です。`;
  return [`${GIFT}のお届け先が、受取人の入力待ちです。${until}入力後の取込で解除されます。`];
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
