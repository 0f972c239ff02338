import type { sheets_v4 } from "@googleapis/sheets";

type Color = sheets_v4.Schema$Color;
type ColorStyle = sheets_v4.Schema$ColorStyle;

/** Google keeps a channel in eight bits and answers the shortest decimal of a 32-bit float: 0.5 comes back as 0.49803922. */
export function channel(value: number): number {
  const stored = Math.fround(Math.ceil(value * 255 - 0.5) / 255);
  for (let digits = 1; digits < 9; digits++) {
    const short = Number(stored.toPrecision(digits));
    if (Math.fround(short) === stored) return short;
  }
  return Number(stored.toPrecision(9));
}

export function normalColor(color: Color | null | undefined): Color {
  const result: Color = {};
  for (const name of ["red", "green", "blue"] as const) {
    const value = channel(color?.[name] ?? 0);
    if (value !== 0) result[name] = value;
  }
  return result;
}

/** A colour and its newer style twin are two names of one thing: whichever the mask or value gives, both are answered. */
export function pairColors(message: object, color: string, style: string, named: (field: string) => boolean): void {
  const held = message as { [key: string]: unknown };
  const source = named(style) ? style : named(color) ? color : undefined;
  if (source === undefined) return;
  const given = held[source] as (Color & ColorStyle) | null | undefined;
  delete held[color];
  delete held[style];
  if (given === undefined || given === null) return;
  if (source === style && given.themeColor) {
    held[style] = { themeColor: given.themeColor };
    held[color] = themeColors[given.themeColor] ?? {};
  } else if (source === color || given.rgbColor) {
    const rgb = normalColor(source === color ? given : given.rgbColor);
    held[color] = rgb;
    held[style] = { rgbColor: { ...rgb } };
  }
}

/** The theme of a new spreadsheet, as recorded. */
export const themeColors: Readonly<Record<string, Color>> = {
  TEXT: {},
  BACKGROUND: { red: 1, green: 1, blue: 1 },
  ACCENT1: { red: 0.25882354, green: 0.52156866, blue: 0.95686275 },
  ACCENT2: { red: 0.91764706, green: 0.2627451, blue: 0.20784314 },
  ACCENT3: { red: 0.9843137, green: 0.7372549, blue: 0.015686275 },
  ACCENT4: { red: 0.20392157, green: 0.65882355, blue: 0.3254902 },
  ACCENT5: { red: 1, green: 0.42745098, blue: 0.003921569 },
  ACCENT6: { red: 0.27450982, green: 0.7411765, blue: 0.7764706 },
  LINK: { red: 0.06666667, green: 0.33333334, blue: 0.8 },
};
