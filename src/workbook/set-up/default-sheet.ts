import type { Spreadsheet } from "../../platform/ports.ts";

type Sheet = GoogleAppsScript.Sheets.Schema.Sheet;
type Request = GoogleAppsScript.Sheets.Schema.Request;

/** Google starts a spreadsheet with one sheet of this name, in Japanese or in English. */
const DEFAULT_TITLE = /^(シート|Sheet)1$/;

/** What people give a sheet beside its cells. */
const parts = [
  ...(["protectedRanges", "conditionalFormats", "bandedRanges", "basicFilter", "filterViews"] as const),
  ...(["merges", "charts", "developerMetadata"] as const),
];

/** The sheet of a brand-new spreadsheet, unless people used it. With any other sheet beside it, a formula there may point here. */
export function defaultSheet({ sheets = [], namedRanges = [] }: Spreadsheet): Sheet | undefined {
  const [sheet, ...others] = sheets;
  if (sheet === undefined || others.length > 0 || namedRanges.length > 0) return undefined;
  const { title = "", tabColorStyle } = sheet.properties ?? {};
  const used = tabColorStyle !== undefined || parts.some((part) => sheet[part] !== undefined);
  return DEFAULT_TITLE.test(title) && !used ? sheet : undefined;
}

/** Nobody needs the empty sheet once ours are there; `looked` tells whether it has cells with anything in them. */
export function defaultSheetRequests(book: Spreadsheet, { sheets = [] }: Spreadsheet): Request[] {
  const sheet = defaultSheet(book);
  if (sheet === undefined) return [];
  const sheetId = sheet.properties?.sheetId ?? 0;
  const looked = sheets.find(({ properties }) => (properties?.sheetId ?? 0) === sheetId);
  const touched = (looked?.data ?? []).some(({ rowData = [] }) =>
    rowData.some(({ values = [] }) => values.some((cell) => Object.keys(cell).length > 0)),
  );
  return looked === undefined || touched ? [] : [{ deleteSheet: { sheetId } }];
}
