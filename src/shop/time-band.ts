import type { CarrierCode } from "./carrier.ts";

/** A carrier's code for a band that RMS names by shippingTerm; these are the carriers' codes of 2026 (carriers 1-3, 5). */
export interface TimeBand {
  readonly carrier: CarrierCode;
  readonly term: number;
  readonly code: string;
}

/** What people choose where a carrier has no such band: the parcel goes without a time. */
export const NO_BAND = "指定なし";

/** なし is what it was called before. */
export const isNoBand = (code: string): boolean => /^(指定)?なし$/.test(code);

/** その他 is no time at all, and no carrier has it. */
const OTHER = 9;

const yamato: readonly [number, string][] = [
  [1, "0812"],
  [812, "0812"],
  [912, "0812"],
  // A code of these hours is still seen in old manuals; the band is no more.
  [1214, NO_BAND],
  [1416, "1416"],
  [1618, "1618"],
  [1820, "1820"],
  [1921, "1921"],
];

const sagawa: readonly [number, string][] = [
  [1, "01"],
  [812, "01"],
  [912, "01"],
  [1214, "12"],
  [1416, "14"],
  [1618, "16"],
  [1820, "18"],
  [1821, "04"],
  [1921, "19"],
];

const japanPost: readonly [number, string][] = [
  [1, "51"],
  [812, "51"],
  [912, "51"],
  [1214, "52"],
  [1416, "53"],
  [1618, "54"],
  [1820, "55"],
  [1921, "57"],
  [2021, "56"],
];

const bandsOf = (carrier: CarrierCode, bands: readonly [number, string][]): TimeBand[] =>
  [...bands, [OTHER, NO_BAND] as const].map(([term, code]) => ({ carrier, term, code }));

/** What 配送時間帯マスタ starts with. Of a band that a carrier offers only in parts (午後) a person has to decide. */
export const knownTimeBands: readonly TimeBand[] = [
  ...bandsOf("1001", yamato),
  ...bandsOf("1002", sagawa),
  ...bandsOf("1003", japanPost),
];

/** What people choose from: each code once, beside what they type for other carriers. */
export const bandChoices: readonly string[] = [...new Set([NO_BAND, ...knownTimeBands.map(({ code }) => code)])];
