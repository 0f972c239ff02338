import { appendCells } from "./cells/append-cells.ts";
import { copyPaste } from "./cells/copy-paste.ts";
import { cutPaste } from "./cells/cut-paste.ts";
import { deleteDuplicates } from "./cells/delete-duplicates.ts";
import { deleteRange } from "./cells/delete-range.ts";
import { findReplace } from "./cells/find-replace.ts";
import { insertRange } from "./cells/insert-range.ts";
import { mergeCells } from "./cells/merge-cells.ts";
import { repeatCell } from "./cells/repeat-cell.ts";
import { setDataValidation } from "./cells/set-data-validation.ts";
import { sortRange } from "./cells/sort-range.ts";
import { unmergeCells } from "./cells/unmerge-cells.ts";
import { updateCells } from "./cells/update-cells.ts";
import { addChart } from "./charts/add-chart.ts";
import { deleteEmbeddedObject } from "./charts/delete-embedded-object.ts";
import { updateChartSpec } from "./charts/update-chart-spec.ts";
import { addDimensionGroup } from "./dimensions/add-dimension-group.ts";
import { appendDimension } from "./dimensions/append-dimension.ts";
import { autoResizeDimensions } from "./dimensions/auto-resize-dimensions.ts";
import { deleteDimension } from "./dimensions/delete-dimension.ts";
import { deleteDimensionGroup } from "./dimensions/delete-dimension-group.ts";
import { insertDimension } from "./dimensions/insert-dimension.ts";
import { moveDimension } from "./dimensions/move-dimension.ts";
import { updateDimensionGroup } from "./dimensions/update-dimension-group.ts";
import { updateDimensionProperties } from "./dimensions/update-dimension-properties.ts";
import { addFilterView } from "./filters/add-filter-view.ts";
import { clearBasicFilter } from "./filters/clear-basic-filter.ts";
import { deleteFilterView } from "./filters/delete-filter-view.ts";
import { duplicateFilterView } from "./filters/duplicate-filter-view.ts";
import { setBasicFilter } from "./filters/set-basic-filter.ts";
import { updateFilterView } from "./filters/update-filter-view.ts";
import { addBanding } from "./formats/add-banding.ts";
import { addConditionalFormatRule } from "./formats/add-conditional-format-rule.ts";
import { deleteBanding } from "./formats/delete-banding.ts";
import { deleteConditionalFormatRule } from "./formats/delete-conditional-format-rule.ts";
import { updateBanding } from "./formats/update-banding.ts";
import { updateConditionalFormatRule } from "./formats/update-conditional-format-rule.ts";
import { addNamedRange } from "./ranges/add-named-range.ts";
import { addProtectedRange } from "./ranges/add-protected-range.ts";
import { deleteNamedRange } from "./ranges/delete-named-range.ts";
import { deleteProtectedRange } from "./ranges/delete-protected-range.ts";
import { updateNamedRange } from "./ranges/update-named-range.ts";
import { updateProtectedRange } from "./ranges/update-protected-range.ts";
import type { RequestKind, Requests } from "./request-kind.ts";
import { addSheet } from "./sheets/add-sheet.ts";
import { createDeveloperMetadata } from "./sheets/create-developer-metadata.ts";
import { deleteDeveloperMetadata } from "./sheets/delete-developer-metadata.ts";
import { deleteSheet } from "./sheets/delete-sheet.ts";
import { duplicateSheet } from "./sheets/duplicate-sheet.ts";
import { updateDeveloperMetadata } from "./sheets/update-developer-metadata.ts";
import { updateSheetProperties } from "./sheets/update-sheet-properties.ts";
import { updateSpreadsheetProperties } from "./sheets/update-spreadsheet-properties.ts";

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
  deleteDuplicates,
  deleteEmbeddedObject,
  deleteFilterView,
  deleteNamedRange,
  deleteProtectedRange,
  deleteRange,
  deleteSheet,
  duplicateFilterView,
  duplicateSheet,
  findReplace,
  insertDimension,
  insertRange,
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
  updateDimensionGroup,
  updateDimensionProperties,
  updateFilterView,
  updateNamedRange,
  updateProtectedRange,
  updateSheetProperties,
  updateSpreadsheetProperties,
};
