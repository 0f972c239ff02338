import type { Payment } from "./order.ts";

/** 代金引換: the carrier collects at the door. */
export const COD = 2;

/** Rakuten's payment methods (rms-api 3.6, names of 2026). RMS has no call that lists those of a shop. */
export const knownPaymentMethods: readonly Payment[] = [
  { code: 1, name: "クレジットカード" },
  { code: COD, name: "代金引換" },
  { code: 3, name: "後払い" },
  { code: 4, name: "ショッピングクレジット／ローン" },
  { code: 5, name: "オートローン" },
  { code: 6, name: "リース" },
  { code: 7, name: "請求書払い" },
  { code: 8, name: "ポイント" },
  { code: 9, name: "銀行振込" },
  { code: 12, name: "Apple Pay" },
  { code: 13, name: "セブンイレブン（前払）" },
  { code: 14, name: "ファミリーマート、ローソン等（前払）" },
  { code: 16, name: "Alipay" },
  { code: 17, name: "PayPal" },
  { code: 21, name: "後払い決済" },
  { code: 27, name: "Alipay（支付宝）" },
];

/** `１` and `01` are code 1. */
export const plainPaymentCode = (text: string): string =>
  text
    .normalize("NFKC")
    .trim()
    .replace(/^0+(?=\d)/, "");
