/** An order as the sandbox's shop keeps it: what people chose, without the sums that follow from it (see money.ts). */
export interface ShopOrder {
  readonly orderNumber: string;
  readonly timeline: Timeline;
  /** 1 通常購入, 4 定期購入, 5 頒布会, 6 予約商品 */
  readonly orderType: number;
  readonly reserveNumber: string | null;
  readonly reserveDeliveryCount: number | null;
  readonly subStatusId: number | null;
  readonly orderer: Orderer;
  readonly settlementMethodCode: number;
  readonly card: Card | null;
  readonly deliveryName: string;
  readonly deliveryClass: number | null;
  readonly deliveryDate: string | null;
  readonly shippingTerm: number | null;
  readonly remarks: string | null;
  readonly memo: string | null;
  readonly operator: string | null;
  readonly mailPlugSentence: string | null;
  readonly giftCheck: boolean;
  readonly wrappings: readonly Wrapping[];
  readonly usedPoint: number;
  readonly coupons: readonly Coupon[];
  /** 決済手数料, 後払い手数料 borne by the orderer */
  readonly paymentCharge: number;
  readonly feeToUser: number;
  /** 0 PC, 1-5 feature phones, 11-19 smartphones, 21-29 tablets */
  readonly carrierCode: number;
  readonly emailCarrierCode: number;
  readonly flags: OrderFlags;
  readonly cautionDisplayType: number;
  readonly cautionDisplayDetailType: number | null;
  readonly packages: readonly ShopPackage[];
  readonly changes: readonly ChangeRecord[];
  /** Dotted paths into the answer of getOrder and what stands there instead, such as `{"SettlementModel.settlementMethodCode": "x"}`. */
  readonly overrides: Readonly<Record<string, unknown>>;
}

/** Instants; one that lies ahead is when time will bring the order there, null when only a person can. */
export interface Timeline {
  readonly ordered: number;
  readonly confirmed: number | null;
  /** 注文確定 and 発送指示: from here the order awaits shipment. */
  readonly fixed: number | null;
  readonly shipped: number | null;
  readonly settling: number | null;
  readonly settled: number | null;
  /** 400, 800 and 900 stand beside the line; the order stays there whatever the time. */
  readonly aside: 400 | 800 | 900 | null;
}

export interface OrderFlags {
  readonly rakutenMember: boolean;
  readonly asuraku: boolean;
  readonly drug: boolean;
  readonly deal: boolean;
  /** 最強翌日配送 */
  readonly deliveryCertPrg: boolean;
  /** 当日出荷 */
  readonly oneDayOperation: boolean;
  readonly modified: boolean;
  readonly rakutenConfirming: boolean;
}

export interface Person {
  readonly zipCode1: string;
  readonly zipCode2: string;
  readonly prefecture: string;
  readonly city: string;
  readonly subAddress: string;
  readonly familyName: string;
  readonly firstName: string | null;
  readonly familyNameKana: string | null;
  readonly firstNameKana: string | null;
  readonly phoneNumber1: string | null;
  readonly phoneNumber2: string | null;
  readonly phoneNumber3: string | null;
}

export interface Orderer extends Person {
  readonly emailAddress: string;
  readonly sex: string | null;
  readonly birthYear: number | null;
  readonly birthMonth: number | null;
  readonly birthDay: number | null;
}

export interface Card {
  readonly name: string;
  readonly lastDigits: string;
  readonly owner: string;
  readonly expires: string;
  /** 0 一括, 1 リボ, 2 分割, 4 ボーナス一括 */
  readonly payType: number;
  readonly installments: string | null;
}

export interface Wrapping {
  /** 1 包装紙, 2 リボン */
  readonly title: 1 | 2;
  readonly name: string;
  readonly price: number;
}

export interface Coupon {
  readonly couponCode: string;
  readonly couponName: string;
  readonly couponSummary: string;
  /** 1 ショップ, 2 メーカー, 3 サービス */
  readonly couponCapitalCode: 1 | 2 | 3;
  readonly expiryDate: string;
  readonly couponPrice: number;
  readonly couponUnit: number;
}

/** One destination. */
export interface ShopPackage {
  readonly basketId: number;
  readonly sender: Person;
  readonly isolatedIsland: boolean;
  readonly noshi: string | null;
  /** null = not fixed yet */
  readonly postage: number | null;
  /** 代引料 */
  readonly codFee: number;
  readonly defaultDeliveryCompanyCode: string;
  readonly dropOffLocation: string | null;
  readonly lines: readonly OrderLine[];
  readonly shippings: readonly ShippingRecord[];
  readonly cvs: ConvenienceStore | null;
  readonly socialGift: SocialGift | null;
}

export interface OrderLine {
  readonly itemDetailId: number;
  readonly itemId: number;
  readonly itemName: string;
  readonly itemNumber: string | null;
  readonly manageNumber: string;
  /** null = an order from before the shop's SKU migration */
  readonly sku: LineSku | null;
  readonly price: number;
  readonly units: number;
  readonly taxRate: number;
  readonly includeTax: boolean;
  readonly includePostage: boolean;
  readonly includeCod: boolean;
  readonly selectedChoice: string | null;
  readonly pointRate: number;
  readonly inventoryType: 0 | 1 | 2;
  readonly delvdateInfo: string | null;
  readonly singleItemShipping: number;
}

export interface LineSku {
  readonly variantId: string;
  readonly merchantDefinedSkuId: string | null;
  readonly skuInfo: string | null;
}

export interface ShippingRecord {
  readonly shippingDetailId: number;
  readonly shippingNumber: string | null;
  readonly deliveryCompany: string | null;
  readonly shippingDate: string | null;
}

export interface ConvenienceStore {
  readonly cvsCode: number;
  readonly storeCode: string;
  readonly storeName: string;
  readonly storeZip: string;
  readonly storePrefecture: string;
  readonly storeAddress: string;
}

/** Until `completed` lies in the past the destination shows 入力待ち. */
export interface SocialGift {
  readonly number: string;
  readonly inputDueDate: string;
  readonly completed: number | null;
  readonly receiverEmailAddress: string;
}

export interface ChangeRecord {
  readonly changeId: number;
  readonly changeType: number;
  readonly changeTypeDetail: number | null;
  readonly changeReason: number | null;
  readonly changeReasonDetail: number | null;
  readonly applied: number | null;
  readonly fixed: number | null;
  readonly completed: number | null;
}
