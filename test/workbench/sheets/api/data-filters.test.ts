import { describe, expect, it } from "vitest";
import { answerOf, book, refusal } from "../book.ts";

const A1 = { a1Range: "Sheet1!A1:B1" };
const GRID = { gridRange: { sheetId: 0, startRowIndex: 1, endRowIndex: 2, startColumnIndex: 0, endColumnIndex: 2 } };
const MARKED = { developerMetadataLookup: { metadataKey: "column" } };

function desk() {
  const open = book();
  open.put("A1", [
    ["a1", "b1"],
    ["a2", "b2"],
  ]);
  const dimensionRange = { sheetId: 0, dimension: "COLUMNS", startIndex: 1, endIndex: 2 };
  const developerMetadata = { metadataKey: "column", visibility: "DOCUMENT", location: { dimensionRange } };
  open.batch({ createDeveloperMetadata: { developerMetadata } });
  return open;
}

describe("ranges that data filters name", () => {
  it("are read with their values, each with its filter", () => {
    const { valueRanges } = answerOf(
      desk().call("POST", "/values:batchGetByDataFilter", { dataFilters: [A1, GRID, MARKED] }),
    );
    expect(valueRanges).toMatchObject([
      { valueRange: { range: "Sheet1!A1:B1", values: [["a1", "b1"]] }, dataFilters: [A1] },
      { valueRange: { range: "Sheet1!A2:B2", values: [["a2", "b2"]] }, dataFilters: [GRID] },
      { valueRange: { range: "Sheet1!B1:B10", values: [["b1"], ["b2"]] }, dataFilters: [MARKED] },
    ]);
  });

  it("are read with their cells, as google-spreadsheet loads them", () => {
    const { sheets } = answerOf(
      desk().call("POST", ":getByDataFilter", { dataFilters: [A1, MARKED], includeGridData: true }),
    ) as {
      sheets: { data: { startColumn?: number; rowMetadata: object[]; columnMetadata: object[] }[] }[];
    };
    expect(
      sheets[0]!.data.map(({ startColumn, rowMetadata, columnMetadata }) => [
        startColumn,
        rowMetadata.length,
        columnMetadata.length,
      ]),
    ).toEqual([
      [undefined, 1, 2],
      [1, 10, 1],
    ]);
  });

  it("are written and emptied", () => {
    const open = desk();
    const data = [{ dataFilter: GRID, majorDimension: "ROWS", values: [["x", null]] }];
    const body = { valueInputOption: "RAW", data };
    expect(answerOf(open.call("POST", "/values:batchUpdateByDataFilter", body))).toMatchObject({
      totalUpdatedCells: 1,
      responses: [{ updatedRange: "Sheet1!A2:B2", dataFilter: GRID }],
    });
    expect(answerOf(open.call("POST", "/values:batchClearByDataFilter", { dataFilters: [A1] }))).toMatchObject({
      clearedRanges: ["Sheet1!A1:B1"],
    });
    expect(open.values("A1:B2")).toEqual([[], ["x", "b2"]]);
  });

  it.each([
    [[{ gridRange: { sheetId: 0, startRowIndex: 20 } }], /outside the grid/],
    [[{ a1Range: "A20:B21" }], /exceeds grid limits/],
    [[{ a1Range: "NOT-A-RANGE" }], /Unable to parse range/],
    [[], /at least one data filter/],
  ])("%j are refused", (dataFilters, message) => {
    expect(refusal(desk().call("POST", "/values:batchGetByDataFilter", { dataFilters }))).toMatch(message);
  });
});
