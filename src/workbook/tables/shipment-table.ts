import type { Shipment } from "../../domain/shipment.ts";
import type { Column } from "../column.ts";
import { checkbox, date, dateTime, number, text } from "../column.ts";
import { defineTable, sealColumn } from "../table.ts";

const carriers = ["ヤマト運輸", "佐川急便", "日本郵便", "西濃運輸", "福山通運", "その他"];

/** 出荷リスト: one destination of one order a row. */
export const shipmentTable = defineTable({
  sheet: "出荷リスト",
  key: ["orderNumber", "basketId"],
  tabColor: { red: 0.1, green: 0.45, blue: 0.91 },
  columns: {
    orderNumber: text("注文番号", { width: 220, note: "楽天の注文番号です。" }),
    basketId: text("送付先ID", { width: 90, note: "1つの注文に送付先が複数あるときに区別する番号です。" }),
    state: text("連携状態", {
      width: 80,
      note: "取込済・変更あり・要確認・保留・出荷済・取消のいずれかです。",
    }) as Column<Shipment["state"]>,
    shippingStatus: text("出荷ステータス", {
      owner: "staff",
      width: 100,
      choices: ["未着手", "ピッキング済", "梱包済", "出荷済", "保留"],
      note: "倉庫の作業状況を選んでください。",
    }),
    carrier: text("配送会社", {
      owner: "staff",
      width: 100,
      choices: carriers,
      note: "実際に使う配送会社を選んでください。",
    }),
    trackingNumber: text("伝票番号", { owner: "staff", width: 130, note: "お荷物伝票番号を入力してください。" }),
    shippedOn: date("発送日", { owner: "staff", note: "発送した日を入力してください。" }),
    memo: text("作業メモ", { owner: "staff", width: 160, note: "自由に使えるメモです。" }),
    cancelConfirmed: checkbox("取消確認", {
      owner: "staff",
      note: "取消になった行は、ここにチェックを入れるまで、出荷済みとして楽天へ報告しません。",
    }),
    questions: text("確認事項", {
      width: 260,
      note: "要確認・保留の理由と対処方法です。対処すると、次の取込で解消されます。",
    }),
    changes: text("変更内容", { width: 200, note: "取込後に楽天側で変わった内容です。" }),
    progress: text("楽天ステータス", { width: 120, note: "楽天の注文処理フェーズです。" }),
    orderedAt: dateTime("注文日時", { note: "日本時間です。" }),
    confirmedAt: dateTime("注文確認日時", { note: "日本時間です。" }),
    payment: text("支払方法", { width: 140 }),
    deliveryMethod: text("配送方法", { width: 100, note: "購入者が選んだ楽天の配送方法です。" }),
    service: text("配送サービス", { width: 120, note: "倉庫での呼び名です。" }),
    suggestedCarrier: text("配送会社候補", { width: 130, note: "配送サービスマスタの配送会社です。" }),
    temperature: text("温度帯", { width: 60 }),
    wishedDate: date("お届け希望日"),
    wishedTerm: text("お届け時間帯", { width: 90 }),
    bandCode: text("時間帯コード", { width: 90, note: "送り状データに入れるコードです。" }),
    shipOn: date("出荷予定日", { note: "お届け希望日から配送日数を引いた日です。" }),
    nextDay: text("最強翌日配送", { width: 100 }),
    sameDay: text("当日出荷", { width: 80 }),
    dropOff: text("置き配", { width: 120 }),
    island: text("離島", { width: 60 }),
    name: text("お届け先氏名", { width: 120 }),
    kana: text("フリガナ", { width: 120 }),
    postcode: text("郵便番号", { width: 80 }),
    prefecture: text("都道府県", { width: 70 }),
    city: text("市区町村", { width: 120 }),
    street: text("番地・建物", { width: 200 }),
    phone: text("電話番号", { width: 110 }),
    lineCount: number("明細数", { width: 60 }),
    units: number("個数", { width: 60 }),
    goodsPrice: number("商品金額", { note: "この送付先の商品合計（円）です。未確定のときは空です。" }),
    postage: number("送料", { note: "未確定のときは空です。" }),
    codFee: number("代引料", { note: "未確定のときは空です。" }),
    requestPrice: number("請求金額", { note: "注文全体の請求金額（円）です。未確定のときは空です。" }),
    gift: text("ギフト", { width: 60 }),
    noshi: text("のし", { width: 100 }),
    wrapping: text("ラッピング", { width: 120 }),
    remarks: text("備考", {
      width: 260,
      note: "購入者のコメントの全文です。",
    }),
    wishNote: text("日時指定", { width: 140 }),
    shopNote: text("店舗への連絡", { width: 200 }),
    giftMessage: text("ギフトメッセージ", { width: 200 }),
    orderer: text("注文者氏名", { width: 120 }),
    seal: sealColumn(),
  },
});
