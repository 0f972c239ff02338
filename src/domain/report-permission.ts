import type { ShipmentState } from "./shipment.ts";

/** What people entered about a parcel, beside what the shop says of it. */
export interface PackedRow {
  readonly state: ShipmentState;
  /** A tracking number or 出荷済: for the people at the desk the parcel is on its way. */
  readonly entered: boolean;
  /** 取消確認. */
  readonly cancelConfirmed: boolean;
}

/** A parcel of a cancelled order goes to the shop as shipped only when a person says that it shall. */
export const isWithheld = ({ state, entered, cancelConfirmed }: PackedRow): boolean =>
  state === "取消" && entered && !cancelConfirmed;
