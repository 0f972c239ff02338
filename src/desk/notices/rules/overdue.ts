import type { Serial } from "../../../core/jst.ts";

/** A row of 出荷リスト, as far as it tells whether its parcel should have left. */
export interface Parcel {
  readonly state: string;
  readonly shippingStatus: string;
  /** 出荷予定日, and お届け希望日 where nobody could work it out. */
  readonly shipOn: Serial | null;
  readonly wishedDate: Serial | null;
}

/** It should have left by the end of `today`, and nobody says that it did. */
export function isOverdue({ state, shippingStatus, shipOn, wishedDate }: Parcel, today: Serial): boolean {
  const due = shipOn ?? wishedDate;
  const isOver = state === "出荷済" || state === "取消" || shippingStatus === "出荷済";
  return due !== null && due < Math.floor(today) + 1 && !isOver;
}
