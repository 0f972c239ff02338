import { exception } from "../call.ts";

/** sprintf-like: flags, width, precision and %s %d %i %f %e %x %X %o %b %c %%. */
export function formatString(template: string, ...args: readonly unknown[]): string {
  let next = 0;
  return template.replace(/%([-+ 0,]*)(\d*)(?:\.(\d+))?([a-zA-Z%])/g, (_all, flags, width, precision, kind) => {
    if (kind === "%") return "%";
    if (next >= args.length) throw exception(`Missing argument for %${kind}`);
    const digits = precision === undefined ? undefined : Number(precision);
    return aligned(signed(converted(kind, args[next++], digits, flags), kind, flags), flags, Number(width || 0));
  });
}

function converted(kind: string, value: unknown, precision: number | undefined, flags: string): string {
  switch (kind) {
    case "s":
      return String(value).slice(0, precision);
    case "d":
    case "i":
      return grouped(String(Math.trunc(Number(value))), flags);
    case "f":
      return grouped(Number(value).toFixed(precision ?? 6), flags);
    case "e":
      return Number(value).toExponential(precision ?? 6);
    case "x":
      return Number(value).toString(16);
    case "X":
      return Number(value).toString(16).toUpperCase();
    case "o":
      return Number(value).toString(8);
    case "b":
      return String(Boolean(value));
    case "c":
      return typeof value === "number" ? String.fromCodePoint(value) : String(value).slice(0, 1);
    default:
      throw new Error(`workbench: Utilities.formatString with %${kind} is not implemented`);
  }
}

const grouped = (text: string, flags: string) =>
  flags.includes(",") ? text.replace(/^(-?\d+)/, (digits) => digits.replace(/\B(?=(\d{3})+$)/g, ",")) : text;

function signed(text: string, kind: string, flags: string): string {
  if (!"dife".includes(kind) || text.startsWith("-")) return text;
  return flags.includes("+") ? `+${text}` : flags.includes(" ") ? ` ${text}` : text;
}

function aligned(text: string, flags: string, width: number): string {
  if (flags.includes("-")) return text.padEnd(width);
  if (!flags.includes("0")) return text.padStart(width);
  const [, sign, digits] = /^([-+ ]?)(.*)$/s.exec(text)!;
  return sign + digits!.padStart(width - sign!.length, "0");
}
