/** Where RMS shows the keys, and where its functions are switched on: its menus as shops describe them (rms-api 1.1). */

const LIST = "「店舗様向け情報・サービス」→「WEB APIサービス」→「利用設定」の「アプリ一覧」";
const DETAILS = "「店舗様」の行の「詳細」";

/** Where RMS shows both keys. */
export const KEY_PAGE = `RMSの${LIST}→${DETAILS}`;

/** Where a function is switched on, click by click, for one sentence. */
export const FUNCTION_PAGE = `${KEY_PAGE}→「利用機能一覧」の「利用機能を編集」`;

const open: readonly string[] = [
  "RMSにログインし、「店舗様向け情報・サービス」→「WEB APIサービス」を開きます。",
  "左の「利用設定」から「アプリ一覧」を開きます（以前の画面では「WEB API」）。",
  `${DETAILS}を押します。確認の画面が出たら「確認する」を押します。`,
];

/** The same for both, a click or two a line. */
export const keySteps: readonly string[] = [
  ...open,
  "SPで始まる「サービスシークレット」と、SLで始まる「ライセンスキー」を、1文字も欠けないようにコピーします。",
];

export const functionSteps: readonly string[] = [
  ...open,
  "「利用機能一覧」の「利用機能を編集」を押します。",
  "必要な機能にチェックを入れます。",
  "いちばん下の「確認する」を押し、次の画面で「登録する」を押します（押すまで保存されません）。",
];

export const numbered = (steps: readonly string[]): string => steps.map((step, at) => `${at + 1}. ${step}`).join("\n");
