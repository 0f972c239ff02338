import { captions } from "../../core/menu-texts.ts";
import type { Platform } from "../../platform/ports.ts";
import { fieldTexts } from "../settings/rules/settings-texts.ts";
import { saveSettings } from "../settings/save-settings.ts";
import { isClosed, SAVED, showResult } from "../settings/settings-dialogs.ts";
import { webhookKinds } from "./rules/webhook.ts";
import { sendTest } from "./send-test.ts";
import { webhookShown } from "./stored-webhook.ts";

const DELETE = "削除";

/** For those whose browser cannot show the panel. An empty answer keeps what is stored; the dialog cannot hide what is typed, and says so. */
export function askWebhook(platform: Platform): void {
  const title = captions.askWebhook;
  if (isClosed(platform, title)) return;
  const stored = webhookShown(platform);
  const now = stored === null ? "未登録" : `${webhookKinds[stored.kind]}（末尾 ${stored.end}）`;
  const answer = platform.screen.ask(
    title,
    `${fieldTexts.webhook.hint}入力した文字は画面に表示されます。変更しないときは空欄のまま、登録を消すときは「${DELETE}」と入力してOKを押してください。\n\n現在の値: ${now}`,
  );
  const typed = answer?.trim() ?? "";
  if (typed === "") return;
  showResult(platform, title, saveSettings(platform, { webhook: typed === DELETE ? null : typed }), SAVED);
}

export function showTest(platform: Platform): void {
  const title = captions.testNotices;
  const { sent, message } = sendTest(platform);
  if (sent) platform.screen.toast(message, title);
  else platform.screen.alert(title, message);
}
