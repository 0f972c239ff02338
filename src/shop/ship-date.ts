import { dateText, type Serial } from "../core/jst.ts";

/** When a shop ships. */
export interface ShippingDays {
  readonly isClosed: (day: Serial) => boolean;
  /** Why nobody can tell on which days it does; not given while its calendar can be used. */
  readonly unsure?: string | undefined;
  readonly today: Serial;
}

export interface ShipDate {
  readonly shipOn: Serial;
  /** Why it is not the day that the wish alone would give; empty where it is. */
  readonly moved: string;
  /** Why the parcel comes late however it is sent; empty where it need not. */
  readonly late: string;
}

/** However many days a shop closes at once. */
const MOST_CLOSED = 366;

/** The last day on which a parcel has to leave to arrive on the wished day: never later, a working day of the shop where there is one. */
export function shipDate(
  wished: Serial,
  leadDays: number,
  { isClosed, today }: Pick<ShippingDays, "isClosed" | "today">,
): ShipDate {
  const latest = wished - leadDays;
  let shipOn = latest;
  while (isClosed(shipOn) && latest - shipOn < MOST_CLOSED) shipOn--;
  return {
    shipOn,
    moved:
      shipOn === latest
        ? ""
        : `${dateText(latest)} は休業日のため、出荷予定日を前の営業日 ${dateText(shipOn)} にしました。`,
    late:
      shipOn < today
        ? `出荷予定日 ${dateText(shipOn)} を過ぎています。お届け希望日 ${dateText(wished)} に間に合うか確認し、間に合わないときは購入者に連絡してRMSのお届け希望日を直してください。`
        : "",
  };
}
