import type { RequestKind, Requests } from "../request-kind.ts";
import { addSheet } from "./add-sheet.ts";
import { appendCells } from "./append-cells.ts";
import { createDeveloperMetadata } from "./create-developer-metadata.ts";
import { deleteDeveloperMetadata } from "./delete-developer-metadata.ts";
import { deleteDimension } from "./delete-dimension.ts";
import { deleteSheet } from "./delete-sheet.ts";
import { insertDimension } from "./insert-dimension.ts";
import { repeatCell } from "./repeat-cell.ts";
import { sortRange } from "./sort-range.ts";
import { updateCells } from "./update-cells.ts";
import { updateDeveloperMetadata } from "./update-developer-metadata.ts";
import { updateDimensionProperties } from "./update-dimension-properties.ts";
import { updateSheetProperties } from "./update-sheet-properties.ts";

/** Every request kind `batchUpdate` knows, by Google's name for it. */
export const requestKinds: { readonly [K in keyof Requests]?: RequestKind<K> } = {
  addSheet,
  appendCells,
  createDeveloperMetadata,
  deleteDeveloperMetadata,
  deleteDimension,
  deleteSheet,
  insertDimension,
  repeatCell,
  sortRange,
  updateCells,
  updateDeveloperMetadata,
  updateDimensionProperties,
  updateSheetProperties,
};
