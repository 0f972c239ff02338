import type { Listing } from "../listing.ts";
import type { CsvColumn } from "./csv-columns.ts";
import type { CsvRow, RefusedRecord } from "./csv-file.ts";
import { type CsvListing, type CsvListings, type InSlices, isPause } from "./csv-listings.ts";
import { eitherOf, faultOf, flagIn, manageNumberOf, numberIn } from "./csv-values.ts";
import { itemRows } from "./item-rows.ts";
import { withoutRepeats } from "./repeated.ts";

/**
 * normal-item.csv: an item's row, then its SKUs and its options, each a row (rms-api 10.2). Only SKUs are products;
 * what stands on the item's row alone holds for all of its SKUs.
 */
export function* normalItemListings(rows: readonly CsvRow[]): InSlices<CsvListings> {
  const { items, refused: refusedItems } = yield* itemRows(rows.filter(isItem), ITEM_COLUMNS);
  const refused: RefusedRecord[] = [...refusedItems];
  const listings: CsvListing[] = [];
  const unclear = new Set(refusedItems.map(({ manageNumber }) => manageNumber));
  const sold = new Set<string>();
  for (const [round, row] of rows.entries()) {
    if (isPause(round)) yield;
    if (!row.variantId) continue;
    const item = items.get(manageNumberOf(row));
    const reason = faultOf(row) ?? (item === "contradicting" ? CONTRADICTING : undefined);
    if (reason === undefined) {
      const listing = listingOf(row, item as CsvRow | undefined);
      sold.add(listing.manageNumber);
      listings.push({ at: row.at, listing });
    } else {
      unclear.add(manageNumberOf(row));
      refused.push({ at: row.at, reason });
    }
  }
  for (const manageNumber of items.keys()) if (!sold.has(manageNumber)) unclear.add(manageNumber);
  const clear = yield* withoutRepeats(listings, ({ listing }) => `${listing.manageNumber}/${listing.variantId}`);
  return { listings: clear.listings, refused: [...refused, ...clear.refused], unclear, hints: [] };
}

const CONTRADICTING = "この商品の行が複数あり、内容が違います。どちらが正しいか確認してください。";

const isItem = ({ variantId, optionType }: CsvRow): boolean => !variantId && !optionType;

const ITEM_COLUMNS: readonly CsvColumn[] = [
  "itemNumber",
  "name",
  "genreId",
  "hidden",
  "club",
  "selectorKeys",
  "selectorNames",
];

function listingOf(row: CsvRow, item: CsvRow | undefined): Listing {
  const isClub = flagIn(item, "club") === true;
  const shopStock = numberIn(row, "shopStock");
  return {
    manageNumber: manageNumberOf(row),
    variantId: row.variantId as string,
    itemNumber: row.itemNumber || item?.itemNumber,
    merchantSkuId: row.merchantSkuId,
    jan: row.catalogueId,
    name: row.name || item?.name,
    variation: variationOf(row, item),
    genreId: item?.genreId,
    price: numberIn(row, "price"),
    hidden: eitherOf(flagIn(item, "hidden"), flagIn(row, "variantHidden")),
    stockControl: isClub ? "club" : typeof shopStock === "number" ? "counted" : undefined,
    shopStock: isClub ? null : shopStock,
  };
}

const AXES = [
  ["selectorKey1", "selectorValue1"],
  ["selectorKey2", "selectorValue2"],
  ["selectorKey3", "selectorValue3"],
  ["selectorKey4", "selectorValue4"],
  ["selectorKey5", "selectorValue5"],
  ["selectorKey6", "selectorValue6"],
] as const;

/** `サイズ:S`, by the names that the item's row gives to the keys of the SKU's row; unsaid where one of the rows is not there. */
function variationOf(row: CsvRow, item: CsvRow | undefined): string | undefined {
  if (row.selectorValue1 === undefined || item?.selectorKeys === undefined) return undefined;
  const keys = item.selectorKeys.split("|");
  const names = item.selectorNames?.split("|") ?? [];
  const choices: string[] = [];
  for (const [keyColumn, valueColumn] of AXES) {
    const value = row[valueColumn];
    const key = row[keyColumn] ?? "";
    if (value) choices.push(`${names[keys.indexOf(key)] || key}:${value}`);
  }
  return choices.join("\n");
}
