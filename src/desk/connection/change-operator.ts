import { captions } from "../../core/menu-texts.ts";
import type { Platform } from "../../platform/ports.ts";
import { forgetLicence } from "../licence/stored-licence.ts";
import { removeTickOwner } from "../schedule/tick-owner.ts";
import { mayConnect, operatorOf, setOperator } from "./operator.ts";
import * as texts from "./rules/operator-texts.ts";
import { showStatus } from "./status.ts";
import { forgetCheck } from "./stored-check.ts";

/**
 * Makes whoever runs the operator in place of somebody else, who may have left: the owner of the file always can. The keys of the
 * other stay with the other; their trigger finds that it has no owner, and removes itself.
 */
export function changeOperator(platform: Platform): void {
  const title = captions.changeOperator;
  const operator = operatorOf(platform);
  const refusal = refusalFor(platform, operator);
  if (operator === undefined || refusal !== undefined) {
    platform.screen.alert(title, refusal ?? texts.nobody);
    return;
  }
  if (platform.screen.ask(title, texts.ask(operator))?.trim() !== texts.CHANGE) return;
  setOperator(platform, platform.who);
  removeTickOwner(platform);
  // What was found out with the keys of the other.
  forgetCheck(platform);
  forgetLicence(platform);
  showStatus(platform);
  platform.screen.alert(title, texts.changed(operator));
}

function refusalFor(platform: Platform, operator: string | undefined): string | undefined {
  if (platform.who === "") return texts.NAMELESS;
  if (operator === undefined) return texts.nobody;
  if (operator === platform.who) return texts.already;
  return mayConnect(platform) ? undefined : texts.notAllowed(operator, platform.owner() ?? operator);
}
