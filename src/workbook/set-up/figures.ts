import { columnLetters, quoted } from "../a1.ts";
import { cellsRequest } from "../cell.ts";
import type { Figure } from "../declare/figure.ts";
import { placeOf } from "../read/layout.ts";
import { type MadeSheet, madeOf, rowsOf } from "./made-sheet.ts";

type Request = GoogleAppsScript.Sheets.Schema.Request;

/**
 * The formulas of figures that are not there, or not right any more: their ranges end at the last row of a sheet, and rows that are
 * added before that one take them along.
 */
export const figureRequests = (made: readonly MadeSheet[], figures: readonly Figure[]): Request[] =>
  figures.flatMap(({ table, key, cells }) => {
    const sheet = madeOf(made, table);
    const row = rowsOf(sheet).get(key);
    if (row === undefined) return [];
    return Object.entries(cells).flatMap(([column, pattern]) => {
      const formulaValue = `=${withRanges(made, pattern)}`;
      const place = placeOf(sheet.layout, column);
      if (sheet.facts?.formulaAt(row, place) === formulaValue) return [];
      // A formula in a cell that is made for texts would be one.
      const fields = "userEnteredValue,userEnteredFormat.numberFormat";
      const { numberFormat } = table.columns[column] ?? {};
      const format = numberFormat === undefined || numberFormat.type === "TEXT" ? {} : { numberFormat };
      const cell = { userEnteredValue: { formulaValue }, userEnteredFormat: format };
      return [cellsRequest(sheet.sheetId, row, place, [cell], fields)];
    });
  });

const withRanges = (made: readonly MadeSheet[], pattern: string): string =>
  pattern.replace(/\{([^{}.]+)\.(\w+)\}/g, (_, title: string, column: string) => {
    const { layout, rowCount } = made.find(({ table }) => table.sheet === title) as MadeSheet;
    const letters = columnLetters(placeOf(layout, column));
    return `${quoted(title)}!$${letters}$2:$${letters}$${rowCount}`;
  });
