import type { sheets_v4 } from "@googleapis/sheets";
import { describe, expect, it } from "vitest";
import { book, OPERATOR, range, refusal, rowsAt, STAFF, write } from "../book.ts";

const LOCKED =
  "You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.";

function shared(protectedRange: sheets_v4.Schema$ProtectedRange) {
  const desk = book();
  desk.engine.share(desk.id, STAFF, "writer");
  const [reply] = desk.batch({ addProtectedRange: { protectedRange } });
  return { ...desk, protection: reply!.addProtectedRange!.protectedRange!.protectedRangeId! };
}

describe("a spreadsheet", () => {
  it("is nobody's but its owner's until it is shared", () => {
    const { call, engine, id, tryBatch } = book();
    const denied = "403 The caller does not have permission";
    expect(refusal(call("GET", "", undefined, STAFF))).toBe(denied);
    engine.share(id, STAFF, "reader");
    expect(call("GET", "", undefined, STAFF).status).toBe(200);
    expect(refusal(tryBatch([write(0, 0, [1])], STAFF))).toBe(denied);
    engine.share(id, STAFF, "writer");
    expect(tryBatch([write(0, 0, [1])], STAFF).status).toBe(200);
  });

  it("that does not exist is not found", () => {
    const { engine } = book();
    const response = engine.handle({ method: "GET", path: "/v4/spreadsheets/nothing", user: OPERATOR });
    expect(refusal(response)).toBe("404 Requested entity was not found.");
  });
});

/** Columns B and C of rows below the first are open, each by a range of its own. */
function sheetWithOpenColumns() {
  const open = (column: number) => ({
    sheetId: 0,
    startRowIndex: 1,
    startColumnIndex: column,
    endColumnIndex: column + 1,
  });
  const desk = shared({ range: { sheetId: 0 }, unprotectedRanges: [open(1), open(2)] });
  desk.batch(write(0, 0, ["key", "number", "memo"]), write(1, 0, ["a", "1", "x"]), write(2, 0, ["b", "2", "y"]));
  return desk;
}

