import type { actions } from "../src/actions.ts";
import { inMenu, WITHOUT_PANEL } from "../src/core/menu-texts.ts";

type Actions = typeof actions;

/** What the add-on offers to its panels: its own functions, whose results arrive later. */
export type Server = {
  readonly [Name in keyof Actions]: (...args: Parameters<Actions[Name]>) => Promise<ReturnType<Actions[Name]>>;
};

interface Runner {
  withSuccessHandler(handler: (value: unknown) => void): Runner;
  withFailureHandler(handler: (error: Error) => void): Runner;
  readonly [name: string]: (...args: never[]) => unknown;
}

declare const google: { readonly script: { readonly run: Runner } };

/** Calls that reject with a message for people, also where Google itself fails or does not answer in time. */
export const serverWithin = (seconds: number): Server =>
  new Proxy({} as Server, {
    get:
      (_, name) =>
      (...args: never[]) =>
        answer(String(name), args, seconds),
  });

/** For all that neither waits for Rakuten nor goes through a whole spreadsheet. */
export const server = serverWithin(30);

function answer(name: string, args: never[], seconds: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(SILENT)), seconds * 1000);
    const done = <Value>(settle: (value: Value) => void) => {
      return (value: Value) => {
        clearTimeout(timer);
        settle(value);
      };
    };
    const runner = google.script.run
      .withSuccessHandler(done(resolve))
      .withFailureHandler(done((error) => reject(new Error(explained(error.message)))));
    runner[name]!(...args);
  });
}

const ACCOUNTS =
  "ブラウザに複数のGoogleアカウントでログインしていると、このパネルは使えません。1つのアカウントだけでログインしたウィンドウ（Chromeの別プロファイルやシークレットウィンドウ）で開き直すか、" +
  `${inMenu(WITHOUT_PANEL)}から操作してください。`;
const SILENT = `Googleから応答がありません。入力はそのまま残っています。${ACCOUNTS}`;

/** Several Google accounts in one browser make these calls fail, and nothing on our side can mend it (apps-script 5). */
const explained = (message: string): string =>
  /PERMISSION_DENIED|Authorization is required/i.test(message)
    ? `Googleアカウントを確認できませんでした。${ACCOUNTS}`
    : `通信に失敗しました。入力はそのまま残っています。もう一度お試しください。（${message}）`;
