import type { sheets_v4 } from "@googleapis/sheets";
import { checkedZone } from "../book/time-zone.ts";
import type { Workbook } from "../book/workbook.ts";
import { defaultFormat } from "../cells/cell-format.ts";
import { cellWriter } from "../cells/cell-write.ts";
import { themeColors } from "../cells/color.ts";
import { requestKinds } from "../requests/registry.ts";
import type { Context } from "../requests/request-kind.ts";
import { newSheet } from "../requests/sheets/add-sheet.ts";
import { invalid } from "./api-error.ts";
import { stored } from "./message.ts";

const BASE64URL = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** An id such as Drive gives: 44 characters, the first of them 1. */
export const newSpreadsheetId = (random: () => number): string =>
  `1${Array.from({ length: 43 }, () => BASE64URL[Math.floor(random() * 64)]).join("")}`;

/** Makes the spreadsheet that `spreadsheets.create` asks for; without a body it is Google's default one. */
export function createWorkbook(body: sheets_v4.Schema$Spreadsheet, base: Omit<Context, "book">): Workbook {
  const { title, locale, timeZone, autoRecalc, defaultFormat: format } = body.properties ?? {};
  const book: Workbook = {
    spreadsheetId: newSpreadsheetId(base.random),
    identity: {},
    revision: 0,
    access: { owner: base.user, writers: [], readers: [] },
    properties: {
      title: title || "Untitled spreadsheet",
      locale: locale || "en_US",
      autoRecalc: autoRecalc || "ON_CHANGE",
      timeZone: checkedZone(timeZone || "Etc/GMT"),
      defaultFormat: { ...defaultFormat, ...stored(format ?? {}) },
      spreadsheetTheme: {
        primaryFontFamily: "Arial",
        themeColors: Object.entries(themeColors).map(([colorType, rgbColor]) => ({ colorType, color: { rgbColor } })),
      },
    },
    sheets: [],
    namedRanges: [],
    metadata: [],
  };
  const context = { ...base, book };
  const sheets = body.sheets?.length ? body.sheets : [{ properties: { sheetId: 0 } }];
  for (const sheet of sheets) addGiven(sheet, context);
  for (const namedRange of body.namedRanges ?? []) requestKinds.addNamedRange?.({ namedRange }, context);
  for (const developerMetadata of body.developerMetadata ?? [])
    requestKinds.createDeveloperMetadata?.({ developerMetadata }, context);
  return book;
}

const notTaken = [
  "merges",
  "filterViews",
  "protectedRanges",
  "basicFilter",
  "charts",
  "bandedRanges",
  "conditionalFormats",
];

function addGiven(given: sheets_v4.Schema$Sheet, context: Context): void {
  for (const part of notTaken)
    if ((given as { [field: string]: unknown })[part])
      throw invalid(`workbench: sheets.${part} in spreadsheets.create is not implemented; use batchUpdate`);
  const sheet = newSheet(given.properties ?? {}, context);
  const write = cellWriter(true);
  for (const { startRow, startColumn, rowData } of given.data ?? [])
    rowData?.forEach((row, i) => {
      row.values?.forEach((cell, j) => {
        write(sheet.grid, (startRow ?? 0) + i, (startColumn ?? 0) + j, cell);
      });
    });
}
