import { type Serial, serialOfRms } from "../core/jst.ts";
import { carrierName } from "./carrier.ts";
import type { ShippingRecord } from "./order.ts";
import { typedNumbers } from "./tracking-number.ts";

/** What staff entered of the parcels of a row. */
export interface OwnParcels {
  /** One number or several. */
  readonly trackingNumber: string;
  readonly shippedOn: Serial | null;
  /** What reports of the row told RMS. */
  readonly reported?: readonly ReportedRecord[];
}

type ReportedRecord = Pick<ShippingRecord, "trackingNumber"> & { readonly shippedOn: Serial | null };

/**
 * Records of RMS by which somebody shipped otherwise than this row tells. A carrier alone says nothing: shops have that set
 * at purchase. A number that staff have on the row is theirs, and so is a day without a number that is theirs; so is what
 * was reported of the row, though people may have entered something else since.
 */
export function shippedElsewhere(records: readonly ShippingRecord[], own?: OwnParcels): ShippingRecord[] {
  const reported = own?.reported ?? [];
  const typed = typedNumbers(own?.trackingNumber ?? "").numbers;
  const ours = new Set(
    [own?.trackingNumber ?? "", ...typed, ...reported.map((one) => one.trackingNumber)].flatMap(numbersIn),
  );
  const days = [own?.shippedOn ?? null, ...reported.map((one) => one.shippedOn)];
  return records.filter(({ trackingNumber, shippedOn }) => {
    const numbers = numbersIn(trackingNumber);
    if (trackingNumber !== "") return numbers.length === 0 || numbers.some((number) => !ours.has(number));
    return saysShipped({ trackingNumber, shippedOn }) && !days.some((day) => isDay(shippedOn, day));
  });
}

export const saysShipped = ({
  trackingNumber,
  shippedOn,
}: Pick<ShippingRecord, "trackingNumber" | "shippedOn">): boolean => trackingNumber !== "" || shippedOn !== "";

/** As they are compared: people write hyphens, wide and small letters, and several numbers into one cell, with any sign between. */
const numbersIn = (text: string): string[] =>
  text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[-‐-―−ー]/g, "")
    .split(/[^0-9A-Z]+/)
    .filter(Boolean);

const isDay = (text: string, day: Serial | null): boolean =>
  day !== null && serialOfRms(text.replace(/\//g, "-")) === Math.floor(day);

/** For messages: `ヤマト運輸 1234、2026/11/24`. */
export const recordText = ({ carrier, trackingNumber, shippedOn }: ShippingRecord): string =>
  [[carrierName(carrier), trackingNumber].filter(Boolean).join(" "), shippedOn].filter(Boolean).join("、");
