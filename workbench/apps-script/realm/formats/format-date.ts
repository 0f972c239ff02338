import { bridge } from "../bridge.ts";
import { exception, mismatch } from "../call.ts";

const DAY = 86_400_000;
const days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const months = [
  ...["January", "February", "March", "April", "May", "June", "July"],
  ...["August", "September", "October", "November", "December"],
];

/** An instant as a zone's wall clock shows it; the getUTC… methods of `wall` give its fields. */
interface Moment {
  readonly wall: Date;
  readonly offset: number;
  readonly instant: number;
  readonly timeZone: string;
}

/** As Java's SimpleDateFormat does, in English: what `Utilities.formatDate` promises. */
export function formatDate(date: Date, timeZone: string, pattern: string): string {
  if (!(date instanceof Date)) throw mismatch("Utilities.formatDate", [date, timeZone, pattern]);
  const instant = date.getTime();
  const zone = knownZone(timeZone);
  const offset = bridge.natives.zoneOffset(zone, instant);
  const moment = { wall: new Date(instant + offset), offset, instant, timeZone: zone };
  return tokens(pattern)
    .map((token) => ("literal" in token ? token.literal : field(token.letter, token.width, moment)))
    .join("");
}

export type Token = { readonly literal: string } | { readonly letter: string; readonly width: number };

/** Letters are fields, '…' is literal, '' is an apostrophe, everything else stands for itself. */
export function tokens(pattern: string): Token[] {
  const matches = pattern.matchAll(/''|'((?:[^']|'')*)'|(([A-Za-z])\3*)|'|[^A-Za-z']+/g);
  return [...matches].map(([all, quoted, run]) => {
    if (all === "'") throw exception("Unterminated quote");
    if (all === "''") return { literal: "'" };
    if (quoted !== undefined) return { literal: quoted.replaceAll("''", "'") };
    return run === undefined ? { literal: all } : { letter: run[0]!, width: run.length };
  });
}

/** Java takes a zone it does not know for GMT, and knows "JST". */
export function knownZone(timeZone: string): string {
  const zone = timeZone === "JST" ? "Asia/Tokyo" : timeZone;
  try {
    bridge.natives.zoneOffset(zone, 0);
    return zone;
  } catch {
    return "GMT";
  }
}

const padded = (value: number, width: number) => String(value).padStart(width, "0");
const named = (name: string, width: number) => (width >= 4 ? name : name.slice(0, 3));

function field(letter: string, width: number, moment: Moment): string {
  const { wall, offset } = moment;
  const hour = wall.getUTCHours();
  switch (letter) {
    case "G":
      return "AD";
    case "y":
      return year(wall.getUTCFullYear(), width);
    case "Y":
      return year(weekYear(wall), width);
    case "M":
    case "L":
      return width >= 3 ? named(months[wall.getUTCMonth()]!, width) : padded(wall.getUTCMonth() + 1, width);
    case "w":
      return padded(weekOfYear(wall), width);
    case "W":
      return padded(Math.ceil((wall.getUTCDate() + firstDay(wall)) / 7), width);
    case "D":
      return padded(dayOfYear(wall), width);
    case "d":
      return padded(wall.getUTCDate(), width);
    case "F":
      return padded(Math.ceil(wall.getUTCDate() / 7), width);
    case "E":
      return named(days[wall.getUTCDay()]!, width);
    case "u":
      return padded(wall.getUTCDay() || 7, width);
    case "a":
      return hour < 12 ? "AM" : "PM";
    case "H":
      return padded(hour, width);
    case "k":
      return padded(hour || 24, width);
    case "K":
      return padded(hour % 12, width);
    case "h":
      return padded(hour % 12 || 12, width);
    case "m":
      return padded(wall.getUTCMinutes(), width);
    case "s":
      return padded(wall.getUTCSeconds(), width);
    case "S":
      return padded(wall.getUTCMilliseconds(), width);
    case "z":
      return zoneName(moment, width);
    case "Z":
      return offsetText(offset, "");
    case "X":
      if (offset === 0) return "Z";
      return width === 1 ? offsetText(offset, "").slice(0, 3) : offsetText(offset, width === 2 ? "" : ":");
    default:
      throw exception(`Illegal pattern character '${letter}'`);
  }
}

const year = (value: number, width: number) => (width === 2 ? padded(value % 100, 2) : padded(value, width));
const newYear = (wall: Date) => Date.UTC(wall.getUTCFullYear(), 0, 1);
const dayOfYear = (wall: Date) => Math.floor((wall.getTime() - newYear(wall)) / DAY) + 1;
/** Week day of the month's first. */
const firstDay = (wall: Date) => new Date(Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth(), 1)).getUTCDay();

/** Java's US weeks: they begin on Sunday, and the one with 1 January is the first of its year. */
function weekYear(wall: Date): number {
  const saturday = new Date(wall.getTime() + (6 - wall.getUTCDay()) * DAY);
  return saturday.getUTCFullYear();
}

function weekOfYear(wall: Date): number {
  if (weekYear(wall) > wall.getUTCFullYear()) return 1;
  return Math.ceil((dayOfYear(wall) + new Date(newYear(wall)).getUTCDay()) / 7);
}

function offsetText(offset: number, separator: string): string {
  const minutes = Math.abs(offset) / 60_000;
  return `${offset < 0 ? "-" : "+"}${padded(Math.floor(minutes / 60), 2)}${separator}${padded(minutes % 60, 2)}`;
}

function zoneName({ timeZone, instant }: Moment, width: number): string {
  if (timeZone === "Asia/Tokyo" && width < 4) return "JST";
  return bridge.natives.zoneName(timeZone, instant, width < 4 ? "short" : "long");
}
