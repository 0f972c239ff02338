/** Japanese wall time. RMS knows no other zone; instants are milliseconds since the epoch. */

const OFFSET = 9 * 60 * 60 * 1000;
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** `2026-11-24` */
export const jstDate = (instant: number): string => new Date(instant + OFFSET).toISOString().slice(0, 10);

/** `2026-11-24T09:30:00`, the form without a zone that the licence call uses. */
export const jstDateTime = (instant: number): string => new Date(instant + OFFSET).toISOString().slice(0, 19);

/** `2026-11-24T09:30:00+0900`, as the order API writes it. */
export const orderTime = (instant: number): string => `${jstDateTime(instant)}+0900`;

/** `2026-11-24T09:30:00+09:00`, as the item, inventory and navigation APIs write it. */
export const itemTime = (instant: number): string => `${jstDateTime(instant)}+09:00`;

/** Midnight in Japan at the start of the day that `instant` lies in. */
export const startOfDay = (instant: number): number => Math.floor((instant + OFFSET) / DAY) * DAY - OFFSET;

/** The instant at which a calendar date starts; undefined for what is not a date, such as 2026-02-30. */
export function parseDate(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const instant = Date.parse(`${text}T00:00:00+09:00`);
  return Number.isNaN(instant) || jstDate(instant) !== text ? undefined : instant;
}

/** Only `YYYY-MM-DDTHH:mm:ss+0900`: the order API refuses every other spelling of the zone. */
export function parseOrderTime(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+0900$/.test(text)) return undefined;
  const instant = Date.parse(`${text.slice(0, 19)}+09:00`);
  return Number.isNaN(instant) || orderTime(instant) !== text ? undefined : instant;
}

/** 日曜 is 0. */
export const weekday = (instant: number): number => new Date(instant + OFFSET).getUTCDay();
