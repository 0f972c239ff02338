import { captions } from "../../core/menu-texts.ts";
import type { Platform } from "../../platform/ports.ts";
import { type KeyName, keyFlaw, keyLabels, keyMended, keyNames, plainKey } from "../../shop/key-form.ts";
import type { Keys } from "../../shop/keys.ts";
import { keySteps, numbered } from "../../shop/rms-screens.ts";
import { checkConnection, checkText } from "../connection/check-connection.ts";
import { fieldTexts, KEYS_REACHABLE } from "./rules/settings-texts.ts";
import { deleteKeys, saveSettings } from "./save-settings.ts";
import { isClosed, SAVED, showResult } from "./settings-dialogs.ts";

/** An empty answer keeps what is stored. Keys that are saved are tried at once, as in the panel. */
export function askKeys(platform: Platform): void {
  const title = captions.askKeys;
  if (isClosed(platform, title)) return;
  const typed: Partial<Record<KeyName, string>> = {};
  for (const name of keyNames) {
    const answer = askKey(platform, name);
    if (answer === undefined) return;
    if (answer.trim() !== "") typed[name] = answer;
  }
  if (Object.keys(typed).length === 0) return;
  const result = saveSettings(platform, { keys: typed });
  if (!result.saved) showResult(platform, title, result, SAVED);
  else platform.screen.alert(title, [SAVED, ...mendedTexts(typed), "", connectionText(platform)].join("\n"));
}

/** Until it can be a key. The dialog cannot hide what is typed, and says so. */
function askKey(platform: Platform, name: KeyName, refused: readonly string[] = []): string | undefined {
  const { label, hint } = fieldTexts[name];
  const question = [
    ...refused,
    `${hint}入力した文字は画面に表示されます。変更しないときは空欄のままOKを押してください。`,
    numbered(keySteps),
    KEYS_REACHABLE,
  ];
  const answer = platform.screen.ask(`${captions.askKeys}: ${label}`, question.join("\n\n"));
  if (answer === undefined || answer.trim() === "") return answer;
  const flaw = keyFlaw(name, plainKey(answer));
  return flaw === "" ? answer : askKey(platform, name, [`まだ保存していません。${flaw}`]);
}

const mendedTexts = (typed: Partial<Keys>): string[] =>
  keyNames.flatMap((name) => {
    const mended = keyMended(typed[name] ?? "");
    return mended === "" ? [] : [`${keyLabels[name]}: ${mended}`];
  });

export function askToDeleteKeys(platform: Platform): void {
  const title = captions.askToDeleteKeys;
  if (isClosed(platform, title)) return;
  const answer = platform.screen.ask(
    title,
    "登録したキーを削除すると、楽天との連携が止まります。削除するときは「削除」と入力してください。",
  );
  if (answer?.trim() === "削除") showResult(platform, title, deleteKeys(platform), "キーを削除しました。");
}

/** The check of the panel, told in an alert. */
export const showConnection = (platform: Platform): void =>
  platform.screen.alert(captions.showConnection, connectionText(platform));

function connectionText(platform: Platform): string {
  const result = checkConnection(platform);
  return result.checked ? checkText(result.check) : result.message;
}
