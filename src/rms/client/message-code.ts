import { captions } from "../../core/menu-texts.ts";
import type { Remedy } from "../../core/problem.ts";
import { KEY_PENDING_MINUTES } from "../../shop/key-age.ts";
import { FUNCTION_PAGE } from "../../shop/rms-screens.ts";
import type { Family } from "./endpoint.ts";

/** What a code of RMS means to the shop, with its cure. */
export interface Meaning {
  readonly remedy: Remedy;
  readonly text: string;
  /** Refused before any function was reached: a fresh key is refused in the same way. */
  readonly gateway?: true;
}

type Codes = Readonly<Record<string, Meaning>>;

const wait = (text: string): Meaning => ({
  remedy: "wait",
  text: `${text}しばらくしてからもう一度実行してください。`,
});
const fix = (text: string): Meaning => ({ remedy: "fix", text });
const report = (text: string): Meaning => ({
  remedy: "report",
  text: `${text}このメッセージを開発元へお知らせください。`,
});

const KEY_CURE =
  `「${captions.showSettings}」のサービスシークレットとライセンスキーをRMSの表示と見比べ、期限切れなら更新してください。` +
  `更新した直後のキーは、使えるようになるまで最長${KEY_PENDING_MINUTES}分かかります。`;
const SWITCH_CURE = `${FUNCTION_PAGE}で、この機能が利用中になっているか確認してください。`;

export const refusedKey: Meaning = { ...fix(`楽天がキーを受け付けませんでした。${KEY_CURE}`), gateway: true };
/** Mistyped, however new it is: no time will mend it. */
export const misshapenKey: Meaning = fix(
  `楽天がキーの形式を受け付けませんでした。前後の空白や文字の欠けがないか確かめ、入力し直してください。${KEY_CURE}`,
);
export const refusedFunction: Meaning = {
  ...fix(`楽天がこの機能の呼び出しを断りました。${SWITCH_CURE}${KEY_CURE}`),
  gateway: true,
};

/** Before any function is reached, in the words of both gateways (rms-api 1.4). */
const GATEWAY: Codes = {
  "ES01-01": refusedKey,
  GA0001: refusedKey,
  GK0001: misshapenKey,
  GK0005: misshapenKey,
  GK0006: misshapenKey,
  "ES04-01": refusedFunction,
  "ES04-03": report("楽天が呼び出しの形式（文字コード）を受け付けませんでした。"),
  GF0002: report("楽天にこの呼び出し先がありませんでした。"),
  AuthError: fix("この機能には、RMSの「商品一括編集」の契約が必要です。RMSで契約の状態を確認してください。"),
};

const CANCELLED = "この注文はすでにキャンセルされています。";
const undocumented = "意味が公開されていない応答です。";

/** Behind `ORDER_EXT_API_` (rms-api 2.4, 3.3, 4.4, 5). */
const ORDER: Codes = {
  SEARCH_ORDER_ERROR_023: report(`注文検索の条件を楽天が受け付けませんでした。${undocumented}`),
  GET_ORDER_WARNING_101: fix(`注文の取得に楽天が注意を付けました。${undocumented}RMSでこの注文を確認してください。`),
  CONFIRM_ORDER_ERROR_102: fix(`${CANCELLED}注文確認はできません。`),
  CONFIRM_ORDER_ERROR_103: fix("この注文はすでに先のステータスへ進んでいます。RMSで状態を確認してください。"),
  CONFIRM_ORDER_ERROR_105: fix("この注文は金額（送料）が未確定です。RMSで金額を確定してから実行してください。"),
  UPDATE_ORDERSHIPPING_ERROR_101: fix(
    "楽天が出荷実績を受け付けませんでした。RMSでこの注文のステータスと発送情報を確認してください。",
  ),
  UPDATE_ORDERSHIPPING_ERROR_102: fix(
    `${CANCELLED}出荷実績は報告できません。発送済みの場合はRMSでお客様対応を確認してください。`,
  ),
  UPDATE_ORDERSHIPPING_WARNING_101: fix(
    `出荷実績に楽天が注意を付けました。${undocumented}RMSでこの注文の発送情報を確認してください。`,
  ),
};

/** Common to all order functions, behind `…_ERROR_`. */
const ORDER_FIELD: Codes = {
  "009": report("必要な項目が呼び出しに含まれていませんでした。"),
  "010": report("呼び出しの項目に値がありませんでした。"),
  "011": report("呼び出しの項目の書式を楽天が受け付けませんでした。"),
};

