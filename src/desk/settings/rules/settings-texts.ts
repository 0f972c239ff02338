import { captions } from "../../../core/menu-texts.ts";
import { sheetNames } from "../../../core/sheet-names.ts";
import { keyLabels } from "../../../shop/key-form.ts";
import { TARGET_STATUS } from "../../../shop/payment-target.ts";
import { MOST_PERIOD_DAYS } from "../../../shop/search-window.ts";
import { MOST_TIMES } from "../../schedule/rules/schedule.ts";
import { FRESH_MINUTES, MOST_REFRESH_MINUTES } from "../../shipments/rules/refresh-minutes.ts";
import { dialogTitles } from "./dialog-titles.ts";

const keyHint = (start: string): string => `RMSに表示されている、${start}で始まる値です。`;

export const STATUS_WANTED = "「100 注文確認待ち」「200 楽天処理中」「300 発送待ち」のいずれかを選んでください。";

/** The name and the explanation of each field, in the panel and in the dialogs of the menu. */
export const fieldTexts = {
  enabled: { label: dialogTitles.enabled, hint: "無効にすると、取得・送信・自動連携がすべて止まります。" },
  serviceSecret: { label: keyLabels.serviceSecret, hint: keyHint("SP") },
  licenseKey: { label: keyLabels.licenseKey, hint: keyHint("SL") },
  licenceExpiry: {
    label: dialogTitles.licenceExpiry,
    hint: "RMSから取得できないときに使います。RMSに表示されている日付を入力してください。",
  },
  periodDays: {
    label: dialogTitles.periodDays,
    hint: `何日前までの注文を取得するかを1から${MOST_PERIOD_DAYS}までで入力してください。`,
  },
  refreshMinutes: {
    label: dialogTitles.refreshMinutes,
    hint: `取込済みで発送前の注文を、楽天へ確認し直す間隔です。${FRESH_MINUTES}から${MOST_REFRESH_MINUTES}までで入力してください。新しい注文は、間隔に関係なく毎回取り込みます。`,
  },
  targets: {
    label: TARGET_STATUS,
    hint: `このステータスから「300 発送待ち」までの注文が出荷指示になり、それより前の注文は未出荷になります。「${sheetNames.payments}」と同じ内容です。`,
  },
  pastTarget: {
    label: dialogTitles.pastTarget,
    hint: "対象のステータスから先へ進んだ、発送待ちまでの注文の扱いです。",
  },
  productCode: { label: dialogTitles.productCode, hint: "商品マスタと在庫の商品コードになります。" },
  productsSince: { label: dialogTitles.productsSince, hint: "この日時以降に追加・更新された商品を取得します。" },
  productsFrom: { label: dialogTitles.productsFrom, hint: "この件数目以降の商品を取得します。通常は1です。" },
  shippingDate: {
    label: dialogTitles.shippingDate,
    hint: "出荷実績の発送日です。報告すると購入者へ発送メールが送られ、請求が始まります。一度報告した行の発送日は、入力した日を変えない限り変わりません。",
  },
  confirmOrders: {
    label: dialogTitles.confirmOrders,
    hint: "有効にすると、選んだ注文をメニューから楽天の注文確認待ちの次へ進められます。",
  },
  stockUpdate: {
    label: dialogTitles.stockUpdate,
    hint: `有効にすると、「${captions.updateShopStock}」で引当可能数を楽天の在庫数に登録できます。変わる内容は、登録の前に表示されます。`,
  },
  stopShare: {
    label: dialogTitles.stopShare,
    hint: "更新の対象のSKUのうち、在庫が0になるものと大きく変わるものが合わせてこの割合を超えるときは、楽天に何も書き込みません。",
  },
  schedule: {
    label: "実行する間隔と時刻",
    hint: `ジョブごとに、間隔か、1日${MOST_TIMES}個までの時刻（09:00 13:30 のように空白で区切ります）を選びます。自動で送信する出荷実績は、確認の画面を出さずに楽天へ報告します。`,
  },
  weekdays: { label: "実行する曜日", hint: "選んだ曜日だけ実行します。" },
  quiet: {
    label: "休止時間",
    hint: "この時間には始めません（22:00から06:00のように、日をまたげます）。空欄のときは、休まずに実行します。",
  },
  noticeMail: {
    label: dialogTitles.noticeMail,
    hint: "自動連携の失敗や有効期限、キャンセルされた注文などを、楽天のキーを登録した方へ1時間に1通までのメールで知らせます。",
  },
  webhook: {
    label: "Webhookのアドレス",
    hint: "Google ChatかSlackにも同じお知らせを送るときに、送り先で作ったWebhookのアドレスを入力してください。",
  },
  closingTime: {
    label: dialogTitles.closingTime,
    hint: "この時刻を過ぎても出荷済になっていない、出荷予定日が本日までの荷物を、1日に1回お知らせします。",
  },
  retentionDays: {
    label: dialogTitles.retentionDays,
    hint: `発送からこの日数が過ぎた行の氏名・住所・電話番号・備考などを、「${captions.housekeeping}」がすべてのシートと保管先から消去します。消去した内容は元に戻せません。`,
  },
  stopAmount: {
    label: dialogTitles.stopAmount,
    hint: "1つのSKUの在庫がこの数を超えて変わると、大きな変化と数えます。",
  },
  archiveAfterDays: {
    label: dialogTitles.archiveAfterDays,
    hint: `発送日からこの日数が過ぎた注文を、日次整理のときに「${sheetNames.shipments}」と「${sheetNames.shipmentLines}」から保管先へ移します。空欄のときは移しません。`,
  },
  archiveTo: {
    label: dialogTitles.archiveTo,
    hint: "月ごとのスプレッドシートは、移した人のマイドライブにできます。ほかの方に見せるときは、そのスプレッドシートを共有してください。",
  },
  bigQueryProject: {
    label: dialogTitles.bigQueryProject,
    hint: "保管先のプロジェクトのIDです。請求先アカウントがあり、BigQuery APIが有効なものを使います。BigQueryを使う許可は、アドオンを最初に許可するときに、ほかの許可とまとめて一度だけ求められます。",
  },
  bigQueryDataset: {
    label: dialogTitles.bigQueryDataset,
    hint: "ないときは、東京リージョン（asia-northeast1）に作成します。半角の英数字と「_」で入力してください。",
  },
  operators: {
    label: dialogTitles.operators,
    hint: "シートのどこでも変更できる人のメールアドレスを、1行に1件ずつ入力してください。ファイルのオーナーと、キーを登録した人は、入力しなくても変更できます。",
  },
  staff: {
    label: dialogTitles.staff,
    hint: "入力欄（薄い黄色の見出しの列）だけを変更できる人のメールアドレスを、1行に1件ずつ入力してください。どちらにも入力していない編集者も、スタッフと同じ扱いになります。",
  },
} as const;

