import type { SaveResult, SettingsView } from "../src/domain/settings.ts";

/** What the server offers to the panels; a renamed function breaks the compile, not the user. */
export interface Server {
  loadSettings(): SettingsView;
  saveSettings(input: unknown): SaveResult;
}

interface Runner {
  withSuccessHandler(handler: (value: unknown) => void): Runner;
  withFailureHandler(handler: (error: Error) => void): Runner;
  [name: string]: unknown;
}

declare const google: { readonly script: { readonly run: Runner; readonly host: { close(): void } } };

/** Calls a server function. Rejects with a message for people, also where Google itself fails. */
export function server<Name extends keyof Server>(
  name: Name,
  ...args: Parameters<Server[Name]>
): Promise<ReturnType<Server[Name]>> {
  return new Promise((resolve, reject) => {
    const runner = google.script.run
      .withSuccessHandler((value) => resolve(value as ReturnType<Server[Name]>))
      .withFailureHandler((error) => reject(new Error(explained(error.message))));
    (runner[name] as (...args: unknown[]) => void)(...args);
  });
}

/** Several Google accounts in one browser make these calls fail, and nothing on our side can mend it. */
const explained = (message: string): string =>
  /PERMISSION_DENIED|Authorization is required/i.test(message)
    ? "Googleアカウントを確認できませんでした。ブラウザに複数のアカウントでログインしているときは、このシートの持ち主だけでログインしたウィンドウで開き直してください。"
    : `通信に失敗しました。入力はそのまま残っています。もう一度お試しください。（${message}）`;
