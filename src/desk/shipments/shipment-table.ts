import { sheetNames } from "../../core/sheet-names.ts";
import { carrierLabels } from "../../shop/carrier.ts";
import type { Column } from "../../workbook/declare/column.ts";
import { checkbox, date, dateTime, number, seal, staffKey, text } from "../../workbook/declare/column.ts";
import { ORANGE, OVER, RED, YELLOW } from "../../workbook/declare/highlight.ts";
import { defineTable } from "../../workbook/declare/table.ts";
import type { ReportCells } from "../reports/rules/report-cells.ts";
import { SHIPPING_TAB } from "../tab-colors.ts";
import { type Asking, asksForTick } from "./rules/acknowledgement.ts";
import type { Shipment } from "./rules/shipment.ts";
import { shipmentViews } from "./shipment-views.ts";
import { dayValidation, trackingValidation } from "./typed-entries.ts";

/** Of the columns that show what RMS holds of shipping. */
const RECORD_BY_RECORD = "発送情報が複数あるときは1行に1件ずつで、RMSの各列の同じ行が1件です。";

const SEVERAL_NUMBERS =
  "1行の荷物が複数あるときは、行を写さずに、この欄へ番号を改行（Alt+Enter）か「,」で区切って並べてください。";

/** On a header that staff look at. */
const HOW_TO =
  "【操作説明】並べ替えの代わりに、メニュー「データ」→「フィルタ表示」から「今日出荷」「要確認」「伝票番号なし」などを選んでください。" +
  "行を動かさずに絞り込みと並べ替えができ、ほかの人の画面にも影響しません。";

const ASKING: readonly (keyof Asking)[] = ["state", "questions", "changes", "acknowledged"];

const askingRow = (cell: (name: string) => unknown): Asking =>
  Object.fromEntries(ASKING.map((name) => [name, String(cell(name) ?? "")])) as unknown as Asking;

/**
 * 出荷リスト: one destination of one order a row. The columns in their order from the left: what the work on a parcel needs
 * stands on the first screen, the rest in groups that are folded.
 */
