import type { Platform } from "../../platform/ports.ts";
import { cellAt } from "../../workbook/read/snapshot.ts";
import { type LookUpSource, lookUp, lookUpFailure } from "../look-up.ts";
import { stockPassTables } from "../stock/stock-pass.ts";
import { stockTable } from "../stock/stock-table.ts";
import { type UpdatePreview, type UpdatePreviewResult, updatePreview } from "./rules/update-preview.ts";
import { shopUpdate } from "./shop-update.ts";

/** What 楽天の在庫を更新 would write to the shop now. Nothing is written, neither there nor into the sheets. */
export function previewStockUpdate(platform: Platform): UpdatePreviewResult {
  try {
    return { done: true, preview: lookUp(platform, () => stockPassTables, previewOf) };
  } catch (error) {
    return { done: false, message: lookUpFailure(platform, error) };
  }
}

function previewOf(source: LookUpSource): UpdatePreview {
  const { plan, faults } = shopUpdate(source);
  const state = source.book.state(stockTable);
  const nameOf = (productCode: string) => {
    const row = state.rows.get(productCode);
    return row === undefined ? "" : String(cellAt(state, row, "name") ?? "");
  };
  return {
    ...updatePreview(plan, nameOf),
    faults: faults.map(({ subject, reason }) => `${subject}: ${reason}`),
    enabled: source.settings.stockUpdate,
  };
}
