import { bridge } from "../bridge.ts";
import { exception } from "../call.ts";
import { knownZone, tokens } from "./format-date.ts";

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

type Fields = Record<string, string>;

/** Reads a text by a SimpleDateFormat pattern, leniently as Java does: the 32nd is the next month's first. */
export function parseDate(text: string, timeZone: string, pattern: string): Date {
  const fields = read(text, pattern);
  if (fields === undefined) throw exception(`Unparseable date: "${text}"`);
  const month = fields.M ?? fields.L;
  const wall = Date.UTC(
    yearOf(fields.y),
    month === undefined ? 0 : monthOf(month),
    number(fields.d, 1),
    hourOf(fields),
    number(fields.m, 0),
    number(fields.s, 0),
    number(fields.S, 0),
  );
  return new Date(wall - offsetOf(fields.Z ?? fields.X, knownZone(timeZone), wall));
}

const number = (text: string | undefined, otherwise: number) => (text === undefined ? otherwise : Number(text));

/** A field takes its own width when another follows directly, else as many digits as there are. */
function read(text: string, pattern: string): Fields | undefined {
  const letters: string[] = [];
  const parts = tokens(pattern).map((token, at, all) => {
    if ("literal" in token) return token.literal.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    letters.push(token.letter);
    const next = all[at + 1];
    return `(${expression(token.letter, token.width, next !== undefined && "letter" in next)})`;
  });
  const match = new RegExp(`^${parts.join("")}`, "i").exec(text);
  return match === null ? undefined : Object.fromEntries(letters.map((letter, at) => [letter, match[at + 1]!]));
}

function expression(letter: string, width: number, fixed: boolean): string {
  if (letter === "a") return "AM|PM";
  if (letter === "E") return "[A-Za-z]+";
  if (letter === "Z") return "[+-]\\d{4}";
  if (letter === "X") return "Z|[+-]\\d{2}(?::?\\d{2})?";
  if ((letter === "M" || letter === "L") && width >= 3) return "[A-Za-z]+";
  if (!"yMLdHkKhmsS".includes(letter))
    throw new Error(`workbench: Utilities.parseDate with ${letter} is not implemented`);
  return fixed ? `\\d{${width}}` : "\\d+";
}

/** Two digits are the year within 80 years back and 20 ahead. */
function yearOf(text: string | undefined): number {
  if (text === undefined) return 1970;
  if (text.length !== 2) return Number(text);
  const now = new Date(bridge.now()).getUTCFullYear();
  const near = Math.floor(now / 100) * 100 + Number(text);
  return near > now + 20 ? near - 100 : near < now - 80 ? near + 100 : near;
}

const monthOf = (text: string): number =>
  /^\d/.test(text) ? Number(text) - 1 : months.indexOf(text.slice(0, 3).toLowerCase());

function hourOf({ H, k, K, h, a }: Fields): number {
  if (H !== undefined) return Number(H);
  if (k !== undefined) return Number(k) % 24;
  const twelve = K ?? h;
  return twelve === undefined ? 0 : (Number(twelve) % 12) + (a?.toUpperCase() === "PM" ? 12 : 0);
}

function offsetOf(text: string | undefined, timeZone: string, wall: number): number {
  if (text === undefined) {
    const guess = wall - bridge.natives.zoneOffset(timeZone, wall);
    return bridge.natives.zoneOffset(timeZone, guess);
  }
  if (/^z$/i.test(text)) return 0;
  const [, sign, hours, minutes = "0"] = /^([+-])(\d{2}):?(\d{2})?$/.exec(text)!;
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
