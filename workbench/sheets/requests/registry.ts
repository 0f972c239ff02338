import type { RequestKind, Requests } from "../request-kind.ts";
import { addBanding } from "./add-banding.ts";
import { addChart } from "./add-chart.ts";
import { addConditionalFormatRule } from "./add-conditional-format-rule.ts";
import { addDimensionGroup } from "./add-dimension-group.ts";
import { addFilterView } from "./add-filter-view.ts";
import { addNamedRange } from "./add-named-range.ts";
import { addProtectedRange } from "./add-protected-range.ts";
import { addSheet } from "./add-sheet.ts";
import { appendCells } from "./append-cells.ts";
import { appendDimension } from "./append-dimension.ts";
import { autoResizeDimensions } from "./auto-resize-dimensions.ts";
import { clearBasicFilter } from "./clear-basic-filter.ts";
import { copyPaste } from "./copy-paste.ts";
import { createDeveloperMetadata } from "./create-developer-metadata.ts";
import { cutPaste } from "./cut-paste.ts";
import { deleteBanding } from "./delete-banding.ts";
import { deleteConditionalFormatRule } from "./delete-conditional-format-rule.ts";
import { deleteDeveloperMetadata } from "./delete-developer-metadata.ts";
import { deleteDimension } from "./delete-dimension.ts";
import { deleteDimensionGroup } from "./delete-dimension-group.ts";
import { deleteEmbeddedObject } from "./delete-embedded-object.ts";
import { deleteFilterView } from "./delete-filter-view.ts";
import { deleteNamedRange } from "./delete-named-range.ts";
import { deleteProtectedRange } from "./delete-protected-range.ts";
import { deleteSheet } from "./delete-sheet.ts";
import { insertDimension } from "./insert-dimension.ts";
import { mergeCells } from "./merge-cells.ts";
import { moveDimension } from "./move-dimension.ts";
import { repeatCell } from "./repeat-cell.ts";
import { setBasicFilter } from "./set-basic-filter.ts";
import { setDataValidation } from "./set-data-validation.ts";
import { sortRange } from "./sort-range.ts";
import { unmergeCells } from "./unmerge-cells.ts";
import { updateBanding } from "./update-banding.ts";
import { updateCells } from "./update-cells.ts";
import { updateChartSpec } from "./update-chart-spec.ts";
import { updateConditionalFormatRule } from "./update-conditional-format-rule.ts";
import { updateDeveloperMetadata } from "./update-developer-metadata.ts";
import { updateDimensionProperties } from "./update-dimension-properties.ts";
import { updateFilterView } from "./update-filter-view.ts";
import { updateNamedRange } from "./update-named-range.ts";
import { updateProtectedRange } from "./update-protected-range.ts";
import { updateSheetProperties } from "./update-sheet-properties.ts";
import { updateSpreadsheetProperties } from "./update-spreadsheet-properties.ts";

/** Every request kind `batchUpdate` knows, by Google's name for it. */
export const requestKinds: { readonly [K in keyof Requests]?: RequestKind<K> } = {
  addBanding,
  addChart,
  addConditionalFormatRule,
  addDimensionGroup,
  addFilterView,
  addNamedRange,
  addProtectedRange,
  addSheet,
  appendCells,
  appendDimension,
  autoResizeDimensions,
  clearBasicFilter,
  copyPaste,
  createDeveloperMetadata,
  cutPaste,
  deleteBanding,
  deleteConditionalFormatRule,
  deleteDeveloperMetadata,
  deleteDimension,
  deleteDimensionGroup,
  deleteEmbeddedObject,
  deleteFilterView,
  deleteNamedRange,
  deleteProtectedRange,
  deleteSheet,
  insertDimension,
  mergeCells,
  moveDimension,
  repeatCell,
  setBasicFilter,
  setDataValidation,
  sortRange,
  unmergeCells,
  updateBanding,
  updateCells,
  updateChartSpec,
  updateConditionalFormatRule,
  updateDeveloperMetadata,
  updateDimensionProperties,
  updateFilterView,
  updateNamedRange,
  updateProtectedRange,
  updateSheetProperties,
  updateSpreadsheetProperties,
};
