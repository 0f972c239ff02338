import { invalid } from "../../api/api-error.ts";
import { isOnSheet, pasteSheet } from "../../book/copy.ts";
import { answeredProperties } from "../../book/sheet-properties.ts";
import { requireSheet, sheetById } from "../../book/workbook.ts";
import type { RequestKind } from "../request-kind.ts";

/** Copies a sheet within its spreadsheet, with all that lies on it. */
export const duplicateSheet: RequestKind<"duplicateSheet"> = (request, context) => {
  const { book } = context;
  const { sourceSheetId, insertSheetIndex, newSheetId, newSheetName } = request;
  const sheet = requireSheet(book, sourceSheetId, "sheet");
  if (newSheetId && sheetById(book, newSheetId)) throw invalid(`Sheet with id ${newSheetId} already exists.`);
  const metadata = book.metadata.filter((entry) => isOnSheet(entry, sheet.properties.sheetId ?? 0));
  const pasted = pasteSheet(
    context,
    { sheet, metadata },
    {
      index: insertSheetIndex ?? 0,
      ...(newSheetId ? { sheetId: newSheetId } : {}),
      ...(newSheetName ? { title: newSheetName } : {}),
    },
  );
  return { properties: answeredProperties(book, pasted) };
};
