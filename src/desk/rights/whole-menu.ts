import { captions } from "../../core/menu-texts.ts";
import type { Platform } from "../../platform/ports.ts";
import { mayConnect, operatorOf, responsible } from "../connection/operator.ts";
import { wholeMenuOf } from "../stored-names.ts";
import { rightsTexts } from "./rules/rights-texts.ts";

/** For those who are responsible here, and whom Google did not name as they opened the spreadsheet; the next time it need not. */
export function mayShowWholeMenu(platform: Platform): boolean {
  if (operatorOf(platform) !== platform.who && !mayConnect(platform)) {
    platform.screen.alert(captions.showWholeMenu, rightsTexts.noWholeMenu(responsible(platform)));
    return false;
  }
  platform.own.set(wholeMenuOf(platform.spreadsheetId), "1");
  return true;
}
