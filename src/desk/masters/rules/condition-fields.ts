import { isLeft, type Shipment, type ShipmentLine } from "../../shipments/rules/shipment.ts";

/** One destination of an order, as a condition looks at it. */
export interface Subject {
  readonly shipment: Shipment;
  readonly lines: readonly ShipmentLine[];
}

export type FieldValue = string | number | null;

export interface ConditionField {
  readonly kind: "text" | "number" | "day";
  /** One, or one of each product that is to be shipped. */
  readonly values: (subject: Subject) => FieldValue[];
}

type Kind = ConditionField["kind"];

const ofShipment = (name: keyof Shipment, kind: Kind = "text"): ConditionField => ({
  kind,
  values: ({ shipment }) => [shipment[name]],
});

const ofLines = (name: keyof ShipmentLine, kind: Kind = "text"): ConditionField => ({
  kind,
  values: ({ lines }) => lines.filter(isLeft).map((line) => line[name]),
});

/** What people set conditions on, by the names that its columns have. */
export const conditionFields: Readonly<Record<string, ConditionField>> = {
  商品コード: ofLines("productCode"),
  商品名: ofLines("name"),
  バリエーション: ofLines("variation"),
  項目選択肢: ofLines("choice"),
  商品管理番号: ofLines("manageNumber"),
  商品番号: ofLines("itemNumber"),
  SKU管理番号: ofLines("variantId"),
  システム連携用SKU番号: ofLines("merchantSkuId"),
  セット内訳: ofLines("setParts"),
  数量: ofLines("units", "number"),
  単価: ofLines("price", "number"),
  備考: ofShipment("remarks"),
  日時指定: ofShipment("wishNote"),
  店舗への連絡: ofShipment("shopNote"),
  ギフトメッセージ: ofShipment("giftMessage"),
  ギフト: ofShipment("gift"),
  のし: ofShipment("noshi"),
  ラッピング: ofShipment("wrapping"),
  支払方法: ofShipment("payment"),
  配送方法: ofShipment("deliveryMethod"),
  配送サービス: ofShipment("service"),
  配送会社候補: ofShipment("suggestedCarrier"),
  楽天の配送会社: ofShipment("rakutenCarrier"),
  温度帯: ofShipment("temperature"),
  置き配: ofShipment("dropOff"),
  離島: ofShipment("island"),
  最強翌日配送: ofShipment("nextDay"),
  当日出荷: ofShipment("sameDay"),
  お届け希望日: ofShipment("wishedDate", "day"),
  時間帯: ofShipment("wishedTerm"),
  出荷予定日: ofShipment("shipOn", "day"),
  注文日時: ofShipment("orderedAt", "day"),
  請求金額: ofShipment("requestPrice", "number"),
  商品金額: ofShipment("goodsPrice", "number"),
  送料: ofShipment("postage", "number"),
  代引料: ofShipment("codFee", "number"),
  個数: ofShipment("units", "number"),
  明細数: ofShipment("lineCount", "number"),
  都道府県: ofShipment("prefecture"),
  市区町村: ofShipment("city"),
  "番地・建物": ofShipment("street"),
  お届け先住所: {
    kind: "text",
    values: ({ shipment: { prefecture, city, street } }) => [prefecture + city + street],
  },
  郵便番号: ofShipment("postcode"),
  電話番号: ofShipment("phone"),
  お届け先氏名: ofShipment("name"),
  フリガナ: ofShipment("kana"),
  注文者氏名: ofShipment("orderer"),
};
