import { expect, test } from "vitest";
import { dataRequest } from "../../../workbench/page/grid/data-requests.ts";
import { resizeOf, resizeRequest } from "../../../workbench/page/grid/resize.ts";

const selected = { sheetId: 7, headerRows: 1, columnCount: 9, startColumn: 2, endColumn: 4 };

test("rows are sorted whole, below the header, by all selected columns from the left", () => {
  expect(dataRequest("sort-descending", selected)).toEqual({
    sortRange: {
      range: { sheetId: 7, startRowIndex: 1, startColumnIndex: 0, endColumnIndex: 9 },
      sortSpecs: [2, 3].map((dimensionIndex) => ({ dimensionIndex, sortOrder: "DESCENDING" })),
    },
  });
});

test.each([
  [2, 1],
  [1, 0],
  [0, 0],
])("with %i frozen rows the filter's buttons are in row %i, counted from 0", (headerRows, startRowIndex) => {
  expect(dataRequest("set-filter", { ...selected, headerRows })).toMatchObject({
    setBasicFilter: { filter: { range: { sheetId: 7, startRowIndex } } },
  });
});

test("a dragged edge is a new size, never less than can be taken hold of again", () => {
  const drag = (deltaX: number) => resizeOf("sheet.command.delta-column-width", { anchorCol: 3, deltaX }, () => 100);
  expect(drag(20.4)).toEqual({ axis: "COLUMNS", start: 3, end: 4, size: 120 });
  expect(drag(-99)?.size).toBe(20);
});

test("a double click on the edge fits the column to what is in it", () => {
  const ranges = [{ startColumn: 3, endColumn: 4, startRow: 0, endRow: 9 }];
  const resize = resizeOf("sheet.command.set-col-auto-width", { ranges }, () => 100);
  expect(resize && resizeRequest(7, resize)).toEqual({
    autoResizeDimensions: { dimensions: { sheetId: 7, dimension: "COLUMNS", startIndex: 3, endIndex: 5 } },
  });
});
