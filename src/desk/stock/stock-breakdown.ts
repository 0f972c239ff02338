import { sheetNames } from "../../core/sheet-names.ts";
import type { Place, Platform } from "../../platform/ports.ts";
import { problemFrom } from "../../run/notice.ts";
import type { RowOf } from "../../workbook/declare/row.ts";
import { patientReads } from "../../workbook/read/patient-sheets.ts";
import { readRow } from "../../workbook/read/read.ts";
import { valuesOf } from "../../workbook/read/snapshot.ts";
import { type BreakdownAnswer, breakdownOf } from "./rules/breakdown.ts";
import { stockTable } from "./stock-table.ts";

const CHOOSE = `「${sheetNames.stock}」シートで、内訳を見たい商品の行のセルを選んでください。`;

/**
 * The orders behind the figures of the row that the person is in. It tells nothing that the sheet does not show to
 * everybody who may open it, asks Rakuten nothing and writes nothing, so everybody may ask.
 */
export function stockBreakdown(platform: Pick<Platform, "sheets" | "clock" | "screen" | "report">): BreakdownAnswer {
  try {
    const place = platform.screen.selected();
    if (place?.sheet !== stockTable.sheet) return { done: false, message: elsewhere(place) };
    return breakdownAt(platform, place);
  } catch (error) {
    return { done: false, message: problemFrom(platform, error).message };
  }
}

const elsewhere = (place: Place | undefined): string =>
  place === undefined ? CHOOSE : `いま選んでいるのは「${place.sheet}」シートです。${CHOOSE}`;

function breakdownAt({ sheets, clock }: Pick<Platform, "sheets" | "clock">, { index }: Place): BreakdownAnswer {
  const state = readRow(patientReads(sheets, clock), stockTable, index);
  const [row] = state.rows.values();
  if (row === undefined) return { done: false, message: noProduct(index) };
  const values: RowOf<typeof stockTable> = valuesOf<typeof stockTable>(state, row);
  const { productCode, name, inStock: onHand, safetyStock, sellable, question } = values;
  const { reserved, unshipped, reservedOrders, unshippedOrders } = values;
  const told = { productCode, name, onHand, safetyStock, sellable, question };
  return { done: true, breakdown: breakdownOf({ ...told, reserved, unshipped, reservedOrders, unshippedOrders }) };
}

const noProduct = (index: number): string =>
  index === 0 ? `いま選んでいるのは見出しの行です。${CHOOSE}` : `${index + 1}行目には商品コードがありません。${CHOOSE}`;
