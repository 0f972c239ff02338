import { type CsvColumn, headerOf } from "./csv-columns.ts";
import type { CsvRow } from "./csv-file.ts";

/** Why a row cannot be read, or undefined where it can: only then may its values be asked for. */
export function faultOf(row: CsvRow): string | undefined {
  if (!row.manageNumber) return `${headerOf("manageNumber")}がありません。`;
  for (const column of IDS)
    if (row[column] && !ID.test(row[column]))
      return `${headerOf(column)}「${row[column]}」に使えない文字があります。${EXCEL}`;
  for (const column of NUMBERS)
    if (row[column] && !NUMBER.test(digits(row[column])))
      return `${headerOf(column)}「${row[column]}」は数字ではありません。`;
  return undefined;
}

/** As RMS keeps it. */
export const manageNumberOf = ({ manageNumber = "" }: CsvRow): string => manageNumber.toLowerCase();

/** Null where the cell is blank, undefined where the file does not say. */
export const numberIn = (row: CsvRow, column: CsvColumn): number | null | undefined => {
  const text = row[column];
  return text === undefined ? undefined : text === "" ? null : Number(digits(text));
};

export const flagIn = (row: CsvRow | undefined, column: CsvColumn): boolean | undefined => {
  const text = row?.[column];
  return text === undefined ? undefined : text === "1";
};

/** In 倉庫 by one of them; for sale only where none is left unsaid. */
export const eitherOf = (...flags: readonly (boolean | undefined)[]): boolean | undefined =>
  flags.includes(true) ? true : flags.includes(undefined) ? undefined : false;

const IDS = ["manageNumber", "variantId"] as const;
const NUMBERS = ["price", "shopStock", "choiceStock"] as const;
const ID = /^[A-Za-z0-9_-]+$/;
const NUMBER = /^-?\d+$/;
const EXCEL =
  "Excelで保存し直したファイルでは番号が変わることがあります。RMSからダウンロードしたままのファイルを選んでください。";

const digits = (text: string): string => text.normalize("NFKC").replace(/,/g, "");
