import { captions } from "../../../core/menu-texts.ts";
import { sheetNames } from "../../../core/sheet-names.ts";
import type { Order } from "../../../shop/order.ts";
import {
  type PaymentTargets,
  type Standing,
  standingOf,
  TARGET_STATUS,
  targetOf,
} from "../../../shop/payment-target.ts";
import { progressLabel } from "../../../shop/progress.ts";
import { fieldTexts } from "../../settings/rules/settings-texts.ts";
import { hasOpenChange } from "./acknowledgement.ts";
import type { Shipment } from "./shipment.ts";

/** How a listed order stands to its target, and why nothing of it may be packed for now; empty when it may. */
export interface ListedStanding {
  readonly standing: Standing;
  readonly heldBecause: string;
}

type Moving = Pick<Order, "progress" | "payment">;

export function listedStanding({ progress, payment }: Moving, targets: PaymentTargets): ListedStanding {
  const target = targetOf(targets, payment.code);
  const standing = standingOf(progress, target, targets.pastTarget);
  const unsure = targets.unusable?.get(payment.code);
  if (unsure !== undefined && standing !== "cancelled" && standing !== "shipped")
    return { standing, heldBecause: `支払方法「${payment.name}」の行に誤りがあります。${unsure}` };
  const goal = `支払方法「${payment.name}」の${TARGET_STATUS}（${progressLabel(target)}）`;
  const now = `楽天のステータスが「${progressLabel(progress)}」`;
  const reasons: Partial<Record<Standing, string>> = {
    changing: `${now}です。変更・キャンセルの申請がRMSで確定するまで、出荷しないでください。確定後の取込で解除されます。`,
    before: `${now}で、${goal}より前のため、出荷の対象外です。RMSで進めるか、「${sheetNames.payments}」を変更すると、次の取込で解除されます。`,
    past: `${now}で、${goal}を過ぎているため、出荷の対象外です。「${captions.showSettings}」の「${fieldTexts.pastTarget.label}」か「${sheetNames.payments}」を変更すると、次の取込で解除されます。`,
  };
  return { standing, heldBecause: reasons[standing] ?? "" };
}

/**
 * One state a row, the weightiest first: 取消 (what Rakuten cancels, and nothing else) and 出荷済 end the work on it, 保留
 * and 要確認 stop it (and say so in 確認事項), 変更あり asks for a look. What a weightier state hides is not lost: 変更内容
 * keeps the changes, and 変更あり comes up after.
 */
export function withState(row: Shipment, { standing, heldBecause }: ListedStanding): Shipment {
  if (standing === "cancelled") return { ...row, state: "取消", questions: "", warnings: "" };
  if (standing === "shipped") return { ...row, state: "出荷済", questions: "", warnings: "" };
  const and = (lines: string) => [heldBecause, lines].filter(Boolean).join("\n");
  if (heldBecause !== "")
    return { ...row, state: "保留", questions: and(row.questions), askedOfMasters: and(row.askedOfMasters) };
  return row.state === "取込済" && hasOpenChange(row) ? { ...row, state: "変更あり" } : row;
}
