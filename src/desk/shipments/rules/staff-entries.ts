import type { OwnParcels } from "../../../shop/shipped-elsewhere.ts";

/** What people entered about a parcel, beside what the shop says of it. */
export interface StaffEntries extends OwnParcels {
  readonly carrier: string;
  readonly shippingStatus: string;
  /** 取消確認. */
  readonly cancelConfirmed: boolean;
}

/** Somebody has begun to pack it, by what the masters said then. */
export const isInWork = ({ trackingNumber, carrier, shippingStatus }: StaffEntries): boolean =>
  trackingNumber !== "" || carrier !== "" || !["", "未着手"].includes(shippingStatus);
