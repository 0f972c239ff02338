import { expect, test } from "vitest";
import { tickedBoxes, today } from "../../../workbench/page/grid/cell-keys.ts";

test("today is the day in Japan, which begins nine hours earlier than that of Greenwich", () => {
  expect(today(new Date("2026-11-28T14:59:59Z"))).toBe("2026/11/28");
  expect(today(new Date("2026-11-28T15:00:00Z"))).toBe("2026/11/29");
});

test("of a selection only the boxes are ticked", () => {
  const span = { corner: { row: 4, column: 1 }, height: 2, width: 2 };
  expect(tickedBoxes(span, true, ({ column }) => column === 2)).toEqual({
    corner: { row: 4, column: 1 },
    rows: [
      [null, true],
      [null, true],
    ],
    parsed: false,
  });
});
