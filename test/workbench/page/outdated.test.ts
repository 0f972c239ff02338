import { expect, test } from "vitest";
import { afterChange, type Outdated, WHOLE } from "../../../workbench/page/grid/outdated.ts";
import type { Span } from "../../../workbench/sheets/drawing/drawn.ts";

const upToDate: Outdated = { revision: 5, frames: false, rows: new Map() };
const change = (revision: number, sheetId: number, spans: readonly Span[], frames = false) =>
  ({ type: "changed", revision, drawn: { frames, rows: [{ sheetId, spans }] } }) as const;

test("changes one after the other add up to one look at their rows", () => {
  const once = afterChange(upToDate, change(6, 1, [[4, 5]]), [1, 2]);
  const twice = afterChange(
    once,
    change(7, 1, [
      [5, 8],
      [20, 21],
    ]),
    [1, 2],
  );
  expect(twice).toEqual({
    revision: 7,
    frames: false,
    rows: new Map([
      [
        1,
        [
          [4, 8],
          [20, 21],
        ],
      ],
    ]),
  });
});

test("what was looked at since is not outdated by an older change", () => {
  expect(afterChange(upToDate, change(5, 1, [[4, 5]]), [1])).toBe(upToDate);
});

test("after a gap in the revisions everything has to be looked at again", () => {
  const after = afterChange(upToDate, change(7, 1, [[4, 5]]), [1, 2]);
  expect(after).toEqual({
    revision: 7,
    frames: true,
    rows: new Map([
      [1, WHOLE],
      [2, WHOLE],
    ]),
  });
});

test("other sheets stay as they are until somebody comes to them", () => {
  expect(afterChange(upToDate, change(6, 2, [[0, 3]], true), [1, 2])).toMatchObject({
    frames: true,
    rows: new Map([[2, [[0, 3]]]]),
  });
});
