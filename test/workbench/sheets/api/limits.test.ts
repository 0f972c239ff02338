import { describe, expect, it } from "vitest";
import { book, refusal, write } from "../book.ts";

const CELLS = "This action would increase the number of cells in the workbook above the limit of 10000000 cells.";

describe("ten million cells", () => {
  /** Filled to the last cell: 100,000 rows of 100 columns. */
  const full = () => book({ rows: 100_000, columns: 100 });

  it("are the most that a workbook holds, all sheets together", () => {
    const desk = full();
    const one = { rowCount: 1, columnCount: 1 };
    expect(desk.sheet().properties!.gridProperties).toEqual({ rowCount: 100_000, columnCount: 100 });
    expect(refusal(desk.tryBatch([{ addSheet: { properties: { gridProperties: one } } }]))).toBe(
      `400 Invalid requests[0].addSheet: ${CELLS}`,
    );
  });

  const line = { sheetId: 0, startIndex: 0, endIndex: 1 };
  it.each([
    ["appendDimension", { sheetId: 0, dimension: "ROWS", length: 1 }],
    ["insertDimension", { range: { ...line, dimension: "ROWS" } }],
    ["insertDimension", { range: { ...line, dimension: "COLUMNS" } }],
    [
      "updateSheetProperties",
      { properties: { sheetId: 0, gridProperties: { rowCount: 100_001 } }, fields: "gridProperties.rowCount" },
    ],
  ])("are not exceeded by %s %j, which leaves the sheet as it was", (kind, request) => {
    const desk = full();
    expect(refusal(desk.tryBatch([write(0, 0, ["lost"]), { [kind]: request }]))).toBe(
      `400 Invalid requests[1].${kind}: ${CELLS}`,
    );
    expect(desk.values("A1")).toEqual([]);
    expect(desk.sheet().properties!.gridProperties).toEqual({ rowCount: 100_000, columnCount: 100 });
  });

  it("are not exceeded by rows appended below the last one", () => {
    const desk = full();
    desk.put("A100000", [["last"]]);
    const rows = [{ values: [{ userEnteredValue: { stringValue: "next" } }] }];
    expect(refusal(desk.tryBatch([{ appendCells: { sheetId: 0, rows, fields: "*" } }]))).toContain(CELLS);
  });

  it("are counted anew when rows are deleted in the same batch", () => {
    const desk = full();
    desk.batch(
      { deleteDimension: { range: { ...line, dimension: "ROWS" } } },
      { appendDimension: { sheetId: 0, dimension: "ROWS", length: 1 } },
    );
    expect(desk.sheet().properties!.gridProperties).toEqual({ rowCount: 100_000, columnCount: 100 });
  });
});

describe("fifty thousand characters", () => {
  const text = (length: number) => "字".repeat(length);
  const TOO_LONG = "Your input contains more than the maximum of 50000 characters in a single cell.";

  it("fit into a cell", () => {
    const desk = book();
    desk.batch(write(0, 0, [text(50_000)]));
    expect(desk.values("A1")).toEqual([[text(50_000)]]);
  });

  it.each(["updateCells", "appendCells", "repeatCell"] as const)("are not exceeded by %s", (kind) => {
    const cell = { userEnteredValue: { stringValue: text(50_001) } };
    const rows = [{ values: [cell] }];
    const request = {
      updateCells: { updateCells: { start: { sheetId: 0 }, rows, fields: "userEnteredValue" } },
      appendCells: { appendCells: { sheetId: 0, rows, fields: "userEnteredValue" } },
      repeatCell: { repeatCell: { range: { sheetId: 0, endRowIndex: 1 }, cell, fields: "userEnteredValue" } },
    }[kind];
    const desk = book();
    expect(refusal(desk.tryBatch([write(1, 1, ["lost"]), request]))).toBe(
      `400 Invalid requests[1].${kind}: ${TOO_LONG}`,
    );
    expect(desk.values("Sheet1")).toEqual([]);
  });

  it.each(["RAW", "USER_ENTERED"])("are not exceeded by values.append with %s", (option) => {
    const { call } = book();
    const response = call("POST", `/values/A1:append?valueInputOption=${option}`, { values: [[text(50_001)]] });
    expect(refusal(response)).toContain(TOO_LONG);
  });
});
