import { sheetNames } from "../../core/sheet-names.ts";
import { carrierLabels } from "../../shop/carrier.ts";
import type { Column } from "../../workbook/declare/column.ts";
import { checkbox, date, dateTime, number, text } from "../../workbook/declare/column.ts";
import { defineTable, sealColumn } from "../../workbook/declare/table.ts";
import { SHIPPING_TAB } from "../tab-colors.ts";
import type { Shipment } from "./rules/shipment.ts";

/** 出荷リスト: one destination of one order a row. */
export const shipmentTable = defineTable({
  sheet: sheetNames.shipments,
  key: ["orderNumber", "basketId"],
  tabColor: SHIPPING_TAB,
  columns: {
    orderNumber: text("注文番号", "楽天の注文番号", 220),
    basketId: text("送付先ID", "1つの注文に送付先が複数あるときに区別する番号", 90),
    state: text("連携状態", "取込済・変更あり・要確認・保留・出荷済・取消のいずれか", 80) as Column<Shipment["state"]>,
    shippingStatus: text("出荷ステータス", "倉庫の作業状況を選んでください。", 100, "staff", [
      "未着手",
      "ピッキング済",
      "梱包済",
      "出荷済",
      "保留",
    ]),
    carrier: text("配送会社", "実際に使う配送会社を選んでください。", 170, "staff", carrierLabels),
    trackingNumber: text("伝票番号", "お荷物伝票番号を入力してください。", 130, "staff"),
    shippedOn: date("発送日", "発送した日を入力してください。", "staff"),
    memo: text("作業メモ", "自由に使えるメモ", 160, "staff"),
    cancelConfirmed: checkbox(
      "取消確認",
      "取消になった行は、ここにチェックを入れるまで、出荷済みとして楽天へ報告しません。",
    ),
    questions: text("確認事項", "要確認・保留の理由と対処方法。対処すると、次の取込で解消されます。", 260),
    changes: text("変更内容", "取込後に楽天側で変わった内容", 200),
    progress: text("楽天ステータス", "楽天の注文処理フェーズ。発送済のあとの取消は反映されません。", 120),
    orderedAt: dateTime("注文日時", "日本時間"),
    confirmedAt: dateTime("注文確認日時", "日本時間"),
    payment: text("支払方法", "購入者が選んだ支払方法", 140),
    deliveryMethod: text("配送方法", "購入者が選んだ楽天の配送方法"),
    service: text("配送サービス", "倉庫での呼び名", 120),
    suggestedCarrier: text("配送会社候補", "配送サービスマスタの配送会社", 130),
    temperature: text("温度帯", "配送サービスマスタの温度帯", 60),
    wishedDate: date("お届け希望日", "購入者が希望した日"),
    wishedTerm: text("お届け時間帯", "購入者が希望した時間帯", 90),
    bandCode: text("時間帯コード", "送り状データに入れるコード", 90),
    shipOn: date("出荷予定日", "お届け希望日から配送日数を引いた日"),
    nextDay: text("最強翌日配送", "最強翌日配送の注文"),
    sameDay: text("当日出荷", "当日に出荷する注文", 80),
    dropOff: text("置き配", "購入者が選んだ置き場所。「店舗受取」の行の住所は、受取店舗のものです。", 120),
    island: text("離島", "お届け先が離島", 60),
    name: text("お届け先氏名", "送付先の氏名", 120),
    kana: text("フリガナ", "送付先の氏名の読み", 120),
    postcode: text("郵便番号", "送付先の郵便番号", 80),
    prefecture: text("都道府県", "送付先の都道府県", 70),
    city: text("市区町村", "送付先の市区町村", 120),
    street: text("番地・建物", "送付先の番地・建物", 200),
    phone: text("電話番号", "送付先の電話番号", 110),
    lineCount: number("明細数", "出荷明細の行数", 60),
    units: number("個数", "出荷する商品の数", 60),
    goodsPrice: number("商品金額", "この送付先の商品合計（円）。未確定のときは空です。"),
    postage: number("送料", "送料（円）。未確定のときは空です。"),
    codFee: number("代引料", "代引料（円）。未確定のときは空です。"),
    requestPrice: number("請求金額", "注文全体の請求金額（円）。未確定のときは空です。"),
    gift: text("ギフト", "ギフトの注文", 60),
    noshi: text("のし", "のしの種類と表書き"),
    wrapping: text("ラッピング", "包装の種類", 120),
    remarks: text("備考", "購入者のコメントの全文", 260),
    wishNote: text("日時指定", "コメントの日時指定欄", 140),
    shopNote: text("店舗への連絡", "コメントの連絡欄", 200),
    giftMessage: text("ギフトメッセージ", "コメントのメッセージ欄", 200),
    orderer: text("注文者氏名", "購入者の氏名", 120),
    seal: sealColumn(),
  },
});
