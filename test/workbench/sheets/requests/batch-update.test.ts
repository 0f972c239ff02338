import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { book, range, refusal, rows, rowsAt, write } from "../book.ts";

describe("a batchUpdate", () => {
  it("that has one invalid request applies none of them", () => {
    const valid = [
      write(0, 0, ["b", 2]),
      { addSheet: { properties: { title: "new" } } },
      { insertDimension: { range: rowsAt(0, 2) } },
      { deleteDimension: { range: rowsAt(3, 4) } },
      { mergeCells: { range: range(0, 2, 0, 2) } },
      { sortRange: { range: range(0, 5, 0, 2), sortSpecs: [{ dimensionIndex: 0, sortOrder: "DESCENDING" }] } },
      { addNamedRange: { namedRange: { name: "Name", range: range(0, 1, 0, 1) } } },
      { addProtectedRange: { protectedRange: { range: range(0, 1, 0, 1) } } },
      { setDataValidation: { range: range(0, 3, 0, 3), rule: { condition: { type: "BOOLEAN" } } } },
      { updateSheetProperties: { properties: { sheetId: 0, title: "other" }, fields: "title" } },
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(valid), (requests) => {
        const desk = book();
        desk.batch(write(0, 0, ["a", 1, "=B1+1"]));
        const everything = () => JSON.stringify([desk.get("includeGridData=true"), desk.values("Sheet1")]);
        const before = everything();
        expect(desk.tryBatch([...requests, { deleteSheet: { sheetId: 404 } }]).status).toBe(400);
        expect(everything()).toBe(before);
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    ["an unknown sheet", write(0, 0), { ...write(0, 0).updateCells, start: { sheetId: 9 } }, "No grid with id: 9"],
  ])("names the index of the request that has %s", (_, first, updateCells, message) => {
    expect(refusal(book().tryBatch([first, { updateCells }]))).toBe(`400 Invalid requests[1].updateCells: ${message}`);
  });

  const cell = { userEnteredValue: { numberValue: 1 } };
  const title = { title: "Sheet1" };
  it.each([
    [
      { updateCells: { range: range(0, 1, 0, 1), rows: [] } },
      "updateCells: At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)",
    ],
    [write(10, 0, [1]), "updateCells: GridCoordinate.rowIndex[10] is after last row in grid[9]"],
    [write(9, 0, [1], [2]), "updateCells: Attempting to write row: 10, beyond the last requested row of: 9"],
    [write(0, 4, [1, 2]), "updateCells: Attempting to write column: 5, beyond the last requested column of: 4"],
    [
      { appendCells: { sheetId: 0, rows: rows([1, 2, 3, 4, 5, 6]), fields: "*" } },
      "appendCells: Attempting to write column: 5, beyond the last requested column of: 4",
    ],
    [
      { repeatCell: { range: range(0, 11, 0, 1), cell, fields: "*" } },
      "repeatCell: Range (Sheet1!A1:A11) exceeds grid limits. Max rows: 10, max columns: 5",
    ],
    [
      { addSheet: { properties: title } },
      'addSheet: A sheet with the name "Sheet1" already exists. Please enter another name.',
    ],
    [
      { addSheet: { properties: { gridProperties: { rowCount: 10_000_000, columnCount: 1 } } } },
      "addSheet: This action would increase the number of cells in the workbook above the limit of 10000000 cells.",
    ],
    [{ deleteSheet: { sheetId: 0 } }, "deleteSheet: You can't remove all the sheets in a document."],
    [{ deleteSheet: { sheetId: 7 } }, "deleteSheet: No sheet with id: 7"],
    [{ deleteDimension: { range: rowsAt(0, 10) } }, "deleteDimension: You can't delete all the rows on the sheet."],
    [
      { deleteDimension: { range: rowsAt(10, 11) } },
      "deleteDimension: Cannot delete a row that doesn't exist. Tried to delete row index 10 but there are only 10 rows.",
    ],
    [
      { insertDimension: { range: rowsAt(10, 11) } },
      "insertDimension: range.startIndex must be less than the grid size (10) if inheritFromBefore is false.",
    ],
    [
      { insertDimension: { range: rowsAt(11, 12) } },
      "insertDimension: range.startIndex is larger than current grid size (10)",
    ],
    [
      { updateSheetProperties: { properties: { sheetId: 0, title: "" }, fields: "title" } },
      "updateSheetProperties: The sheet name cannot be empty.",
    ],
    [
      {
        updateSheetProperties: {
          properties: { sheetId: 0, gridProperties: { frozenRowCount: 10 } },
          fields: "gridProperties.frozenRowCount",
        },
      },
      "updateSheetProperties: You can't freeze all visible rows on the sheet.",
    ],
    [
      { updateSheetProperties: { properties: { sheetId: 0 }, fields: "colour" } },
      "updateSheetProperties: Field mask names an unknown field: colour",
    ],
    [{ deleteProtectedRange: { protectedRangeId: 5 } }, "deleteProtectedRange: No protected range with id: 5"],
    [
      { deleteConditionalFormatRule: { sheetId: 0, index: 2 } },
      "deleteConditionalFormatRule: No conditional format on sheet: 0 at index: 2",
    ],
    [
      { createDeveloperMetadata: { developerMetadata: { location: { spreadsheet: true } } } },
      "createDeveloperMetadata: Developer metadata must always have a key specified.",
    ],
  ])("refuses %j in Google's words", (request, message) => {
    expect(refusal(book().tryBatch([request]))).toBe(`400 Invalid requests[0].${message}`);
  });

  it("without requests is refused", () => {
    expect(refusal(book().tryBatch([]))).toBe("400 Must specify at least one request.");
  });

  it("with a request kind this engine has not is answered by its name", () => {
    expect(refusal(book().tryBatch([{ addTable: { table: {} } }]))).toBe(
      '501 workbench: batchUpdate request "addTable" (requests[0]) is not implemented',
    );
  });

  it("with a field that Google's messages do not have is refused with the place", () => {
    const response = book().tryBatch([{ updateCells: { rows: [{ values: [{ bold: true }] }] } } as never]);
    expect(response.body).toEqual({
      error: {
        code: 400,
        message: `Invalid JSON payload received. Unknown name "bold" at 'requests[0].update_cells.rows[0].values[0]': Cannot find field.`,
        status: "INVALID_ARGUMENT",
        details: [
          {
            "@type": "type.googleapis.com/google.rpc.BadRequest",
            fieldViolations: [
              {
                field: "requests[0].update_cells.rows[0].values[0]",
                description: `Invalid JSON payload received. Unknown name "bold" at 'requests[0].update_cells.rows[0].values[0]': Cannot find field.`,
              },
            ],
          },
        ],
      },
    });
  });

  it("with a value of the wrong type is refused", () => {
    expect(refusal(book().tryBatch([{ deleteSheet: { sheetId: "first" } } as never]))).toBe(
      `400 Invalid value at 'requests[0].delete_sheet.sheet_id' (TYPE_INT32), "first"`,
    );
  });

  it("answers the spreadsheet it left behind, for the ranges and fields asked for", () => {
    const { call } = book();
    const body = {
      requests: [write(0, 0, ["k", 1], ["007", 2])],
      includeSpreadsheetInResponse: true,
      responseRanges: ["Sheet1!A:A"],
      responseIncludeGridData: true,
    };
    const fields = "updatedSpreadsheet.sheets.data.rowData.values.effectiveValue";
    expect(call("POST", `:batchUpdate?fields=${fields}`, body).body).toEqual({
      updatedSpreadsheet: {
        sheets: [
          {
            data: [
              {
                rowData: [
                  { values: [{ effectiveValue: { stringValue: "k" } }] },
                  { values: [{ effectiveValue: { stringValue: "007" } }] },
                ],
              },
            ],
          },
        ],
      },
    });
  });

  it("keeps nothing of the body it was given", () => {
    const { tryBatch, values } = book();
    const requests = [write(0, 0, ["before"])];
    tryBatch(requests);
    requests[0]!.updateCells!.rows![0]!.values![0]!.userEnteredValue!.stringValue = "after";
    expect(values("A1")).toEqual([["before"]]);
  });
});
