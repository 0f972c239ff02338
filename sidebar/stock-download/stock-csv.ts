import Papa from "papaparse";
import type { FileCell, StockFile } from "../../src/desk/stock/rules/stock-file.ts";
import { cp932Of, lackingIn } from "./cp932.ts";

export const encodings = { cp932: "Shift_JIS（CP932）", utf8: "UTF-8（BOM付き）" } as const;
export type Encoding = keyof typeof encodings;

/** Where something stands that people should know of before they save. */
export interface Found {
  /** The row's code, and its column. */
  readonly code: string;
  readonly header: string;
  readonly text: string;
}

/** Lines as RFC 4180 has them: every text in quotes, so that it stays the text that it is, and every number bare. */
const csvText = ({ headers, rows }: StockFile): string =>
  `${Papa.unparse([headers as string[], ...(rows as FileCell[][])], {
    quotes: (value) => typeof value === "string",
    newline: "\r\n",
  })}\r\n`;

/** Excel knows by the BOM that a file is UTF-8; CP932 has none. */
export function stockCsv(file: StockFile, encoding: Encoding): Blob {
  const text = csvText(file);
  const part = encoding === "cp932" ? cp932Of(text) : `\ufeff${text}`;
  return new Blob([part], { type: "text/csv" });
}

/** Each cell with characters that CP932 lacks, and those characters. */
export const lackingCells = (file: StockFile): Found[] =>
  textsOf(file).flatMap((found) => {
    const lacking = lackingIn(found.text);
    return lacking.length === 0 ? [] : [{ ...found, text: lacking.map(named).join("、") }];
  });

/** As people can look it up where their fonts do not have it. */
const named = (sign: string): string =>
  `${sign}（U+${(sign.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, "0")}）`;

/** What a spreadsheet program that opens the file would take for a formula. Nothing is put before it: it would be another code then. */
const FORMULA = /^[=+\-@\t\r]/;

export const formulaLike = (file: StockFile): Found[] => textsOf(file).filter(({ text }) => FORMULA.test(text));

const textsOf = ({ headers, rows, code }: StockFile): Found[] => [
  ...headers.map((text) => ({ code: "", header: text, text })),
  ...rows.flatMap((row) =>
    row.flatMap((cell, at) =>
      typeof cell === "string" ? [{ code: String(row[code] ?? ""), header: headers[at] as string, text: cell }] : [],
    ),
  ),
];
