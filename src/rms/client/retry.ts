import type { HttpResponse } from "../../platform/ports.ts";

const ATTEMPTS = 4;
const FIRST_WAIT = 1000;
/** RMS may ask for more; then the next run is the next try. */
const LONGEST_WAIT = 60_000;

/** Milliseconds until the next try after `tries`; undefined when it is better to give up. */
export function pauseAfter(
  tries: number,
  response: HttpResponse | undefined,
  now: Date,
  random: number,
): number | undefined {
  if (tries >= ATTEMPTS) return undefined;
  const asked = retryAfter(response?.headers["retry-after"], now);
  if (asked !== undefined) return asked > LONGEST_WAIT ? undefined : asked;
  return FIRST_WAIT * 2 ** (tries - 1) * (0.75 + random / 2);
}

/** Of a Retry-After header, in seconds or as an HTTP date. */
export function retryAfter(header: string | undefined, now: Date): number | undefined {
  if (header === undefined) return undefined;
  const milliseconds = /^\s*\d+\s*$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now.getTime();
  return milliseconds > 0 ? milliseconds : undefined;
}
