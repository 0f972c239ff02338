import { describe, expect, it } from "vitest";
import { book, range, refusal, STAFF } from "../book.ts";

const codes = () => {
  const desk = book({ rows: 5, columns: 3 });
  desk.put("A1", [
    ["x", "x1"],
    ["X", "y"],
    ["007", "axa"],
  ]);
  desk.batch({
    repeatCell: {
      range: range(0, 5, 0, 1),
      cell: { userEnteredFormat: { numberFormat: { type: "TEXT" } } },
      fields: "userEnteredFormat.numberFormat",
    },
  });
  return desk;
};

describe("finding and replacing", () => {
  it("changes every text of a range and tells how much it changed", () => {
    const desk = codes();
    const [reply] = desk.batch({ findReplace: { find: "x", replacement: "z", range: range(0, 5, 0, 2) } });
    expect(reply).toEqual({
      findReplace: { valuesChanged: 4, occurrencesChanged: 4, rowsChanged: 3, sheetsChanged: 1 },
    });
    expect(desk.values("A1:B3")).toEqual([
      ["z", "z1"],
      ["z", "y"],
      ["007", "aza"],
    ]);
  });

  it("keeps to whole cells and to upper and lower case where it is told to", () => {
    const desk = codes();
    const exact = { matchCase: true, matchEntireCell: true };
    desk.batch({ findReplace: { find: "x", replacement: "z", sheetId: 0, ...exact } });
    expect(desk.values("A1:B3")).toEqual([
      ["z", "x1"],
      ["X", "y"],
      ["007", "axa"],
    ]);
  });

  it("enters the new text as if it were typed, so that only cells for texts keep it", () => {
    const desk = codes();
    const search = { replacement: "1-2", allSheets: true, matchEntireCell: true };
    desk.batch({ findReplace: { find: "007", ...search } }, { findReplace: { find: "y", ...search } });
    const unformatted = "valueRenderOption=UNFORMATTED_VALUE";
    expect(desk.values("A3", unformatted)).toEqual([["1-2"]]);
    expect(desk.values("B2", unformatted)).toEqual([[expect.any(Number)]]);
  });

  it("leaves formulas alone unless it is to look into them", () => {
    const desk = codes();
    desk.type("C1", [['="x"&"x"']]);
    desk.batch({ findReplace: { find: "x", replacement: "z", range: range(0, 1, 2, 3) } });
    expect(desk.values("C1")).toEqual([["xx"]]);
    desk.batch({ findReplace: { find: "x", replacement: "z", range: range(0, 1, 2, 3), includeFormulas: true } });
    expect(desk.values("C1")).toEqual([["zz"]]);
  });

  it("is refused where a cell that it would change is protected", () => {
    const desk = codes();
    desk.engine.share(desk.id, STAFF, "writer");
    desk.batch({ addProtectedRange: { protectedRange: { range: range(0, 1, 0, 1) } } });
    expect(refusal(desk.tryBatch([{ findReplace: { find: "x", replacement: "z", sheetId: 0 } }], STAFF))).toContain(
      "protected cell",
    );
    expect(refusal(desk.tryBatch([{ findReplace: { replacement: "z", sheetId: 0 } }]))).toContain("find is required");
  });
});
