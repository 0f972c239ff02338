import type { sheets_v4 } from "@googleapis/sheets";
import { describe, expect, it } from "vitest";
import { book, range, refusal, rowsAt, write } from "../book.ts";

/** A sheet with something of every kind on rows 3 to 5 (indexes 2 to 4). */
function furnished() {
  const desk = book({ rows: 12 });
  const at = range(2, 5, 1, 3);
  desk.batch(
    write(2, 1, ["a", 1], ["b", 2], ["c", 3]),
    write(0, 0, ["=SUM(C3:C5)"]),
    { setDataValidation: { range: range(3, 4, 1, 2), rule: { condition: { type: "BOOLEAN" } } } },
    { addProtectedRange: { protectedRange: { range: at } } },
    { addProtectedRange: { protectedRange: { range: { sheetId: 0, startColumnIndex: 0, endColumnIndex: 1 } } } },
    { addNamedRange: { namedRange: { name: "Block", range: at } } },
    { setBasicFilter: { filter: { range: at } } },
    { addFilterView: { filter: { title: "mine", range: at } } },
    { addBanding: { bandedRange: { range: at, rowProperties: { firstBandColor: { red: 1 }, secondBandColor: {} } } } },
    { mergeCells: { range: range(2, 4, 4, 5) } },
    {
      addConditionalFormatRule: {
        rule: {
          ranges: [at],
          booleanRule: { condition: { type: "NOT_BLANK" }, format: { textFormat: { bold: true } } },
        },
        index: 0,
      },
    },
    {
      addChart: {
        chart: {
          spec: { basicChart: { domains: [{ domain: { sourceRange: { sources: [at] } } }] } },
          position: { overlayPosition: { anchorCell: { rowIndex: 6 } } },
        },
      },
    },
    {
      createDeveloperMetadata: {
        developerMetadata: { metadataKey: "row", location: { dimensionRange: rowsAt(3, 4) }, visibility: "DOCUMENT" },
      },
    },
    { updateDimensionProperties: { range: rowsAt(3, 4), properties: { pixelSize: 40 }, fields: "pixelSize" } },
    { addDimensionGroup: { range: rowsAt(2, 5) } },
  );
  return desk;
}

const span = (range: sheets_v4.Schema$GridRange | undefined) => range && [range.startRowIndex, range.endRowIndex];

function places(desk: ReturnType<typeof book>) {
  const sheet = desk.sheet();
  const lookup = { dataFilters: [{ developerMetadataLookup: { metadataKey: "row" } }] };
  const found = desk.call("POST", "/developerMetadata:search", lookup)
    .body as sheets_v4.Schema$SearchDeveloperMetadataResponse;
  const heights = desk.get("fields=sheets.data.rowMetadata.pixelSize").sheets?.[0]?.data?.[0]?.rowMetadata ?? [];
  const rules = desk.get("fields=sheets.data.rowData.values.dataValidation").sheets?.[0]?.data?.[0]?.rowData ?? [];
  return {
    protected: sheet.protectedRanges?.map((each) => span(each.range)),
    named: span(desk.get().namedRanges?.[0]?.range),
    filter: span(sheet.basicFilter?.range),
    view: span(sheet.filterViews?.[0]?.range),
    banding: span(sheet.bandedRanges?.[0]?.range),
    merge: span(sheet.merges?.[0]),
    rule: span(sheet.conditionalFormats?.[0]?.ranges?.[0]),
    chart: span(sheet.charts?.[0]?.spec?.basicChart?.domains?.[0]?.domain?.sourceRange?.sources?.[0]),
    anchor: sheet.charts?.[0]?.position?.overlayPosition?.anchorCell?.rowIndex,
    group: [sheet.rowGroups?.[0]?.range?.startIndex, sheet.rowGroups?.[0]?.range?.endIndex],
    metadata: found.matchedDeveloperMetadata?.map(
      (each) => each.developerMetadata?.location?.dimensionRange?.startIndex,
    ),
    tall: heights.findIndex(({ pixelSize }) => pixelSize === 40),
    checkbox: rules.findIndex(({ values }) => values?.some(({ dataValidation }) => dataValidation)),
    formula: desk
      .values("Sheet1", "valueRenderOption=FORMULA")
      .flat()
      .find((cell) => String(cell).startsWith("=")),
  };
}

