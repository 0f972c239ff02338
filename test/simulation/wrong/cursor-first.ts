import * as right from "../../../src/workbook/commit/book.ts";

/** Wrong on purpose: the cursor is committed before the rows. */
export function openBook(options: right.BookOptions): right.Book {
  const book = right.openBook(options);
  return {
    ...book,
    commit({ rows, cursors }) {
      if (cursors !== undefined) book.commit({ rows: [], cursors });
      return book.commit({ rows });
    },
  };
}
