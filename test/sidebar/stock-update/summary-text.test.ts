import { expect, test } from "vitest";
import { summaryText } from "../../../sidebar/stock-update/summary-text.ts";

const change = (from: number, to: number) => ({ productCode: "A", name: "", sku: "a/1", from, to });

test("the dialog says how much would change, how much of it goes to zero, and that nothing is written yet", () => {
  const preview = { changes: [change(3, 0), change(5, 7), change(0, 4)], even: 8, skipped: { 未棚卸: 2, 頒布会: 1 } };
  expect(summaryText(preview)).toBe(
    "変更 3件（うち0になるもの 1件）、変更なし 8件、見送り 3件。まだ何も書き込んでいません。",
  );
});

test("where nothing would change, it says just that", () => {
  expect(summaryText({ changes: [], even: 8, skipped: {} })).toMatch(/変更なし 8件.*変更するものはありません。$/);
});