describe("a protected sheet with open columns", () => {
  const columns = (startIndex: number, endIndex: number) => ({
    sheetId: 0,
    dimension: "COLUMNS",
    startIndex,
    endIndex,
  });
  const checkbox = { condition: { type: "BOOLEAN" } };
  it.each([
    ["writing into several of them", write(1, 1, ["7", "z"])],
    ["writing below the last row", write(9, 1, ["7"])],
    ["sorting only them", { sortRange: { range: range(1, 3, 1, 3), sortSpecs: [{ dimensionIndex: 1 }] } }],
    [
      "pasting into them from protected cells",
      { copyPaste: { source: range(1, 2, 0, 1), destination: range(1, 3, 1, 2) } },
    ],
    ["filling them down", { repeatCell: { range: range(1, 9, 1, 2), cell: {}, fields: "userEnteredValue" } }],
    ["a checkbox there", { setDataValidation: { range: range(1, 3, 2, 3), rule: checkbox } }],
    ["replacing what is found there", { findReplace: { find: "x", replacement: "z", allSheets: true } }],
    ["shifting them down", { insertRange: { range: range(1, 2, 1, 2), shiftDimension: "ROWS" } }],
    ["a filter view", { addFilterView: { filter: { title: "mine", range: { sheetId: 0 } } } }],
  ])("lets others do their work: %s", (_, request) => {
    expect(sheetWithOpenColumns().tryBatch([request], STAFF).status).toBe(200);
  });

  it.each([
    ["writing beside them", "updateCells", write(1, 0, ["k", "7"])],
    ["writing over their header", "updateCells", write(0, 1, ["x"])],
    ["sorting", "sortRange", { sortRange: { range: range(1, 3, 0, 3), sortSpecs: [{ dimensionIndex: 1 }] } }],
    ["pasting", "copyPaste", { copyPaste: { source: range(1, 2, 1, 3), destination: range(1, 2, 2, 4) } }],
    ["replacing", "findReplace", { findReplace: { find: "a", replacement: "z", sheetId: 0 } }],
    ["a checkbox", "setDataValidation", { setDataValidation: { range: range(1, 3, 0, 3), rule: checkbox } }],
    ["inserting a row", "insertDimension", { insertDimension: { range: rowsAt(1, 2) } }],
    ["inserting a row on top", "insertDimension", { insertDimension: { range: rowsAt(0, 1) } }],
    ["inserting a column", "insertDimension", { insertDimension: { range: columns(2, 3) } }],
    ["adding rows", "appendDimension", { appendDimension: { sheetId: 0, dimension: "ROWS", length: 1 } }],
    ["deleting a row", "deleteDimension", { deleteDimension: { range: rowsAt(1, 2) } }],
    ["deleting an open column", "deleteDimension", { deleteDimension: { range: columns(1, 2) } }],
    ["moving a column", "moveDimension", { moveDimension: { source: columns(1, 2), destinationIndex: 4 } }],
    [
      "resizing a column",
      "updateDimensionProperties",
      { updateDimensionProperties: { range: columns(1, 2), properties: { pixelSize: 9 }, fields: "pixelSize" } },
    ],
    ["the filter of all", "setBasicFilter", { setBasicFilter: { filter: { range: range(0, 3, 0, 3) } } }],
    ["striping", "addBanding", { addBanding: { bandedRange: { range: range(0, 3, 0, 3), rowProperties: {} } } }],
    ["renaming", "updateSheetProperties", { updateSheetProperties: { properties: { title: "t" }, fields: "title" } }],
    [
      "protecting what is not theirs",
      "addProtectedRange",
      { addProtectedRange: { protectedRange: { range: range(0, 9, 0, 9) } } },
    ],
  ])("keeps %s from them", (_, kind, request) => {
    const { tryBatch } = sheetWithOpenColumns();
    expect(refusal(tryBatch([request], STAFF))).toBe(`400 Invalid requests[0].${kind}: ${LOCKED}`);
  });

  it("opens them for rows and columns that its editors insert", () => {
    const { batch, tryBatch } = sheetWithOpenColumns();
    batch({ insertDimension: { range: columns(0, 1) } }, { insertDimension: { range: rowsAt(2, 3) } });
    batch({ appendDimension: { sheetId: 0, dimension: "ROWS", length: 5 } });
    for (const [row, column] of [
      [1, 2],
      [2, 3],
      [15, 2],
    ] as const)
      expect(tryBatch([write(row, column, ["7"])], STAFF).status).toBe(200);
    expect(tryBatch([write(1, 1, ["7"])], STAFF).status).toBe(400);
  });

  it("keeps appended values out", () => {
    const { call } = sheetWithOpenColumns();
    const append = (query: string, cells: string) =>
      refusal(call("POST", `/values/${cells}:append?valueInputOption=RAW${query}`, { values: [["x"]] }, STAFF));
    expect(append("", "A1")).toBe(`400 ${LOCKED}`);
    expect(append("&insertDataOption=INSERT_ROWS", "B1:C3")).toBe(`400 ${LOCKED}`);
  });
});

