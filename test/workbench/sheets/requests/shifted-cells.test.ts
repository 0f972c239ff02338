import { describe, expect, it } from "vitest";
import { book, range, refusal, STAFF, write } from "../book.ts";

const square = () => {
  const desk = book({ rows: 4, columns: 3 });
  desk.put("A1", [
    ["a1", "b1", "c1"],
    ["a2", "b2", "c2"],
    ["a3", "b3", "c3"],
  ]);
  return desk;
};

describe("deleted cells", () => {
  it("are filled by those below, beside which nothing moves", () => {
    const desk = square();
    desk.batch({ deleteRange: { range: range(0, 1, 1, 2), shiftDimension: "ROWS" } });
    expect(desk.values("A1:C3")).toEqual([
      ["a1", "b2", "c1"],
      ["a2", "b3", "c2"],
      ["a3", "", "c3"],
    ]);
  });

  it("are filled by those to the right", () => {
    const desk = square();
    desk.batch({ deleteRange: { range: range(1, 2, 0, 1), shiftDimension: "COLUMNS" } });
    expect(desk.values("A1:C2")).toEqual([
      ["a1", "b1", "c1"],
      ["b2", "c2"],
    ]);
  });

  it("of a whole row take it out; formulas follow and the grid keeps its size", () => {
    const desk = square();
    desk.batch(write(3, 0, ["=A3"]), {
      deleteRange: { range: { sheetId: 0, startRowIndex: 1, endRowIndex: 2 }, shiftDimension: "ROWS" },
    });
    expect(desk.values("A1:A4", "valueRenderOption=FORMULA")).toEqual([["a1"], ["a3"], ["=A2"]]);
    expect(desk.sheet().properties!.gridProperties).toMatchObject({ rowCount: 4, columnCount: 3 });
  });

  it("are refused where what would move is protected", () => {
    const desk = square();
    desk.engine.share(desk.id, STAFF, "writer");
    desk.batch({ addProtectedRange: { protectedRange: { range: range(2, 3, 0, 1) } } });
    const request = { deleteRange: { range: range(0, 1, 0, 1), shiftDimension: "ROWS" } };
    expect(refusal(desk.tryBatch([request], STAFF))).toContain("protected cell");
    expect(desk.tryBatch([{ deleteRange: { ...request.deleteRange, range: range(0, 1, 1, 2) } }], STAFF).status).toBe(
      200,
    );
  });
});

describe("inserted cells", () => {
  it("push those below down, and those at the end out of the grid", () => {
    const desk = square();
    desk.batch({ insertRange: { range: range(0, 2, 0, 1), shiftDimension: "ROWS" } });
    expect(desk.values("A1:C4")).toEqual([["", "b1", "c1"], ["", "b2", "c2"], ["a1", "b3", "c3"], ["a2"]]);
  });
});

describe("duplicates", () => {
  const rows = () => {
    const desk = book();
    desk.put("A1", [
      ["k", "1"],
      ["K", "1"],
      ["k", "2"],
      ["k", "1"],
      ["z", "1"],
    ]);
    return desk;
  };

  it("of whole rows go, and the rows below move up", () => {
    const desk = rows();
    const [reply] = desk.batch({ deleteDuplicates: { range: range(0, 5, 0, 2) } });
    expect(reply!.deleteDuplicates).toEqual({ duplicatesRemovedCount: 2 });
    expect(desk.values("A1:B5")).toEqual([
      ["k", "1"],
      ["k", "2"],
      ["z", "1"],
    ]);
  });

  it("of the named columns go", () => {
    const desk = rows();
    const comparisonColumns = [{ sheetId: 0, dimension: "COLUMNS", startIndex: 0, endIndex: 1 }];
    desk.batch({ deleteDuplicates: { range: range(0, 5, 0, 2), comparisonColumns } });
    expect(desk.values("A1:B5")).toEqual([
      ["k", "1"],
      ["z", "1"],
    ]);
  });
});

describe("a count beyond all bounds", () => {
  it.each([
    { insertDimension: { range: { sheetId: 0, dimension: "ROWS", startIndex: 0, endIndex: 2_000_000_000 } } },
    { insertDimension: { range: { sheetId: 0, dimension: "COLUMNS", startIndex: 0, endIndex: 2_000_000_000 } } },
    { appendDimension: { sheetId: 0, dimension: "COLUMNS", length: 20_000 } },
  ])("is refused before anything is made room for: %j", (request) => {
    const desk = book();
    desk.put("A5", [["x"]]);
    expect(desk.tryBatch([request]).status).toBe(400);
  });
});
