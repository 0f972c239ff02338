import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Preview, previewOf } from "../../../sidebar/products/preview.ts";
import { type ReadFile, readFile } from "../../../sidebar/products/read-file.ts";
import { listingsIn } from "../../support/csv-rows.ts";

const FOLDER = join(import.meta.dirname, "../../../../shared/data");
const present = existsSync(FOLDER);
if (!present) console.warn(`Skipped: the files at ${FOLDER} are not here, so the CSV reader is not held to them.`);

async function read(path: string, file = 0): Promise<ReadFile> {
  const found = await readFile(new Blob([readFileSync(join(FOLDER, path))]), file);
  if ("problem" in found) throw new Error(found.problem);
  return found;
}
const ITEM = "rms-csv/dl-item.cp932.csv";
const SELECT = "rms-csv/dl-select.cp932.csv";

describe.skipIf(!present)("real exports of RMS", () => {
  test("every record of item.csv is read, none merged or cut, although its line ends are CR alone", async () => {
    const { kind, rows, refused } = await read(ITEM);
    expect([kind, rows.length, refused]).toEqual(["item", 1304, []]);
    expect(new Set(rows.map(({ manageNumber }) => manageNumber)).size).toBe(1304);
    expect(
      rows.every(({ name, price, stockType }) => name !== "" && /^\d+$/.test(price!) && /^[02]$/.test(stockType!)),
    ).toBe(true);
    expect(rows[0]).toMatchObject({ manageNumber: "442110", name: "crankbrothers cobalt GRIP", genreId: "563161" });
  });

  test("item.csv with select.csv: each choice of the 71 products that have some is a product", async () => {
    const { listings, refused, hints } = listingsIn(await read(ITEM), await read(SELECT, 1));
    expect(listings).toHaveLength(1233 + 286);
    expect([refused, hints]).toEqual([[], []]);
    const choices = listings.filter(({ listing }) => listing.manageNumber === "9th-b_b").map(({ listing }) => listing);
    expect(choices).toMatchObject([
      { variantId: "", itemNumber: "", variation: "サイズ:48cm", shopStock: 99 },
      { variantId: "", itemNumber: "", variation: "サイズ:54cm", shopStock: 100 },
      { variantId: "", itemNumber: "", variation: "サイズ:59cm", shopStock: 100 },
    ]);
    const others = listings.filter(({ listing }) => listing.stockControl === "none");
    expect([others.length, others.every(({ listing }) => listing.shopStock === null)]).toEqual([1233, true]);
  });

  test("item.csv whole, where no product has a 商品番号: all are refused with one summary", async () => {
    const file = new Blob([readFileSync(join(FOLDER, ITEM))]);
    const files = [{ name: "dl-item.cp932.csv", file, read: await readFile(file, 0) }];
    const sheets = { products: [], stocked: [], sets: [], headers: {} };
    const shown = (await previewOf(files, sheets, "itemNumber", new AbortController().signal)) as Preview;
    expect(shown.judged).toMatchObject({ added: [], changed: [], asked: [] });
    expect(shown.refused).toHaveLength(1304);
    expect(shown.refusedRows).toMatchObject([
      { count: 1233, text: expect.stringContaining("商品コードがない") },
      { count: 71, text: expect.stringContaining("select.csvも選んでください") },
    ]);
    expect(await previewOf(files, sheets, "merchantSkuId", new AbortController().signal)).toContain(
      "列がファイルにありません",
    );
  });

  test("item.csv alone: the others are read, and select.csv is asked for", async () => {
    const { listings, refused, hints } = listingsIn(await read(ITEM));
    expect([listings.length, refused.length]).toEqual([1233, 71]);
    expect(hints).toEqual([expect.stringContaining("71件")]);
  });

  test("normal-item.csv of 202 columns, with line feeds inside quotes", async () => {
    const file = await read("rms-samples/inventory-system/normal-item_202cols.cp932.csv");
    const { listings, refused } = listingsIn(file);
    expect([file.rows.length, refused]).toEqual([11, []]);
    expect(listings[0]?.listing).toMatchObject({
      manageNumber: "yf-1112",
      variantId: "r-sku00000001",
      itemNumber: "YF-1112",
      merchantSkuId: "YF-1112SPK",
      variation: "サイズ:S(胸囲:32cm/着丈:20cm)\nカラー:ピンク",
      stockControl: "counted",
      shopStock: 9,
      price: undefined,
    });
  });

  test("normal-item.csv of 573 columns", async () => {
    const file = await read("rms-samples/rakuten-sku-manager/normal-item_573cols_header_and_8rows.cp932.csv");
    const { listings, refused } = listingsIn(file);
    expect([file.rows.length, refused]).toEqual([8, []]);
    expect(listings.length).toBeGreaterThan(3);
    expect(listings[0]?.listing).toMatchObject({
      variantId: "sku_a002072",
      merchantSkuId: "kaiser_huawei_ベージュ/グリーン_[LL]",
      price: 1980,
      shopStock: 99_999,
      hidden: false,
      genreId: "560271",
    });
  });
});
