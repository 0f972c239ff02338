import { describe, expect, it } from "vitest";
import { book, range, rows, write } from "../book.ts";

const at = (desk: ReturnType<typeof book>, cell: string, fields: string) =>
  desk.get(`ranges=${cell}&fields=sheets.data.rowData.values(${fields})`).sheets?.[0]?.data?.[0]?.rowData?.[0]
    ?.values?.[0];

describe("cells written through the API", () => {
  it("hold exactly what they are given, also a text that looks like a formula", () => {
    const desk = book();
    desk.batch({
      updateCells: {
        start: { sheetId: 0 },
        rows: [
          {
            values: [
              { userEnteredValue: { stringValue: '=IMPORTDATA("x")' } },
              { userEnteredValue: { stringValue: "007" } },
            ],
          },
        ],
        fields: "userEnteredValue",
      },
    });
    expect(desk.values("A1:B1", "valueRenderOption=UNFORMATTED_VALUE")).toEqual([['=IMPORTDATA("x")', "007"]]);
    expect(at(desk, "A1", "userEnteredValue")).toEqual({ userEnteredValue: { stringValue: '=IMPORTDATA("x")' } });
  });

  it("lose what the mask names and the request does not give", () => {
    const desk = book();
    desk.batch(write(0, 0, ["a", "b"], ["c", "d"]));
    desk.batch({ updateCells: { range: range(0, 2, 0, 2), rows: rows(["x"]), fields: "userEnteredValue" } });
    expect(desk.values("A1:B2")).toEqual([["x"]]);
  });

  it("keep their format and note when only values are written", () => {
    const desk = book();
    const cell = { note: "n", userEnteredFormat: { textFormat: { bold: true } } };
    desk.batch({ repeatCell: { range: range(0, 1, 0, 1), cell, fields: "note,userEnteredFormat.textFormat.bold" } });
    desk.batch(write(0, 0, ["v"]));
    expect(at(desk, "A1", "note,userEnteredFormat,userEnteredValue")).toEqual({
      note: "n",
      userEnteredFormat: { textFormat: { bold: true } },
      userEnteredValue: { stringValue: "v" },
    });
  });

  it("tell a colour in both notations, in eight bits a channel", () => {
    const desk = book();
    const cell = { userEnteredFormat: { backgroundColor: { red: 1, green: 0.5 } } };
    desk.batch({ repeatCell: { range: range(0, 1, 0, 1), cell, fields: "userEnteredFormat.backgroundColor" } });
    const color = { red: 1, green: 0.49803922 };
    expect(at(desk, "A1", "userEnteredFormat")).toEqual({
      userEnteredFormat: { backgroundColor: color, backgroundColorStyle: { rgbColor: color } },
    });
  });

  it("align by what they show unless they are told", () => {
    const desk = book();
    desk.batch(write(0, 0, ["text", 1, true]));
    const shown = desk.get("ranges=A1:C1&fields=sheets.data.rowData.values.effectiveFormat.horizontalAlignment");
    expect(
      shown.sheets?.[0]?.data?.[0]?.rowData?.[0]?.values?.map((cell) => cell.effectiveFormat?.horizontalAlignment),
    ).toEqual(["LEFT", "RIGHT", "CENTER"]);
  });

  it("are appended below the last row that holds a value, and the grid grows", () => {
    const desk = book({ rows: 3 });
    desk.batch(write(1, 0, ["last"]));
    desk.batch({ appendCells: { sheetId: 0, rows: rows(["x"], ["y"]), fields: "userEnteredValue" } });
    expect(desk.values("Sheet1")).toEqual([[], ["last"], ["x"], ["y"]]);
    expect(desk.sheet().properties?.gridProperties?.rowCount).toBe(4);
  });

  it("are appended as if empty below cells that only look filled", () => {
    const desk = book();
    const cell = { userEnteredFormat: { textFormat: { bold: true } } };
    desk.batch({ repeatCell: { range: range(0, 8, 0, 2), cell, fields: "userEnteredFormat" } });
    desk.batch({ appendCells: { sheetId: 0, rows: rows(["first"]), fields: "userEnteredValue" } });
    expect(desk.values("A1")).toEqual([["first"]]);
  });

  it("repeat a formula with its references following each cell", () => {
    const desk = book();
    const cell = { userEnteredValue: { formulaValue: "=A1*$B$1" } };
    desk.batch({ repeatCell: { range: range(0, 3, 2, 3), cell, fields: "userEnteredValue" } });
    expect(desk.values("C1:C3", "valueRenderOption=FORMULA")).toEqual([["=A1*$B$1"], ["=A2*$B$1"], ["=A3*$B$1"]]);
  });

  it("show what their formulas come to, over sheets with any title, and #NAME? for what cannot be computed", () => {
    const desk = book();
    desk.batch(
      { addSheet: { properties: { sheetId: 1, title: "在庫/A [1]" } } },
      { addNamedRange: { namedRange: { name: "実在庫", range: { ...range(0, 3, 0, 1), sheetId: 1 } } } },
      write(0, 0, ["=SUM('在庫/A [1]'!A1:A)", "=SUM(実在庫)", "=QUERY(A1)", "=1/0", '=IF(A1>5,"多い","少ない")']),
    );
    desk.put("'在庫/A [1]'!A1", [[1], [2], [3]]);
    expect(desk.values("A1:E1")).toEqual([["6", "6", "#NAME?", "#DIV/0!", "多い"]]);
    desk.put("'在庫/A [1]'!A1", [[10]]);
    expect(desk.values("A1", "valueRenderOption=UNFORMATTED_VALUE")).toEqual([[15]]);
    expect(at(desk, "C1", "effectiveValue")).toEqual({
      effectiveValue: { errorValue: { type: "NAME", message: "Unknown function: 'QUERY'." } },
    });
  });

  it("see the changes of earlier requests of the same batch", () => {
    const desk = book();
    desk.batch(write(0, 0, [3, "=A1*-1"], [1, "=A2*-1"], [2, "=A3*-1"]));
    desk.batch(write(1, 0, [9]), {
      sortRange: { range: range(0, 3, 0, 2), sortSpecs: [{ dimensionIndex: 1, sortOrder: "ASCENDING" }] },
    });
    expect(desk.values("A1:B3", "valueRenderOption=FORMULA")).toEqual([
      [9, "=A1*-1"],
      [3, "=A2*-1"],
      [2, "=A3*-1"],
    ]);
  });
});

