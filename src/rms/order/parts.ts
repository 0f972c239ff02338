import { type Serial, serialOfRms } from "../../core/jst.ts";

/** Stands for "not fixed yet" in every price (rms-api 3.4): never to be summed or shown. */
const UNFIXED = -9999;

/** What a flag says of a part that left the order. */
export const DELETED = 1;

export const serial = (value: string | null | undefined): Serial | null =>
  value ? (serialOfRms(value) ?? null) : null;

export const price = (value: number | null | undefined): number | null =>
  value === undefined || value === UNFIXED ? null : value;

type Parts = readonly (string | null | undefined)[];
const written = (parts: Parts): string[] => parts.map((part) => (part ?? "").trim()).filter(Boolean);

export const joined = (...parts: Parts): string => written(parts).join(" ");
export const hyphened = (...parts: Parts): string => written(parts).join("-");
