import type { DrawnFrame } from "../../../workbench/sheets/drawing/drawn.ts";

/** A sheet of ten empty rows and five columns, and what is said of it. */
export const frame = (parts: Partial<DrawnFrame> = {}): DrawnFrame => ({
  sheetId: 1,
  title: "在庫",
  hidden: false,
  rowCount: 10,
  columnCount: 5,
  frozenRows: 0,
  frozenColumns: 0,
  gridlines: true,
  rows: [],
  columns: [],
  columnGroups: [],
  merges: [],
  validations: [],
  notes: [],
  filtered: [],
  filterViews: [],
  protections: [],
  ...parts,
});
