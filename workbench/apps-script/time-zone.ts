const formats = new Map<string, Intl.DateTimeFormat>();

/** Milliseconds by which this zone's wall clock is ahead of UTC at an instant. Throws RangeError for an unknown zone. */
export function zoneOffset(timeZone: string, instant: number): number {
  const second = Math.floor(instant / 1000) * 1000;
  const parts = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(second)
      .map(({ type, value }) => [type, value]),
  );
  const { year, month, day, hour, minute, second: seconds } = parts;
  return Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(seconds)) - second;
}

/** The instant at which the zone's clock shows this wall time, given as a UTC timestamp. */
export function fromWallTime(timeZone: string, wall: number): number {
  const guess = wall - zoneOffset(timeZone, wall);
  return wall - zoneOffset(timeZone, guess);
}

/** "+09:00"-like names are accepted as Java's "GMT+09:00" is. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone: timeZone.replace(/^GMT(?=[+-]\d)/, ""),
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    formats.set(timeZone, format);
  }
  return format;
}
