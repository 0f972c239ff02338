type CellFormat = GoogleAppsScript.Sheets.Schema.CellFormat;

/** A formula that says of which rows, with {name} for a column's cell in the row; and how they look. */
export type Highlight = readonly [formula: string, look: CellFormat];

export const RED: CellFormat = { backgroundColor: { red: 0.99, green: 0.87, blue: 0.85 } };
export const ORANGE: CellFormat = { backgroundColor: { red: 1, green: 0.9, blue: 0.76 } };
export const YELLOW: CellFormat = { backgroundColor: { red: 1, green: 0.97, blue: 0.7 } };
export const GREEN: CellFormat = { backgroundColor: { red: 0.87, green: 0.95, blue: 0.87 } };
/** Crossed out. */
export const OVER: CellFormat = {
  backgroundColor: { red: 0.9, green: 0.9, blue: 0.9 },
  textFormat: { strikethrough: true, foregroundColor: { red: 0.4, green: 0.4, blue: 0.4 } },
};