/** The same in both families (rms-api 7.5, 8.3). */
const GOODS: Codes = {
  GE0007: report("楽天にこの呼び出し先がありませんでした。"),
  GE0011: report("呼び出しの内容が空でした。"),
  GE0012: report("楽天が呼び出しの形式を受け付けませんでした。"),
  GE0014: fix("楽天に該当する商品がありません。商品管理番号とSKU管理番号を確認してください。"),
  GE0017: wait("楽天が書き込みを止めています（メンテナンス中の可能性があります）。"),
  GE0019: wait("楽天が店舗の状態を確認できませんでした。"),
  CE0001: wait("楽天で同じ商品への別の処理が行われています。"),
  X0000: wait("楽天でシステムエラーが起きました。"),
  IE0001: report("必要な項目が呼び出しに含まれていませんでした。"),
  IE0002: report("呼び出しの項目の値を楽天が受け付けませんでした。"),
  IE0003: report("呼び出しの項目の値が楽天の許す範囲を超えていました。"),
  IE0004: report("呼び出しの項目が楽天の許す長さを超えていました。"),
  IE1101: report("呼び出しの件数が楽天の上限を超えていました。"),
  IE1105: fix("この機能は、SKU移行が済んだ店舗でだけ使えます。RMSで移行の状態を確認してください。"),
};

const ITEM: Codes = {
  ...GOODS,
  GE0020: fix("商品のデータが大きすぎます。RMSで商品の登録内容を確認してください。"),
  IE0007: report("呼び出しの選択値を楽天が受け付けませんでした。"),
  IE1003: report("ページの指定が二重でした。"),
  IE1004: report("ページの続きと一緒に使えない項目が指定されました。"),
  IE1005: report("楽天の知らない検索条件が指定されました。"),
  IE1106: report("同じ商品管理番号が2度指定されました。"),
};

const INVENTORY: Codes = {
  ...GOODS,
  IE0105: report("在庫数の範囲が指定されていませんでした。"),
  IE0113: report("在庫数の範囲の下限が上限を超えていました。"),
  IE0116: report("該当する在庫が多すぎます。範囲を狭める必要があります。"),
  IE0117: fix(
    "更新後の在庫数が0～99999に収まりません。売れて在庫が変わったときは、次の更新で登録します。続くときは在庫数を確認してください。",
  ),
  IE0118: fix("出荷リードタイムまたは出荷元が店舗設定にありません。RMSの店舗設定を確認してください。"),
  IE0121: fix("1つの商品管理番号に登録できるSKUは400件までです。RMSで商品を確認してください。"),
  IE0500: fix("楽天に在庫の登録がありません。RMSでこの商品の在庫を登録してください。"),
  IE1102: report("同じ商品管理番号とSKU管理番号が2度指定されました。"),
};

const badGenre = fix("ジャンルIDが正しくありません。RMSで商品のジャンルを確認してください。");
const noGenre = fix("楽天にこのジャンルがありません。RMSで商品のジャンルを確認してください。");
const badParameter = report("ジャンル取得の条件を楽天が受け付けませんでした。");

/** rms-api 9.1 */
const NAVIGATION: Codes = {
  invalidGenreId: badGenre,
  notGenreFound: noGenre,
  notAttributeFound: noGenre,
  notDictionaryValueFound: noGenre,
  invalidShowGenreAncestors: badParameter,
  invalidShowGenreSiblings: badParameter,
  invalidShowGenreChildren: badParameter,
  invalidAttributeId: badParameter,
  invalidPage: badParameter,
  invalidLimit: badParameter,
  invalidPageAndLimit: badParameter,
  requiredAttributeId: badParameter,
};

const FAMILIES: Readonly<Record<Family, Codes>> = {
  order: ORDER,
  item: ITEM,
  inventory: INVENTORY,
  navigation: NAVIGATION,
  licence: {},
};

const PREFIX = "ORDER_EXT_API_";

/** Undefined for a code that Rakuten's public material does not name. */
export function meaningOf(family: Family, code: string): Meaning | undefined {
  const plain = code.startsWith(PREFIX) ? code.slice(PREFIX.length) : code;
  const field = family === "order" ? /_ERROR_(\d+)$/.exec(plain)?.[1] : undefined;
  return (
    own(GATEWAY, code) ?? own(FAMILIES[family], plain) ?? (field === undefined ? undefined : own(ORDER_FIELD, field))
  );
}

/** For one order or record that RMS refused while others went on. */
export const explained = (family: Family, code: string): string =>
  meaningOf(family, code)?.text ?? "楽天が処理できませんでした。RMSでこの注文を確認してください。";

const own = (codes: Codes, code: string): Meaning | undefined =>
  Object.keys(codes).includes(code) ? codes[code] : undefined;
