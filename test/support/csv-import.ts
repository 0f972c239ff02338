import { chunksOf, wholePages } from "../../src/desk/products/rules/csv/chunks.ts";
import type { CsvFile } from "../../src/desk/products/rules/csv/csv-file.ts";
import { type Judged, judge } from "../../src/desk/products/rules/csv/judge.ts";
import { readListings } from "../../src/desk/products/rules/csv/read-listings.ts";
import type { Merged } from "../../src/desk/products/rules/merge.ts";
import type { ProductCodeField } from "../../src/shop/product-code.ts";
import { finished } from "./csv.ts";
import { master } from "./products.ts";

/** 商品マスタ in memory, into which product files are brought as the panel does it. */
export function csvMaster(codeField: ProductCodeField, size = 2) {
  const sheets = master({ codeField });
  const judged = (...files: readonly CsvFile[]): Judged =>
    finished(judge(finished(readListings(files)), sheets.known(), { codeField, sets: new Set() }));
  return {
    ...sheets,
    judged,
    /** `retires`: the operator's word that the files are all that the shop has. */
    imports(files: readonly CsvFile[], retires = false): Merged[] {
      const { gone, known } = judged(...files);
      const read = finished(readListings(files));
      const chunks = finished(chunksOf(read, finished(wholePages(read)), known, codeField, () => size));
      const merged = chunks.map(({ listings, pages }) =>
        sheets.merge({ listings: listings.map(({ listing }) => listing), pages, retires: false }),
      );
      return retires ? [...merged, sheets.merge({ listings: [], pages: gone.pages, retires: true })] : merged;
    },
  };
}
