import { type Serial, serialOf } from "../../core/jst.ts";
import type { Book } from "../../workbook/commit/book.ts";
import { wholeSecond } from "./rules/moments.ts";

/** Names the cursor that holds from when the counts of an open session are; empty while none is open. */
export const SESSION = "stock-count";

export function sessionTime(book: Pick<Book, "cursor">): Serial | undefined {
  const instant = Date.parse(book.cursor(SESSION) ?? "");
  return Number.isNaN(instant) ? undefined : wholeSecond(serialOf(new Date(instant)));
}