const everything = (block: [number, number], row: number, more: object = {}) => ({
  protected: [block, [undefined, undefined]],
  named: block,
  filter: block,
  view: block,
  banding: block,
  rule: block,
  chart: block,
  group: block,
  metadata: [row],
  tall: row,
  checkbox: row,
  formula: `=SUM(C${block[0] + 1}:C${block[1]})`,
  ...more,
});

describe("what lies on a sheet", () => {
  it("is where it was put", () => {
    expect(places(furnished())).toEqual(everything([2, 5], 3, { merge: [2, 4], anchor: 6 }));
  });

  it("moves down with rows inserted above", () => {
    const desk = furnished();
    desk.batch({ insertDimension: { range: rowsAt(1, 3) } });
    expect(places(desk)).toEqual(everything([4, 7], 5, { merge: [4, 6], anchor: 8 }));
  });

  it("grows with rows inserted within", () => {
    const desk = furnished();
    desk.batch({ insertDimension: { range: rowsAt(3, 4) } });
    expect(places(desk)).toEqual(everything([2, 6], 4, { merge: [2, 5], anchor: 7, checkbox: 3 }));
  });

  it("shrinks with rows deleted within, and goes with the last of its rows", () => {
    const desk = furnished();
    desk.batch({ deleteDimension: { range: rowsAt(3, 4) } });
    expect(places(desk)).toEqual(
      everything([2, 4], 3, { merge: [2, 3], anchor: 5, metadata: undefined, tall: -1, checkbox: -1 }),
    );
    desk.batch({ deleteDimension: { range: rowsAt(2, 4) } });
    expect(places(desk)).toMatchObject({
      protected: [[undefined, undefined]],
      named: undefined,
      filter: undefined,
      rule: undefined,
      formula: "=SUM(#REF!)",
    });
  });

  it("goes along when its rows are moved", () => {
    const desk = furnished();
    desk.batch({ unmergeCells: { range: range(2, 4, 4, 5) } });
    desk.batch({ moveDimension: { source: rowsAt(2, 5), destinationIndex: 9 } });
    expect(places(desk)).toEqual(everything([6, 9], 7, { merge: undefined, anchor: 3 }));
    expect(desk.values("B7:C9")).toEqual([
      ["a", "1"],
      ["b", "2"],
      ["c", "3"],
    ]);
  });

  it("moves with columns in the same way", () => {
    const desk = furnished();
    desk.batch({ insertDimension: { range: { sheetId: 0, dimension: "COLUMNS", startIndex: 0, endIndex: 1 } } });
    expect(desk.sheet().basicFilter?.range).toMatchObject({ startColumnIndex: 2, endColumnIndex: 4 });
    expect(desk.values("C3:D5")).toEqual([
      ["a", "1"],
      ["b", "2"],
      ["c", "3"],
    ]);
    expect(desk.values("B1", "valueRenderOption=FORMULA")).toEqual([["=SUM(D3:D5)"]]);
  });

  it("is cut off when the grid is made smaller", () => {
    const desk = furnished();
    const properties = { sheetId: 0, gridProperties: { rowCount: 4 } };
    desk.batch({ updateSheetProperties: { properties, fields: "gridProperties.rowCount" } });
    expect(places(desk)).toMatchObject({ named: [2, 4], filter: [2, 4], metadata: [3] });
    expect(desk.values("B3:C4")).toEqual([
      ["a", "1"],
      ["b", "2"],
    ]);
  });
});

describe("inserted rows", () => {
  it("take format and validation from the row they are told to", () => {
    const desk = book();
    const cell = { userEnteredFormat: { textFormat: { bold: true } } };
    desk.batch({ repeatCell: { range: range(0, 1, 0, 1), cell, fields: "userEnteredFormat" } });
    desk.batch({ insertDimension: { range: rowsAt(1, 2), inheritFromBefore: true } });
    const data = desk.get("ranges=A2&fields=sheets.data.rowData.values.userEnteredFormat.textFormat.bold");
    expect(data.sheets?.[0]?.data?.[0]?.rowData?.[0]?.values?.[0]).toEqual(cell);
  });
});

