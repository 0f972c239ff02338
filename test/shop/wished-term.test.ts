import { expect, test } from "vitest";
import { termLabel } from "../../src/shop/wished-term.ts";

test.each([
  [0, ""],
  [1, "午前"],
  [2, "午後"],
  [9, "その他"],
  [708, "7時～8時"],
  [1416, "14時～16時"],
  [724, "7時～24時"],
])("shippingTerm %i is read as %j", (term, label) => {
  expect(termLabel(term)).toBe(label);
});

test.each([3, 8, -1, 10, 99, 100, 1412, 2526, 1.5])(
  "shippingTerm %d, which RMS does not explain, is not lost",
  (term) => {
    expect(termLabel(term)).toBe(`時間帯コード${term}`);
  },
);