export const shipmentTable = defineTable({
  sheet: sheetNames.shipments,
  key: ["orderNumber", "basketId"],
  tabColor: SHIPPING_TAB,
  frozen: 2,
  columns: {
    orderNumber: text("注文番号", { note: "楽天の注文番号", width: 190, writer: "import" }),
    state: text("連携状態", {
      note: "取込済・変更あり・要確認・保留・出荷済・取消のいずれか",
      width: 80,
      writer: "import",
    }) as Column<Shipment["state"], "import">,
    shippingStatus: text("出荷ステータス", {
      note: `倉庫の作業状況を選んでください。\n${HOW_TO}`,
      width: 124,
      writer: "staff",
      choices: ["未着手", "ピッキング済", "梱包済", "出荷済", "保留"],
    }),
    staffKey: staffKey("照合（作業）", {
      formerly: ["shippingStatus", "carrier", "trackingNumber", "shippedOn", "memo", "cancelConfirmed"],
    }),
    trackingNumber: text("伝票番号", {
      note: `お荷物伝票番号を入力してください。${SEVERAL_NUMBERS}`,
      width: 120,
      writer: "staff",
      distinct: true,
      validation: trackingValidation,
    }),
    name: text("お届け先氏名", { note: "送付先の氏名", width: 110, personal: "data", writer: "import" }),
    prefecture: text("都道府県", { note: "送付先の都道府県", width: 78, personal: "data", writer: "import" }),
    goods: text("商品", {
      note: `出荷する商品。2種類以上あるときは、最初の商品と残りの種類の数です。すべての商品は${sheetNames.shipmentLines}にあります。`,
      width: 290,
      writer: "import",
    }),
    units: number("個数", { note: "出荷する商品の数", width: 50, writer: "import" }),
    wishedDate: date("お届け希望日", { note: "購入者が希望した日", width: 104, writer: "import" }),
    wishedTerm: text("時間帯", {
      note: "購入者が希望したお届けの時間帯",
      width: 80,
      formerHeaders: ["お届け時間帯"],
      writer: "import",
    }),
    shipOn: date("出荷予定日", {
      note: `お届け希望日から配送日数を引いた日。${sheetNames.closedDays}の休業日のときは、その前の営業日です。`,
      width: 90,
      writer: "import",
    }),
    carrier: text("配送会社", {
      note: "実際に使う配送会社を選んでください。",
      width: 140,
      writer: "staff",
      choices: carrierLabels,
    }),
    carrierKey: staffKey("照合（発送）"),
    shippedOn: date("発送日", {
      note: "発送した日を 11/24 のように入力してください。",
      width: 90,
      writer: "staff",
      validation: dayValidation,
    }),
    questions: text("確認事項", {
      note: "要確認・保留の理由と対処方法。対処すると、次の取込で解消されます。",
      width: 220,
      personal: "mentions",
      writer: "import",
    }),
    memo: text("作業メモ", { note: "自由に使えるメモ", width: 140, personal: "mentions", writer: "staff" }),
    memoKey: staffKey("照合（確認）"),
    cancelConfirmed: checkbox("確認済", {
      note: "変更内容や確認事項を確認したら、チェックを入れてください。次の取込で「変更あり」「要確認」が解除されます（マスタの設定が必要なものを除きます）。取消の行は、チェックを入れるまで、出荷済みとして楽天へ報告しません。確認するものがある行にだけ、チェックボックスが出ます。",
      boxed: { by: ASKING, when: (cell) => asksForTick(askingRow(cell)) },
    }),
    postcode: text("郵便番号", { note: "送付先の郵便番号", width: 80, personal: "data", writer: "import" }),
    city: text("市区町村", { note: "送付先の市区町村", width: 120, personal: "data", writer: "import" }),
    street: text("番地・建物", { note: "送付先の番地・建物", width: 200, personal: "data", writer: "import" }),
    phone: text("電話番号", { note: "送付先の電話番号", width: 110, personal: "data", writer: "import" }),
    kana: text("フリガナ", { note: "送付先の氏名の読み", width: 120, personal: "data", writer: "import" }),
    dropOff: text("置き配", {
      note: "購入者が選んだ置き場所。「店舗受取」の行の住所は、受取店舗のものです。",
      width: 120,
      personal: "mentions",
      writer: "import",
    }),
    island: text("離島", { note: "お届け先が離島", width: 60, writer: "import" }),
    basketId: text("送付先ID", { note: "1つの注文に送付先が複数あるときに区別する番号", width: 90, writer: "import" }),
    erasedAt: dateTime("個人情報の消去", {
      note: "保存日数が過ぎて、この行の氏名・住所・電話番号・備考などを消去した日時",
      writer: "retention",
    }),
    changes: text("変更内容", {
      note: "取込後に楽天側で変わった内容",
      width: 200,
      personal: "mentions",
      writer: "import",
    }),
    acknowledged: text("確認した内容", {
      note: "「確認済」にチェックが入ったときの変更と確認事項",
      width: 200,
      personal: "mentions",
      writer: "import",
    }),
    warnings: text("注意点", {
      note: "出荷は止めませんが、確かめたほうがよいこと",
      width: 200,
      personal: "mentions",
      writer: "import",
    }),
    goodsPrice: number("商品金額", { note: "この送付先の商品合計（円）。未確定のときは空です。", writer: "import" }),
    postage: number("送料", { note: "送料（円）。未確定のときは空です。", writer: "import" }),
    codFee: number("代引料", { note: "代引料（円）。未確定のときは空です。", writer: "import" }),
    requestPrice: number("請求金額", { note: "注文全体の請求金額（円）。未確定のときは空です。", writer: "import" }),
    couponTotal: number("クーポン利用額", { note: "注文全体のクーポン利用額（円）", width: 100, writer: "import" }),
    usedPoints: number("ポイント利用額", { note: "注文全体のポイント利用額（円）", width: 100, writer: "import" }),
    gift: text("ギフト", { note: "ギフトの注文", width: 60, writer: "import" }),
    noshi: text("のし", { note: "のしの種類と表書き", personal: "mentions", writer: "import" }),
    wrapping: text("ラッピング", { note: "包装の種類", width: 120, writer: "import" }),
    giftMessage: text("ギフトメッセージ", {
      note: "コメントのメッセージ欄",
      width: 200,
      personal: "data",
      writer: "import",
    }),
    remarks: text("備考", { note: "購入者のコメントの全文", width: 260, personal: "data", writer: "import" }),
    wishNote: text("日時指定", { note: "コメントの日時指定欄", width: 140, personal: "data", writer: "import" }),
    shopNote: text("店舗への連絡", { note: "コメントの連絡欄", width: 200, personal: "data", writer: "import" }),
    shopMemo: text("ひとことメモ", {
      note: "RMSで店舗が注文に書いたメモ",
      width: 200,
      personal: "mentions",
      writer: "import",
    }),
    progress: text("楽天ステータス", {
      note: "楽天の注文処理フェーズ。発送済のあとの取消は反映されません。",
      width: 120,
      writer: "import",
    }),
    subStatus: text("サブステータス", { note: "店舗がRMSで付けたサブステータス", width: 110, writer: "import" }),
    caution: text("楽天の警告", {
      note: "楽天の警告表示（注意喚起・キャンセル確定）と楽天確認中",
      width: 160,
      writer: "import",
    }),
    orderedAt: dateTime("注文日時", { note: "日本時間", writer: "import" }),
    confirmedAt: dateTime("注文確認日時", { note: "日本時間", writer: "import" }),
    orderType: text("注文種別", {
      note: "定期購入・頒布会・予約商品。通常購入のときは空です。",
      width: 80,
      writer: "import",
    }),
    payment: text("支払方法", { note: "購入者が選んだ支払方法", width: 140, writer: "import" }),
    orderer: text("注文者氏名", { note: "購入者の氏名", width: 120, personal: "data", writer: "import" }),
    lineCount: number("明細数", { note: "出荷明細の行数", width: 60, writer: "import" }),
    deliveryInfo: text("納期情報", {
      note: `注文時の商品の納期情報。商品ごとの納期は${sheetNames.shipmentLines}にあります。`,
      width: 160,
      writer: "import",
    }),
    checkedAt: dateTime("最終確認日時", {
      note: "この行の注文を楽天へ最後に確認した日時（日本時間）。発送済とキャンセル確定の注文は、確認し直しません。",
      writer: "check",
    }),
    deliveryMethod: text("配送方法", { note: "購入者が選んだ楽天の配送方法", writer: "import" }),
    service: text("配送サービス", { note: "倉庫での呼び名", width: 120, writer: "import" }),
    suggestedCarrier: text("配送会社候補", {
      note: `${sheetNames.deliveries}の配送会社`,
      width: 130,
      writer: "import",
    }),
    rakutenCarrier: text("楽天の配送会社", { note: "購入時の楽天の配送会社", width: 130, writer: "import" }),
    temperature: text("温度帯", { note: `${sheetNames.deliveries}の温度帯`, width: 60, writer: "import" }),
    deliveryClass: text("楽天の配送区分", { note: "RMSの配送区分（常温・冷蔵・冷凍）", width: 80, writer: "import" }),
    bandCode: text("時間帯コード", { note: "送り状データに入れるコード", width: 90, writer: "import" }),
    nextDay: text("最強翌日配送", { note: "最強翌日配送の注文", writer: "import" }),
    sameDay: text("当日出荷", { note: "当日に出荷する注文", width: 80, writer: "import" }),
    reportState: text("報告状態", {
      note: "出荷実績の報告の状態。「送信済」は、楽天で注文が発送済になったことを確かめた行です。「一部送信済」「確認中」の行は、次の送信でもう一度確かめます。",
      width: 90,
      writer: "report",
    }) as Column<ReportCells["reportState"], "report">,
    reportMessage: text("報告の内容", {
      note: "出荷実績を報告できない理由や楽天のメッセージと、対処方法",
      width: 260,
      writer: "report",
    }),
    reportedAt: dateTime("報告日時", { note: "出荷実績を最後に送った日時（日本時間）", writer: "report" }),
    rmsDetailIds: text("RMSの発送明細ID", { note: `RMSにある発送情報の番号。${RECORD_BY_RECORD}`, writer: "import" }),
    rmsCarriers: text("RMSの配送会社", {
      note: `RMSにある配送会社。店舗の設定により、出荷前から入っていることがあります。${RECORD_BY_RECORD}`,
      width: 130,
      writer: "import",
    }),
    rmsTrackingNumbers: text("RMSの伝票番号", {
      note: `RMSにあるお荷物伝票番号。${RECORD_BY_RECORD}`,
      width: 130,
      writer: "import",
    }),
    rmsShippedOn: text("RMSの発送日", { note: `RMSにある発送日。${RECORD_BY_RECORD}`, writer: "import" }),
    sentRecords: text("送信した発送情報", {
      note: "出荷実績で最後に送った発送情報。1行に1件ずつ、発送明細ID（新規は new）、配送会社コード、伝票番号、発送日の順です。",
      width: 260,
      writer: "report",
    }),
    reportBatch: text("報告ID", { note: "出荷実績を送った1回ごとの番号", writer: "report" }),
    reportRequest: text("受付番号", { note: "出荷実績を楽天が受け付けた番号", writer: "report" }),
    askedOfMasters: text("マスタの確認事項", {
      note: "確認事項のうち、マスタの設定で解消されるもの。編集しないでください。",
      width: 160,
      personal: "mentions",
      writer: "import",
      hidden: true,
    }),
    seal: seal({ writer: "import" }),
    reportSeal: seal({ writer: "report" }, "照合（報告）"),
  },
  groups: [
    { title: "お届け先", from: "postcode", to: "erasedAt" },
    { title: "変更・注意", from: "changes", to: "warnings" },
    { title: "金額", from: "goodsPrice", to: "usedPoints" },
    { title: "ギフト", from: "gift", to: "giftMessage" },
    { title: "備考", from: "remarks", to: "shopMemo" },
    { title: "注文", from: "progress", to: "checkedAt" },
    { title: "配送", from: "deliveryMethod", to: "sameDay" },
    { title: "楽天・報告", from: "reportState", to: "reportRequest" },
  ],
  views: shipmentViews,
  highlights: [
    // A tracking number or 出荷済 on a row that was cancelled, and nobody said since that it shall be reported.
    [
      'AND({state}="取消",OR({trackingNumber}<>"",{shippingStatus}="出荷済"),OR(NOT({cancelConfirmed}),{questions}<>""))',
      RED,
    ],
    // Of a cancelled order until somebody has said that it was seen to.
    ['AND({reportState}="エラー",OR({state}<>"取消",NOT({cancelConfirmed})))', RED],
    ['{state}="取消"', OVER],
    ['{state}="要確認"', ORANGE],
    ['{state}="保留"', ORANGE],
    ['{state}="変更あり"', YELLOW],
    // Overdue. TODAY() is that of Japan: 初期設定 sees to the time zone.
    [
      'AND(COUNT({shipOn},{wishedDate})>0,IF(ISNUMBER({shipOn}),{shipOn},{wishedDate})<TODAY(),{state}<>"出荷済",{state}<>"取消",{shippingStatus}<>"出荷済")',
      RED,
    ],
    ['AND({warnings}<>"",{state}="取込済",{shippingStatus}<>"出荷済")', YELLOW],
  ],
});
