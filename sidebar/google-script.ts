import type { CheckResult } from "../src/desk/connection/rules/connection.ts";
import type { SaveResult, SettingsView } from "../src/desk/settings/rules/settings-form.ts";
import type { PreviewResult } from "../src/desk/shipments/rules/shipment-preview.ts";

/** What the server offers to the panels; a renamed function breaks the compile, not the user. */
export interface Server {
  loadSettings(): SettingsView;
  saveSettings(input: unknown): SaveResult;
  deleteKeys(): SaveResult;
  checkConnection(): CheckResult;
  setUpNow(): { readonly message: string };
  previewShipments(): PreviewResult;
}

interface Runner {
  withSuccessHandler(handler: (value: unknown) => void): Runner;
  withFailureHandler(handler: (error: Error) => void): Runner;
  [name: string]: unknown;
}

declare const google: { readonly script: { readonly run: Runner; readonly host: { close(): void } } };

/** The check waits for Rakuten up to eight times, set-up for a whole spreadsheet, a preview for all open orders; all else is quick. */
const SECONDS: Readonly<Record<keyof Server, number>> = {
  loadSettings: 30,
  saveSettings: 30,
  deleteKeys: 30,
  checkConnection: 120,
  setUpNow: 120,
  previewShipments: 360,
};

/** Calls a server function. Rejects with a message for people, also where Google itself fails or never answers. */
export function server<Name extends keyof Server>(
  name: Name,
  ...args: Parameters<Server[Name]>
): Promise<ReturnType<Server[Name]>> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(SILENT)), SECONDS[name] * 1000);
    const done = <Value>(settle: (value: Value) => void) => {
      return (value: Value) => {
        clearTimeout(timer);
        settle(value);
      };
    };
    const runner = google.script.run
      .withSuccessHandler(done((value) => resolve(value as ReturnType<Server[Name]>)))
      .withFailureHandler(done((error) => reject(new Error(explained(error.message)))));
    (runner[name] as (...args: unknown[]) => void)(...args);
  });
}

const ACCOUNTS =
  "ブラウザに複数のGoogleアカウントでログインしていると、このパネルは使えません。1つのアカウントだけでログインしたウィンドウ（Chromeの別プロファイルやシークレットウィンドウ）で開き直すか、" +
  "メニュー「API連携登録」→「設定（パネルを使わない場合）」から設定してください。";
const SILENT = `Googleから応答がありません。入力はそのまま残っています。${ACCOUNTS}`;

/** Several Google accounts in one browser make these calls fail, and nothing on our side can mend it (apps-script 5). */
const explained = (message: string): string =>
  /PERMISSION_DENIED|Authorization is required/i.test(message)
    ? `Googleアカウントを確認できませんでした。${ACCOUNTS}`
    : `通信に失敗しました。入力はそのまま残っています。もう一度お試しください。（${message}）`;
