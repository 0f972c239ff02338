import * as right from "../../../src/workbook/commit/book.ts";

/** Wrong on purpose: the cursor is committed before the rows. */
export function openBook(options: right.BookOptions): right.Book {
  const book = right.openBook(options);
  return {
    ...book,
    plan(cells) {
      const plan = book.plan(cells);
      return {
        ...plan,
        commit({ cursors, ...extras } = {}) {
          if (cursors !== undefined) book.plan([]).commit({ cursors });
          plan.commit(extras);
        },
      };
    },
  };
}