describe("a protected range", () => {
  const header = { range: range(0, 2, 0, 2) };
  it.each([
    ["writing", "updateCells", write(1, 1, ["x"])],
    ["formatting", "repeatCell", { repeatCell: { range: range(0, 5, 1, 3), cell: {}, fields: "userEnteredFormat" } }],
    ["validating", "setDataValidation", { setDataValidation: { range: range(1, 2, 0, 1) } }],
    ["sorting", "sortRange", { sortRange: { range: range(0, 5, 0, 5), sortSpecs: [] } }],
    ["deleting rows", "deleteDimension", { deleteDimension: { range: rowsAt(1, 3) } }],
    ["inserting between", "insertDimension", { insertDimension: { range: rowsAt(1, 2) } }],
    ["deleting the sheet", "deleteSheet", { deleteSheet: { sheetId: 0 } }],
    ["cutting", "cutPaste", { cutPaste: { source: range(0, 1, 0, 1), destination: { sheetId: 0, rowIndex: 5 } } }],
  ])("keeps %s from those who are not its editors", (_, kind, request) => {
    const { batch, tryBatch } = shared(header);
    batch({ addSheet: { properties: { title: "second" } } });
    expect(refusal(tryBatch([request], STAFF))).toBe(`400 Invalid requests[0].${kind}: ${LOCKED}`);
    expect(tryBatch([request], OPERATOR).status).toBe(200);
  });

  it.each([
    ["cells beside it", write(2, 0, ["x"])],
    ["rows inserted above it", { insertDimension: { range: rowsAt(0, 1) } }],
    ["rows inserted below it", { insertDimension: { range: rowsAt(2, 3) } }],
    [
      "another title for the sheet",
      { updateSheetProperties: { properties: { sheetId: 0, title: "t" }, fields: "title" } },
    ],
  ])("does not keep from them %s", (_, request) => {
    expect(shared(header).tryBatch([request], STAFF).status).toBe(200);
  });

  it("keeps them from values.update and values.clear as well", () => {
    const { call } = shared(header);
    const values = [["x"]];
    expect(refusal(call("PUT", "/values/A1?valueInputOption=RAW", { values }, STAFF))).toBe(`400 ${LOCKED}`);
    expect(refusal(call("POST", "/values/A1:Z9:clear", {}, STAFF))).toBe(`400 ${LOCKED}`);
  });

  it("lets its editors through", () => {
    expect(shared({ ...header, editors: { users: [STAFF] } }).tryBatch([write(0, 0, [1])], STAFF).status).toBe(200);
  });

  it("that only warns stops nobody, and takes no editors", () => {
    expect(shared({ ...header, warningOnly: true }).tryBatch([write(0, 0, [1])], STAFF).status).toBe(200);
    const protectedRange = { ...header, warningOnly: true, editors: { users: [STAFF] } };
    expect(refusal(book().tryBatch([{ addProtectedRange: { protectedRange } }]))).toBe(
      "400 Invalid requests[0].addProtectedRange: ProtectedRange is warningOnly. Editors cannot be set on it.",
    );
  });

  it("of a whole sheet leaves free what it names as unprotected", () => {
    const { tryBatch } = shared({ range: { sheetId: 0 }, unprotectedRanges: [range(1, 10, 1, 2)] });
    expect(tryBatch([write(1, 1, [1])], STAFF).status).toBe(200);
    expect(tryBatch([write(1, 0, [1])], STAFF).status).toBe(400);
    const rename = { updateSheetProperties: { properties: { sheetId: 0, title: "t" }, fields: "title" } };
    expect(tryBatch([rename], STAFF).status).toBe(400);
  });

  it("of a range has nothing unprotected in it", () => {
    const protectedRange = { ...header, unprotectedRanges: [range(1, 2, 0, 1)] };
    expect(refusal(book().tryBatch([{ addProtectedRange: { protectedRange } }]))).toBe(
      "400 Invalid requests[0].addProtectedRange: Unprotected ranges are only supported on protected sheets.",
    );
  });

  it("that was a mere warning and becomes a lock lets all editors through, unless it is said whom", () => {
    const { batch, tryBatch, protection } = shared({ ...header, warningOnly: true });
    const update = (part: object) => ({
      updateProtectedRange: {
        protectedRange: { protectedRangeId: protection, ...part },
        fields: Object.keys(part).join(),
      },
    });
    batch(update({ warningOnly: false }));
    expect(tryBatch([write(0, 0, [1])], STAFF).status).toBe(200);
    batch(update({ warningOnly: true }));
    batch(update({ warningOnly: false, editors: { users: [] } }));
    expect(tryBatch([write(0, 0, [1])], STAFF).status).toBe(400);
  });

  it("knows its editors in any capitals", () => {
    const upper = STAFF.toUpperCase();
    expect(shared({ ...header, editors: { users: [upper] } }).tryBatch([write(0, 0, [1])], STAFF).status).toBe(200);
  });

  it("cannot be lifted or changed by those it keeps out", () => {
    const { tryBatch, protection } = shared(header);
    const update = { protectedRange: { protectedRangeId: protection, warningOnly: true }, fields: "warningOnly" };
    expect(tryBatch([{ deleteProtectedRange: { protectedRangeId: protection } }], STAFF).status).toBe(400);
    expect(tryBatch([{ updateProtectedRange: update }], STAFF).status).toBe(400);
  });

  it("takes new editors through an update, and shows them only to those who may edit", () => {
    const { batch, tryBatch, call, protection } = shared(header);
    const fields = "?fields=sheets.protectedRanges(requestingUserCanEdit,editors)";
    const seen = () =>
      (call("GET", fields, undefined, STAFF).body as sheets_v4.Schema$Spreadsheet).sheets?.[0]?.protectedRanges;
    expect(seen()).toEqual([{}]);
    const protectedRange = { protectedRangeId: protection, editors: { users: [STAFF] } };
    batch({ updateProtectedRange: { protectedRange, fields: "editors" } });
    expect(tryBatch([write(0, 0, [1])], STAFF).status).toBe(200);
    expect(seen()).toEqual([{ requestingUserCanEdit: true, editors: { users: [STAFF, OPERATOR] } }]);
  });
});
