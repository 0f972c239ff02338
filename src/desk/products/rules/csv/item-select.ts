import type { Listing } from "../listing.ts";
import type { CsvColumn } from "./csv-columns.ts";
import type { CsvRow, RefusedRecord } from "./csv-file.ts";
import { type CsvListing, type CsvListings, type InSlices, isPause } from "./csv-listings.ts";
import { faultOf, flagIn, manageNumberOf, numberIn } from "./csv-values.ts";
import { itemRows } from "./item-rows.ts";
import { withoutRepeats } from "./repeated.ts";

/**
 * item.csv and select.csv, from before the SKU project (rms-api 10.3): an item is one product, or where its stock is kept
 * by choice (在庫タイプ 2), each choice in select.csv is one. RMS tells choices apart by their child numbers, which
 * orders carry behind the 商品番号.
 */
export function* itemSelectListings(
  itemFileRows: readonly CsvRow[],
  selectFileRows: readonly CsvRow[],
): InSlices<CsvListings> {
  const [deletedItems, itemFile] = split(itemFileRows, isDeletion);
  const [deletedChoices, selectFile] = split(selectFileRows, isDeletion);
  const { items, refused: refusedItems } = yield* itemRows(itemFile, ITEM_COLUMNS);
  const refused: RefusedRecord[] = [
    ...refusedItems,
    ...[...deletedItems, ...deletedChoices].map(({ at }) => ({ at, reason: DELETION })),
  ];
  const unclear = new Set(refusedItems.map(({ manageNumber }) => manageNumber));
  const refuse = (row: CsvRow, reason: string) => {
    refused.push({ at: row.at, reason });
    unclear.add(manageNumberOf(row));
  };
  const listings: CsvListing[] = [];
  const chosen = new Set<string>();
  for (const [round, row] of selectFile.entries()) {
    if (isPause(round)) yield;
    if (row.optionType !== STOCK_CHOICE) continue;
    const item = items.get(manageNumberOf(row));
    const reason =
      faultOf(row) ?? (item === undefined ? NO_ITEM : item === "contradicting" ? CONTRADICTING : undefined);
    if (reason !== undefined) refuse(row, reason);
    else if ((item as CsvRow).stockType === BY_CHOICE)
      listings.push({ at: row.at, listing: choiceOf(row, item as CsvRow) });
    chosen.add(manageNumberOf(row));
  }
  let waiting = 0;
  for (const [round, row] of itemFile.entries()) {
    if (isPause(round)) yield;
    if (faultOf(row) !== undefined) continue;
    if (row.stockType === BY_CHOICE) {
      if (chosen.has(manageNumberOf(row))) continue;
      if (selectFileRows.length === 0) waiting++;
      refuse(row, selectFileRows.length === 0 ? NO_SELECT : NO_CHOICES);
    } else if (row.stockType === COUNTED || row.stockType === UNCOUNTED)
      listings.push({ at: row.at, listing: itemOf(row) });
    else refuse(row, `在庫タイプ「${row.stockType ?? ""}」を読み取れません。0・1・2のいずれかにしてください。`);
  }
  const clear = yield* withoutRepeats(listings, nameOf);
  return {
    listings: clear.listings,
    refused: [...refused, ...clear.refused],
    unclear,
    hints: [
      ...(waiting === 0 ? [] : [`項目選択肢別在庫の商品が${waiting}件あります。select.csvも選んでください。`]),
      ...(itemFileRows.length === 0 && selectFile.length > 0
        ? ["select.csvだけでは商品が分かりません。item.csvも選んでください。"]
        : []),
    ],
  };
}

/** 在庫タイプ. */
const UNCOUNTED = "0";
const COUNTED = "1";
const BY_CHOICE = "2";

/** 選択肢タイプ of a choice that has a stock of its own; the others only ask the buyer something. */
const STOCK_CHOICE = "i";

const DELETION = "コントロールカラムが d（削除）の行は取り込みません。";
const NO_ITEM = "この商品の行がitem.csvにありません。item.csvもすべて選んでください。";
const CONTRADICTING = "item.csvにこの商品の行が複数あり、内容が違います。どちらが正しいか確認してください。";
const NO_SELECT = "項目選択肢別在庫の商品です。select.csvも選んでください。";
const NO_CHOICES =
  "項目選択肢別在庫の商品ですが、select.csvに在庫の選択肢がありません。select.csvもすべて選んでください。";

/** What choices have from the row of their item. */
const ITEM_COLUMNS: readonly CsvColumn[] = [
  "itemNumber",
  "name",
  "genreId",
  "price",
  "hidden",
  "catalogueId",
  "stockType",
  "acrossName",
  "downName",
];

const isDeletion = ({ control }: CsvRow): boolean => control?.toLowerCase() === "d";

const itemOf = (row: CsvRow): Listing => ({
  ...ofItem(row),
  variantId: "",
  itemNumber: row.itemNumber,
  variation: "",
  stockControl: row.stockType === COUNTED ? "counted" : "none",
  shopStock: row.stockType === COUNTED ? numberIn(row, "shopStock") : null,
});

function choiceOf(row: CsvRow, item: CsvRow): Listing {
  const children = `${row.acrossId ?? ""}${row.downId ?? ""}`;
  return {
    ...ofItem(item),
    variantId: children,
    itemNumber: item.itemNumber && item.itemNumber + children,
    variation: [axis(item.acrossName, row.across), axis(item.downName, row.down)].filter(Boolean).join("\n"),
    stockControl: "counted",
    shopStock: numberIn(row, "choiceStock"),
  };
}

const ofItem = (item: CsvRow) => ({
  manageNumber: manageNumberOf(item),
  jan: item.catalogueId,
  name: item.name,
  genreId: item.genreId,
  price: numberIn(item, "price"),
  hidden: flagIn(item, "hidden"),
});

const axis = (name: string | undefined, value: string | undefined): string =>
  value ? (name ? `${name}:${value}` : value) : "";

/** Choices without child numbers have one name in RMS; what tells them apart is what the buyer reads. */
const nameOf = ({ listing: { manageNumber, variantId, variation = "" } }: CsvListing): string =>
  JSON.stringify([manageNumber, variantId, variation]);

function split<Value>(all: readonly Value[], fits: (value: Value) => boolean): [Value[], Value[]] {
  const [those, others]: [Value[], Value[]] = [[], []];
  for (const one of all) (fits(one) ? those : others).push(one);
  return [those, others];
}