describe("moving rows", () => {
  it("does not tear a merged cell apart", () => {
    const desk = book();
    desk.batch({ mergeCells: { range: range(0, 2, 0, 1) } });
    expect(refusal(desk.tryBatch([{ moveDimension: { source: rowsAt(0, 1), destinationIndex: 5 } }]))).toBe(
      "400 Invalid requests[0].moveDimension: Sorry, it is not possible to move a row to a position that crosses a merged cell. Please unmerge and try again.",
    );
  });
});

describe("sortRange", () => {
  const sorted = (order: "ASCENDING" | "DESCENDING") => {
    const desk = book();
    desk.put("A1", [["b"], [10], [null], [true], ["A"], [9], ["あ"], [false]]);
    desk.batch({ sortRange: { range: range(0, 8, 0, 1), sortSpecs: [{ dimensionIndex: 0, sortOrder: order }] } });
    return desk.values("A1:A8", "valueRenderOption=UNFORMATTED_VALUE").flat();
  };

  it("puts numbers before texts before truth values, and empty cells last in either direction", () => {
    expect(sorted("ASCENDING")).toEqual([9, 10, "A", "b", "あ", false, true]);
    expect(sorted("DESCENDING")).toEqual([true, false, "あ", "b", "A", 10, 9]);
  });

  it("keeps rows together with their notes and row metadata, and leaves hidden rows where they are", () => {
    const desk = book();
    desk.put("A1", [
      ["c", 3],
      ["b", 2],
      ["hidden", 0],
      ["a", 1],
    ]);
    const location = { dimensionRange: rowsAt(3, 4) };
    desk.batch(
      { updateCells: { range: range(3, 4, 0, 1), rows: [{ values: [{ note: "of a" }] }], fields: "note" } },
      { createDeveloperMetadata: { developerMetadata: { metadataKey: "a", location, visibility: "PROJECT" } } },
      {
        updateDimensionProperties: { range: rowsAt(2, 3), properties: { hiddenByUser: true }, fields: "hiddenByUser" },
      },
      { sortRange: { range: range(0, 4, 0, 5), sortSpecs: [{ dimensionIndex: 0 }] } },
    );
    expect(desk.values("A1:B4")).toEqual([
      ["a", "1"],
      ["b", "2"],
      ["hidden", "0"],
      ["c", "3"],
    ]);
    const data = desk.get(
      "ranges=A1&fields=sheets.data(rowData.values.note,rowMetadata.developerMetadata.metadataKey)",
    );
    expect(data.sheets?.[0]?.data?.[0]).toEqual({
      rowData: [{ values: [{ note: "of a" }] }],
      rowMetadata: [{ developerMetadata: [{ metadataKey: "a" }] }],
    });
  });

  it("refuses a range with a vertical merge in it", () => {
    const desk = book();
    desk.batch({ mergeCells: { range: range(1, 3, 0, 1) } });
    expect(refusal(desk.tryBatch([{ sortRange: { range: range(0, 5, 0, 2), sortSpecs: [{}] } }]))).toBe(
      "400 Invalid requests[0].sortRange: You can't sort a range containing vertical merges. There is a vertical merge at A2:A3",
    );
  });
});

describe("a renamed or deleted sheet", () => {
  it("is followed by the formulas that point to it", () => {
    const desk = book();
    desk.batch({ addSheet: { properties: { sheetId: 1, title: "Stock" } } }, write(0, 0, ["=Stock!A1"]));
    desk.batch({ updateSheetProperties: { properties: { sheetId: 1, title: "在庫" }, fields: "title" } });
    expect(desk.values("A1", "valueRenderOption=FORMULA")).toEqual([["='在庫'!A1"]]);
    desk.batch({ deleteSheet: { sheetId: 1 } });
    expect(desk.values("A1", "valueRenderOption=FORMULA")).toEqual([["=#REF!"]]);
  });

  it("is moved by an index that counts as before the move", () => {
    const desk = book();
    desk.batch(
      { addSheet: { properties: { sheetId: 1, title: "b" } } },
      { addSheet: { properties: { sheetId: 2, title: "c" } } },
    );
    desk.batch({ updateSheetProperties: { properties: { sheetId: 0, index: 2 }, fields: "index" } });
    expect(desk.get().sheets?.map(({ properties }) => [properties?.title, properties?.index])).toEqual([
      ["b", 0],
      ["Sheet1", 1],
      ["c", 2],
    ]);
  });
});
