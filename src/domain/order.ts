import type { Serial } from "./jst.ts";
import type { Progress } from "./progress.ts";

/** An order as the shop sees it. Amounts are whole yen; null is an amount that RMS has not fixed yet. */
export interface Order {
  readonly number: string;
  readonly progress: Progress;
  readonly orderedAt: Serial;
  readonly confirmedAt: Serial | null;
  readonly payment: Payment;
  readonly deliveryMethod: string;
  readonly wishedDate: Serial | null;
  /** RMS shippingTerm: 0 none, 1 morning, 2 afternoon, 9 other, else hours h1h2 such as 1416. */
  readonly wishedTerm: number;
  readonly remarks: string;
  readonly gift: boolean;
  readonly wrappings: readonly string[];
  readonly ordererName: string;
  readonly requestPrice: number | null;
  readonly packages: readonly Package[];
}

/** The code is the key: one code has had two names (rms-api 3.6). */
export interface Payment {
  readonly code: number;
  readonly name: string;
}

/** One destination of an order. */
export interface Package {
  readonly basketId: number;
  readonly addressee: Addressee;
  readonly noshi: string;
  readonly goodsPrice: number | null;
  readonly lines: readonly Line[];
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
}
