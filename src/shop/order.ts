import type { Serial } from "../core/jst.ts";
import type { RowFault } from "../core/problem.ts";
import type { CarrierCode } from "./carrier.ts";
import type { Progress } from "./progress.ts";

/** An order as the shop sees it. Amounts are whole yen; null is an amount that RMS has not fixed yet. */
export interface Order {
  readonly number: string;
  readonly progress: Progress;
  readonly orderedAt: Serial;
  readonly confirmedAt: Serial | null;
  /** 定期購入, 頒布会 or 予約商品; empty for an ordinary purchase. */
  readonly orderType: string;
  /** The shop's own name for where the order stands. */
  readonly subStatus: string;
  /** ひとことメモ: what the shop wrote of it in RMS. */
  readonly shopMemo: string;
  /** What Rakuten warns the shop of. */
  readonly cautions: readonly string[];
  /** 楽天確認中. */
  readonly beingChecked: boolean;
  readonly payment: Payment;
  readonly deliveryMethod: string;
  /** What RMS's 配送区分 says of it; empty where it says nothing. */
  readonly temperature: string;
  readonly wishedDate: Serial | null;
  /** RMS shippingTerm: 0 none, 1 morning, 2 afternoon, 9 other, else hours h1h2 such as 1416. */
  readonly wishedTerm: number;
  readonly remarks: string;
  readonly gift: boolean;
  readonly wrappings: readonly string[];
  readonly ordererName: string;
  readonly requestPrice: number | null;
  /** All coupons and points together that pay for a part of the order. */
  readonly couponTotal: number | null;
  readonly usedPoints: number | null;
  /** 最強翌日配送: Rakuten promised the buyer the next day. */
  readonly nextDay: boolean;
  /** 当日出荷. */
  readonly sameDay: boolean;
  readonly packages: readonly Package[];
}

/** An order that RMS gave and that cannot be read; where at least its progress can, that is told. */
export interface UnreadOrder extends RowFault {
  readonly progress?: Progress;
}

/** The code is the key: one code has had two names (rms-api 3.6). */
export interface Payment {
  readonly code: number;
  readonly name: string;
}

/** One destination of an order. */
export interface Package {
  readonly basketId: number;
  /** Who receives the parcel, at the address that its label needs. */
  readonly addressee: Addressee;
  readonly noshi: string;
  readonly goodsPrice: number | null;
  readonly postage: number | null;
  /** 代引料. */
  readonly codFee: number | null;
  /** 置き配: where to leave the parcel, or PICKUP; empty when it is handed over. */
  readonly dropOff: string;
  readonly island: boolean;
  /** The carrier at purchase; empty where RMS names none that we know. */
  readonly rakutenCarrier: CarrierCode | "";
  /** A social gift whose receiver has not told the address yet: until when, where RMS says so. */
  readonly awaiting: { readonly until: Serial | null } | null;
  readonly lines: readonly Line[];
  readonly shippingRecords: readonly ShippingRecord[];
}

/** What RMS holds of one parcel; a shop may have its carriers set there long before anything is shipped. */
export interface ShippingRecord {
  readonly detailId: number | null;
  /** RMS's code. */
  readonly carrier: string;
  readonly trackingNumber: string;
  /** `2026/11/24`, or as it stands in RMS where that is no day; empty while there is none. */
  readonly shippedOn: string;
}

export interface Addressee {
  readonly name: string;
  readonly kana: string;
  readonly postcode: string;
  readonly prefecture: string;
  readonly city: string;
  readonly street: string;
  readonly phone: string;
}

/** One SKU of a package. */
export interface Line {
  readonly detailId: number;
  readonly manageNumber: string;
  readonly itemNumber: string;
  /** Empty for orders from before the shop's move to SKUs. */
  readonly variantId: string;
  readonly merchantSkuId: string;
  readonly name: string;
  readonly variation: string;
  readonly choice: string;
  readonly units: number;
  readonly price: number | null;
  /** 納期情報. */
  readonly deliveryInfo: string;
  /** 送料込み. */
  readonly postageIncluded: boolean;
}

/** What names the product of a line. */
export type CodedLine = Pick<Line, "manageNumber" | "itemNumber" | "variantId" | "merchantSkuId">;

export type SoldLine = CodedLine & Pick<Line, "units">;

/** An order as far as it takes goods from the stock. */
export interface SoldOrder extends Pick<Order, "number" | "progress"> {
  readonly payment: Pick<Payment, "code">;
  readonly packages: readonly (Pick<Package, "basketId"> & { readonly lines: readonly SoldLine[] })[];
}

/** What RMS shows for every part of an address that the receiver of a social gift has not told yet (rms-api 3.5). */
export const AWAITED = "入力待ち";

/** コンビニ受取 and 郵便局受取: the address is the store's, where the receiver picks the parcel up. */
export const PICKUP = "店舗受取";
