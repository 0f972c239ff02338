import type { OwnParcels } from "../../../shop/shipped-elsewhere.ts";
import { sentRecords } from "../../reports/rules/sent-records.ts";

/** What people entered about a parcel, beside what the shop says of it. */
export interface StaffEntries extends Omit<OwnParcels, "reported"> {
  readonly carrier: string;
  readonly shippingStatus: string;
  /** 確認済, which was for cancellations alone once: sheets in use know the column by this name. */
  readonly cancelConfirmed: boolean;
  /** What reports of the row told RMS: no entry of people, but the row's own all the same. */
  readonly sentRecords?: string;
}

export const ownParcels = ({ trackingNumber, shippedOn, sentRecords: sent = "" }: ParcelCells): OwnParcels => ({
  trackingNumber,
  shippedOn,
  reported: sentRecords(sent),
});

export type ParcelCells = Pick<StaffEntries, "trackingNumber" | "shippedOn" | "sentRecords">;

/** Whatever RMS says of it yet. */
export const hasLeft = ({ shippingStatus }: Pick<StaffEntries, "shippingStatus">): boolean =>
  shippingStatus === "出荷済";

/** Somebody has begun to pack it, by what the masters said then. */
export const isInWork = ({
  trackingNumber,
  carrier,
  shippingStatus,
}: Pick<StaffEntries, "trackingNumber" | "carrier" | "shippingStatus">): boolean =>
  trackingNumber !== "" || carrier !== "" || !["", "未着手"].includes(shippingStatus);
