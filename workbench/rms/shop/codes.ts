/** Rakuten's code lists, as far as the sandbox's shop uses them. */

export const PROGRESS = {
  awaitingConfirmation: 100,
  processing: 200,
  awaitingShipment: 300,
  changing: 400,
  shipped: 500,
  settling: 600,
  settled: 700,
  cancelling: 800,
  cancelled: 900,
} as const;
export type Progress = (typeof PROGRESS)[keyof typeof PROGRESS];

export const PROGRESS_CODES: readonly Progress[] = Object.values(PROGRESS);

export interface SettlementMethod {
  readonly name: string;
  /** The code may be given to searchOrder. */
  readonly searchable: boolean;
  /** Rakuten waits for the money, so the order stays at 200 for days. */
  readonly prepaid: boolean;
  /** 1 = 楽天市場の共通決済手段 */
  readonly rpay: 0 | 1;
}

const settlement = (name: string, rpay: 0 | 1, more: Partial<SettlementMethod> = {}): SettlementMethod => ({
  name,
  rpay,
  searchable: true,
  prepaid: false,
  ...more,
});

export const SETTLEMENT_METHODS: ReadonlyMap<number, SettlementMethod> = new Map([
  [1, settlement("クレジットカード", 1)],
  [2, settlement("代金引換", 1)],
  [3, settlement("後払い", 0)],
  [4, settlement("ショッピングクレジット／ローン", 0)],
  [5, settlement("オートローン", 0)],
  [6, settlement("リース", 0)],
  [7, settlement("請求書払い", 0)],
  [8, settlement("ポイント", 1, { searchable: false })],
  [9, settlement("銀行振込", 1, { prepaid: true })],
  [12, settlement("Apple Pay", 1)],
  [13, settlement("セブンイレブン（前払）", 1, { prepaid: true })],
  [14, settlement("ファミリーマート、ローソン等（前払）", 1, { prepaid: true })],
  [16, settlement("Alipay", 1)],
  [17, settlement("PayPal", 1, { prepaid: true })],
  [21, settlement("後払い決済", 1)],
  [27, settlement("Alipay（支付宝）", 1)],
]);

/** Code 14 carried this name on orders before 2026-01-22. */
export const FORMER_NAME_OF_14 = {
  name: "ローソン、郵便局ATM等（前払）",
  before: Date.parse("2026-01-22T00:00:00+09:00"),
};

export const CARRIERS: ReadonlyMap<string, string> = new Map([
  ["1000", "その他"],
  ["1001", "ヤマト運輸"],
  ["1002", "佐川急便"],
  ["1003", "日本郵便"],
  ["1004", "西濃運輸"],
  ["1005", "セイノースーパーエクスプレス"],
  ["1006", "福山通運"],
  ["1007", "名鉄運輸"],
  ["1008", "トナミ運輸"],
  ["1009", "第一貨物"],
  ["1010", "新潟運輸"],
  ["1011", "中越運送"],
  ["1012", "岡山県貨物運送"],
  ["1013", "久留米運送"],
  ["1014", "山陽自動車運送"],
  ["1015", "NXトランスポート"],
  ["1016", "エコ配"],
  ["1017", "EMS"],
  ["1018", "DHL"],
  ["1019", "FedEx"],
  ["1020", "UPS"],
  ["1021", "日本通運"],
  ["1022", "TNT"],
  ["1023", "OCS"],
  ["1024", "USPS"],
  ["1025", "SFエクスプレス"],
  ["1026", "Aramex"],
  ["1027", "SGHグローバル・ジャパン"],
  ["1028", "Rakuten EXPRESS"],
  ["1029", "日本郵便 楽天倉庫出荷"],
  ["1030", "ヤマト運輸 クロネコゆうパケット"],
  ["1031", "名鉄NX運輸"],
]);

/** 1 通常購入, 4 定期購入, 5 頒布会, 6 予約商品 */
export const ORDER_TYPES = [1, 4, 5, 6] as const;

/** What RMS writes for a price that the shop has not fixed yet. */
export const UNFIXED = -9999;
