import { invalid } from "../../api/api-error.ts";
import { checkNothingProtected } from "../../book/access.ts";
import { changeFormulas } from "../../book/structure.ts";
import { requireSheet } from "../../book/workbook.ts";
import { adjustFormula } from "../../formulas/formula-references.ts";
import type { RequestKind } from "../request-kind.ts";

/** Deletes a sheet with all that points to it. */
export const deleteSheet: RequestKind<"deleteSheet"> = ({ sheetId }, { book, user }) => {
  const sheet = requireSheet(book, sheetId, "sheet");
  if (book.sheets.length === 1) throw invalid("You can't remove all the sheets in a document.");
  if (book.sheets.filter((each) => each !== sheet && !each.properties.hidden).length === 0)
    throw invalid("You can't remove all the visible sheets in a document.");
  const id = sheet.properties.sheetId!;
  checkNothingProtected(book, user, id);
  book.sheets = book.sheets.filter((each) => each !== sheet);
  book.namedRanges = book.namedRanges.filter(({ range }) => (range?.sheetId ?? 0) !== id);
  book.metadata = book.metadata.filter(
    ({ location }) => location?.sheetId !== id && location?.dimensionRange?.sheetId !== id,
  );
  const gone = sheet.properties.title?.toLowerCase();
  for (const { grid } of book.sheets)
    for (const side of ["row", "column"] as const)
      changeFormulas(grid, (formula) =>
        adjustFormula(
          formula,
          (title) => title?.toLowerCase() === gone,
          side,
          () => undefined,
        ),
      );
  return undefined;
};
