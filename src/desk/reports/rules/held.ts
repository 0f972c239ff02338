import type { Serial } from "../../../core/jst.ts";
import type { CarrierCode } from "../../../shop/carrier.ts";

/** A record of RMS as `shippingStates` gives it. */
export interface HeldRecord {
  readonly detailId: number | null;
  readonly carrier: string;
  readonly trackingNumber: string;
  readonly shippedOn: Serial | null;
}

/** What RMS holds of an order, as `shippingStates` gives it. */
export interface HeldOrder {
  readonly orderNumber: string;
  readonly progress: number;
  readonly baskets: readonly { readonly basketId: number; readonly records: readonly HeldRecord[] }[];
}

/** What RMS shall hold of a row: a record for each number, or one without where the service has none. */
export interface Wanted {
  readonly carrier: CarrierCode;
  readonly numbers: readonly string[];
  readonly shippedOn: Serial;
}
