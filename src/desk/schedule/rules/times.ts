/** Minutes of a day in Japan. */
export const DAY_MINUTES = 24 * 60;

/** `HH:MM` from 00:00 to 23:59. */
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

export const isTime = (value: unknown): value is string => typeof value === "string" && TIME.test(value);

/** Of a time that is one: minutes after midnight. */
export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

export const timeText = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");
