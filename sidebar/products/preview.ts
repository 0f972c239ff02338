import { groupedBy } from "../../src/core/grouped.ts";
import type { RefusedRecord } from "../../src/desk/products/rules/csv/csv-file.ts";
import type { CsvListings } from "../../src/desk/products/rules/csv/csv-listings.ts";
import { missingParts } from "../../src/desk/products/rules/csv/file-parts.ts";
import type { Known } from "../../src/desk/products/rules/csv/import-wire.ts";
import { type Judged, judge } from "../../src/desk/products/rules/csv/judge.ts";
import { hasCode, readListings } from "../../src/desk/products/rules/csv/read-listings.ts";
import { refusalSummaries, withNames } from "../../src/desk/products/rules/refusal.ts";
import { type ProductCodeField, productCodeFields } from "../../src/shop/product-code.ts";
import { inBreaths } from "./breathe.ts";
import { type ChosenFile, isRead } from "./chosen-file.ts";

/** So many rows for a reason why they are not taken. */
export interface RefusedRows {
  readonly text: string;
  readonly count: number;
}

/** What an import of the chosen files would do. */
export interface Preview {
  readonly codeField: ProductCodeField;
  readonly read: CsvListings;
  readonly judged: Judged;
  readonly known: Known;
  /** What people should know or do about the files as a whole. */
  readonly hints: readonly string[];
  readonly refusedRows: readonly RefusedRows[];
  readonly refused: readonly RefusedRecord[];
}

/** Undefined where no file can be imported; a text where they cannot be with this product code. */
export async function previewOf(
  files: readonly ChosenFile[],
  known: Known,
  codeField: ProductCodeField,
  signal: AbortSignal,
): Promise<Preview | string | undefined> {
  const all = files.filter(isRead).map(({ read }) => read);
  if (all.length === 0) return undefined;
  if (!hasCode(all, codeField)) return noCode(codeField);
  const read = await inBreaths(readListings(all), signal);
  const judged = await inBreaths(judge(read, known, { codeField, sets: new Set(known.sets) }), signal);
  const unread = [...all.flatMap(({ refused }) => refused), ...read.refused];
  return {
    codeField,
    read,
    judged,
    known,
    hints: [...missingParts(files.map(({ name }) => name)), ...read.hints],
    refusedRows: [...refusalSummaries(judged.refusals), ...byReason(unread, files)],
    refused: [...unread, ...judged.refusals],
  };
}

const noCode = (codeField: ProductCodeField): string =>
  `商品コードに使う「${productCodeFields[codeField]}」の列がファイルにありません。ほかの項目を選ぶか、この列を選んでダウンロードし直してください。`;

function byReason(refused: readonly RefusedRecord[], files: readonly ChosenFile[]): RefusedRows[] {
  const nameOf = ({ at: { file, record } }: RefusedRecord) =>
    files.length === 1 ? `${record}行目` : `${files[file]?.name}の${record}行目`;
  return [...groupedBy(refused, ({ reason }) => reason)].map(([reason, some]) => ({
    text: withNames(reason, some, nameOf),
    count: some.length,
  }));
}
