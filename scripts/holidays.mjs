import { writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

/** Earlier days are past for whoever ships today. */
const FIRST_YEAR = 2025;

const HEAD = `/**
 * 国民の祝日, 振替休日 and 国民の休日 as MMDD by year, from @holiday-jp/holiday_jp, which is too large for the bundle.
 * Written by \`node scripts/holidays.mjs\`; a test holds it to the package.
 */
export const holidayData: Readonly<Record<string, string>> = {
`;

/** The text of src/shop/holiday-data.ts, from the package that is installed. */
export function holidayModule() {
  const { holidays } = createRequire(import.meta.url)("@holiday-jp/holiday_jp");
  /** @type {Map<string, string[]>} */
  const years = new Map();
  for (const day of Object.keys(holidays).sort()) {
    const [year = "", month = "", date = ""] = day.split("-");
    if (Number(year) >= FIRST_YEAR) years.set(year, [...(years.get(year) ?? []), month + date]);
  }
  const lines = [...years].map(([year, days]) => `  ${year}: "${days.join(" ")}",\n`);
  return `${HEAD}${lines.join("")}};\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href)
  await writeFile(new URL("../src/shop/holiday-data.ts", import.meta.url), holidayModule());