describe("values.append", () => {
  const append = (desk: ReturnType<typeof book>, cell: string, values: unknown, more = "") =>
    desk.call("POST", `/values/${cell}:append?valueInputOption=RAW${more}`, { values }).body;

  it("writes below the table that the range touches", () => {
    const desk = book();
    desk.put("B2", [
      ["h", "i"],
      ["1", "2"],
    ]);
    expect(append(desk, "B2", [["3", "4"]])).toMatchObject({
      tableRange: "Sheet1!B2:C3",
      updates: { updatedRange: "Sheet1!B4:C4", updatedCells: 2 },
    });
  });

  it("inserts rows when asked, so that nothing below is overwritten", () => {
    const desk = book();
    desk.put("A1", [["h"], ["1"], [null], ["footer"]]);
    append(desk, "A1", [["2"], ["3"]], "&insertDataOption=INSERT_ROWS");
    expect(desk.values("A1:A6")).toEqual([["h"], ["1"], ["2"], ["3"], [], ["footer"]]);
  });

  it("finds the table at the end of a row with a gap in it", () => {
    const desk = book();
    const lists = [["x", "", "y"]];
    append(desk, "Sheet1", lists);
    expect(append(desk, "Sheet1", lists)).toMatchObject({
      tableRange: "Sheet1!C1",
      updates: { updatedRange: "Sheet1!C2:E2" },
    });
    expect(append(desk, "A1", lists)).toMatchObject({
      tableRange: "Sheet1!A1",
      updates: { updatedRange: "Sheet1!A2:C2" },
    });
  });

  it("answers what it wrote when asked", () => {
    expect(append(book(), "A1", [["7"]], "&includeValuesInResponse=true")).toMatchObject({
      updates: { updatedData: { range: "Sheet1!A1", values: [["7"]] } },
    });
  });
});

describe("values.update", () => {
  it("refuses more than its range holds", () => {
    const { call } = book();
    const values = [["1", "2"]];
    expect(call("PUT", "/values/A1:A2?valueInputOption=RAW", { values }).body).toMatchObject({
      error: { code: 400, message: "Requested writing within range [Sheet1!A1:A2], but tried writing to column [B]" },
    });
  });

  it("leaves cells given as null alone and empties those given as an empty text", () => {
    const desk = book();
    desk.put("A1", [["a", "b", "c"]]);
    desk.put("A1", [[null, "", "x"]]);
    expect(desk.values("A1:C1")).toEqual([["a", "", "x"]]);
  });

  it.each([
    ["a row of nothing", [["a"], [null], ["b"]], { updatedRows: 2, updatedColumns: 1, updatedCells: 2 }],
    ["a column of nothing", [["a", null, "b"]], { updatedRows: 1, updatedColumns: 2, updatedCells: 2 }],
    ["an emptied cell", [["a", ""]], { updatedRows: 1, updatedColumns: 2, updatedCells: 2 }],
    ["nothing at all", [[null]], {}],
  ])("counts only rows and columns with a written cell: %s", (_, values, counts) => {
    const { body } = book().call("PUT", "/values/A1?valueInputOption=RAW", { values });
    const { spreadsheetId: _id, updatedRange: _range, ...counted } = body as Record<string, unknown>;
    expect(counted).toEqual(counts);
    const data = [{ range: "A1", values }];
    const many = book().call("POST", "/values:batchUpdate", { valueInputOption: "RAW", data }).body;
    expect(many).toMatchObject(
      Object.fromEntries(
        Object.entries(counts).map(([name, count]) => [name.replace("updated", "totalUpdated"), count]),
      ),
    );
  });

  it("wants to be told how values are meant", () => {
    expect(book().call("PUT", "/values/A1", { values: [] }).body).toMatchObject({
      error: { code: 400, message: "'valueInputOption' is required but not specified" },
    });
  });
});

describe("a response mask", () => {
  it("that names an unknown field is refused as Google does", () => {
    expect(book().call("GET", "?fields=sheets.sheetProperties").body).toMatchObject({
      error: {
        code: 400,
        message: "Request contains an invalid argument.",
        details: [
          {
            fieldViolations: [
              {
                field: "sheets.sheetProperties",
                description:
                  "Error expanding 'fields' parameter. Cannot find matching fields for path 'sheets.sheetProperties'.",
              },
            ],
          },
        ],
      },
    });
  });
});
