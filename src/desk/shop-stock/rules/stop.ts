import { captions, inMenu } from "../../../core/menu-texts.ts";
import { fieldTexts } from "../../settings/rules/settings-texts.ts";

/** From which change on a run is stopped. */
export interface StopRules {
  /** Per cent of the SKUs. */
  readonly stopShare: number;
  /** Units of one SKU. */
  readonly stopAmount: number;
}

interface Step {
  readonly from: number;
  readonly to: number;
}

/**
 * Why nothing is to be written; undefined where nothing speaks against it. `skus` are all that the update keeps in step, those
 * that stand right already among them: a quiet run with one SKU sold out is nothing unusual.
 */
export function stopReason(steps: readonly Step[], skus: number, rules: StopRules): string | undefined {
  const { stopShare, stopAmount } = rules;
  const emptied = steps.filter(({ from, to }) => to === 0 && from > 0).length;
  const large = steps.filter(({ from, to }) => to !== 0 && Math.abs(to - from) > stopAmount).length;
  if ((emptied + large) * 100 <= stopShare * skus) return undefined;
  return (
    `楽天の在庫を更新する${skus}件のうち、${emptied}件が0になり、${large}件が${stopAmount}個を超えて変わります。` +
    `${stopShare}％を超えるため、楽天には何も書き込みません。数が正しいか確認し、正しいときは、${inMenu(captions.showSettings)}の` +
    `「${fieldTexts.stopShare.label}」か「${fieldTexts.stopAmount.label}」を変更して、もう一度実行してください。`
  );
}