/** What no add-on can erase: of a spreadsheet, Google lets nobody delete single versions, not by its API either. */
export const HISTORY_STAYS =
  "Googleの「ファイル」→「変更履歴」には、消去する前の内容が残ります。スプレッドシートの変更履歴は、一部だけを削除できません。";
export const HISTORY_WAYS = [
  "履歴も消すときは、所有者が「ファイル」→「コピーを作成」でコピーを作ります。コピーに変更履歴は引き継がれません。",
  "コピーで楽天のキーの登録と自動連携の開始を済ませてから、元のスプレッドシートを削除し、ゴミ箱からも完全に削除してください。",
  "セルのコメント、書き出したファイル、印刷物は消去の対象外です。不要になったら削除してください。",
] as const;
/** Under both lists of people. */
export const SHARED_ELSEWHERE =
  "ここではシートの保護だけを設定します。ファイルを開けるようにするには、Googleの「共有」からその人を編集者として追加してください。";

/** What everybody is told who may see the settings and not change them. */
export const onlyOperator = (name: string): string =>
  `設定を変更できるのは、楽天のキーを登録した ${name} さんだけです。変更はその方に依頼してください。`;

/** A script that is bound to a spreadsheet can be changed by all of its editors (docs/security.md). */
export const KEYS_REACHABLE =
  "キーは登録した方のGoogleアカウントにだけ保存されます。ただし、このスプレッドシートの編集者は全員Apps Scriptを書き換えられるため、技術的にはキーに触れられます。アドオンとして導入すると、それを防げます。";
