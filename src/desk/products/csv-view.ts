import type { Platform } from "../../platform/ports.ts";
import { runId } from "../../run/log.ts";
import { problemFrom } from "../../run/notice.ts";
import { type Book, openBook } from "../../workbook/commit/book.ts";
import type { Table } from "../../workbook/declare/table.ts";
import { mayChange, operatorOf, responsible } from "../connection/operator.ts";
import { setTable } from "../sets/set-table.ts";
import { plainSetCodes } from "../sets/sets.ts";
import { storedSettings } from "../settings/stored-settings.ts";
import { stockTable } from "../stock/stock-table.ts";
import { knownProducts } from "./known-products.ts";
import { productTable } from "./product-table.ts";
import { onlyOperatorImports } from "./rules/csv/import-texts.ts";
import { type KnownAnswer, type ProductImportView, packedKnown } from "./rules/csv/import-wire.ts";

/** The sheets that an import of products reads and writes. */
export const productImportTables: readonly Table[] = [productTable, stockTable, setTable];

export const productImportView = (platform: Platform): ProductImportView => ({
  editable: mayChange(platform),
  operator: operatorOf(platform) ?? "",
  codeField: storedSettings(platform).productCode,
});

/** For the preview of the panel. Reads the sheets and writes nothing. */
export function loadKnownProducts(platform: Platform): KnownAnswer {
  if (!mayChange(platform)) return { done: false, message: onlyOperatorImports(responsible(platform)) };
  try {
    const run = runId(platform.clock.now());
    return { done: true, known: knownIn(openBook({ ...platform, tables: productImportTables, run })) };
  } catch (error) {
    return { done: false, message: problemFrom(platform, error).message };
  }
}

const headers = Object.fromEntries(Object.entries(productTable.columns).map(([name, { header }]) => [name, header]));

const knownIn = (book: Book): string =>
  packedKnown({ ...knownProducts(book), sets: [...plainSetCodes(book)], headers });
