const formats = new Map<string, Intl.DateTimeFormat>();

/** Milliseconds by which this zone's wall clock is ahead of UTC at an instant. Throws RangeError for an unknown zone. */
export function zoneOffset(timeZone: string, instant: number): number {
  const [, sign, hours, minutes = "0"] = /^GMT([+-])(\d{1,2}):?(\d{2})?$/.exec(timeZone) ?? [];
  if (sign !== undefined) return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
  const second = Math.floor(instant / 1000) * 1000;
  const parts = formatOf(timeZone).formatToParts(second);
  const { year, month, day, hour, minute, seconds } = Object.fromEntries(
    parts.map(({ type, value }) => [type === "second" ? "seconds" : type, Number(value)]),
  );
  return Date.UTC(year!, month! - 1, day!, hour!, minute!, seconds!) - second;
}

/** The instant at which the zone's clock shows this wall time, given as a UTC timestamp. */
export function fromWallTime(timeZone: string, wall: number): number {
  const guess = wall - zoneOffset(timeZone, wall);
  return wall - zoneOffset(timeZone, guess);
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const numeric = "numeric";
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: numeric,
    month: numeric,
    day: numeric,
    hour: numeric,
    minute: numeric,
    second: numeric,
  });
  formats.set(timeZone, format);
  return format;
}
