/**
 * Japanese wall time without help of the runtime's time zone.
 * A `Serial` is what a spreadsheet stores: days since 1899-12-30 00:00 in Asia/Tokyo, which has had no summer time since 1951.
 */
export type Serial = number;

/** In milliseconds. */
export const DAY = 86_400_000;
const OFFSET = 9 * 3_600_000;
const EPOCH = Date.UTC(1899, 11, 30);
const RMS_TIME = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}):(\d{2})(?:\.\d+)?(?:([+-])(\d{2}):?(\d{2})|Z)?)?$/;

export const serialOf = (instant: Date): Serial => (instant.getTime() + OFFSET - EPOCH) / DAY;

export const instantOf = (serial: Serial): Date => new Date(Math.round(serial * DAY) + EPOCH - OFFSET);

/** Reads `2026-11-24`, `2026-11-24T10:30:00+0900` and `+09:00`; a time without a zone means JST. Undefined when it is no date. */
export function serialOfRms(text: string): Serial | undefined {
  const match = RMS_TIME.exec(text);
  if (match === null) return undefined;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const utc = Date.UTC(year, month - 1, day, hour, minute, second);
  const given = new Date(utc);
  const isDay = given.getUTCMonth() === month - 1 && given.getUTCDate() === day;
  if (!isDay || hour > 23 || minute > 59 || second > 59) return undefined;
  const wall = utc - EPOCH;
  return (match[4] === undefined ? wall : wall + OFFSET - zoneOffset(text, match)) / DAY;
}

function zoneOffset(text: string, match: RegExpExecArray): number {
  if (text.endsWith("Z")) return 0;
  if (match[7] === undefined) return OFFSET;
  const size = (Number(match[8]) * 60 + Number(match[9])) * 60_000;
  return match[7] === "-" ? -size : size;
}

/** `2026-11-24T10:30:00+0900`: the only form that searchOrder takes (rms-api: other zones are refused). */
export const rmsTime = (instant: Date): string => `${wallTime(instant).slice(0, 19)}+0900`;

/** Midnight in Japan of the day that lies `days` before `instant`. */
export function startOfDay(instant: Date, days = 0): Date {
  return new Date((Math.floor((instant.getTime() + OFFSET) / DAY) - days) * DAY - OFFSET);
}

/** `2026-11-24T10:30:00.000` in Japan. */
export const wallTime = (instant: Date): string => new Date(instant.getTime() + OFFSET).toISOString().slice(0, 23);

/** `11/24 10:30`, for messages. */
export const shortTime = (instant: Date): string =>
  `${Number(wallTime(instant).slice(5, 7))}/${Number(wallTime(instant).slice(8, 10))} ${wallTime(instant).slice(11, 16)}`;

/** `2026/11/24`, for messages. */
export const dateText = (serial: Serial): string => wallTime(instantOf(serial)).slice(0, 10).replace(/-/g, "/");

/** Reads `2026-11-24` and `2026-11-24T10:30` as Japanese wall time; undefined when there is no such day or time. */
export function instantOfWall(text: string): Date | undefined {
  const serial = serialOfRms(text.length === 16 ? `${text}:00` : text);
  return serial === undefined ? undefined : instantOf(serial);
}
