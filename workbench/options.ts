import { parseArgs } from "node:util";

/** What npm start and npm run job have in common. */
export const SHOP_HELP = `  --folder DIR   where the workbook, the shop and the settings are kept (default .workbench)
  --seed TEXT    the same seed makes the same shop (default 1; counts when the folder is new)
  --orders N     orders in a new shop (default 200)
  --skus N       SKUs in a new shop (default 300)
`;

const OPTIONS = {
  folder: { type: "string", default: ".workbench" },
  seed: { type: "string", default: "1" },
  orders: { type: "string", default: "200" },
  skus: { type: "string", default: "300" },
  port: { type: "string", default: "8900" },
  help: { type: "boolean", short: "h", default: false },
} as const;

export interface CommandLine {
  readonly folder: string;
  readonly shop: { readonly seed: string; readonly orders: number; readonly skus: number };
  readonly port: number;
  readonly help: boolean;
  readonly words: readonly string[];
}

/** Throws a sentence for an option that it does not know or cannot read. */
export function commandLine(): CommandLine {
  const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
  const { folder, seed, help } = values;
  const shop = { seed, orders: wholeNumber("orders", values.orders), skus: wholeNumber("skus", values.skus) };
  return { folder, shop, port: wholeNumber("port", values.port), help, words: positionals };
}

/** Throws a sentence for anything else. */
export function wholeNumber(name: string, text: string): number {
  if (!/^\d{1,7}$/.test(text)) throw new Error(`--${name} wants a whole number, not "${text}".`);
  return Number(text);
}
