import { describe, expect, it } from "vitest";
import { book, range, refusal, rowsAt, write } from "../book.ts";

describe("conditional formats", () => {
  const rule = (type: string) => ({
    ranges: [{ sheetId: 0, startRowIndex: 1 }],
    booleanRule: { condition: { type }, format: { backgroundColor: { red: 1 } } },
  });
  const types = (desk: ReturnType<typeof book>) =>
    desk.sheet().conditionalFormats?.map(({ booleanRule }) => booleanRule?.condition?.type);

  it("are kept in order, closed by the grid and with their colours in both notations", () => {
    const desk = book();
    desk.batch({ addConditionalFormatRule: { rule: rule("BLANK"), index: 0 } });
    expect(desk.sheet().conditionalFormats).toEqual([
      {
        ranges: [{ startRowIndex: 1, endRowIndex: 10, startColumnIndex: 0, endColumnIndex: 5 }],
        booleanRule: {
          condition: { type: "BLANK" },
          format: { backgroundColor: { red: 1 }, backgroundColorStyle: { rgbColor: { red: 1 } } },
        },
      },
    ]);
  });

  it("keep a formula that follows its columns and rows, like that of a cell", () => {
    const desk = book();
    const condition = { type: "CUSTOM_FORMULA", values: [{ userEnteredValue: '=AND($C2="C2",D$1<>"")' }] };
    desk.batch(
      { addConditionalFormatRule: { rule: { ...rule(""), booleanRule: { condition, format: {} } }, index: 0 } },
      {
        moveDimension: {
          source: { sheetId: 0, dimension: "COLUMNS", startIndex: 2, endIndex: 3 },
          destinationIndex: 0,
        },
      },
      { insertDimension: { range: { sheetId: 0, dimension: "ROWS", startIndex: 0, endIndex: 1 } } },
    );
    expect(desk.sheet().conditionalFormats?.[0]?.booleanRule?.condition?.values).toEqual([
      { userEnteredValue: '=AND($A3="C2",D$2<>"")' },
    ]);
  });

  it.each([
    ["is deleted", { deleteDimension: { range: { sheetId: 0, dimension: "ROWS", startIndex: 1, endIndex: 2 } } }],
    [
      "is moved away",
      {
        moveDimension: {
          source: { sheetId: 0, dimension: "ROWS", startIndex: 1, endIndex: 2 },
          destinationIndex: 6,
        },
      },
    ],
  ])("mean the same for every row they keep when their first row %s", (_what, change) => {
    const desk = book();
    const condition = { type: "CUSTOM_FORMULA", values: [{ userEnteredValue: "=$C2<>$C$1" }] };
    desk.batch(
      { addConditionalFormatRule: { rule: { ...rule(""), booleanRule: { condition, format: {} } }, index: 0 } },
      change,
    );
    const [kept] = desk.sheet().conditionalFormats ?? [];
    expect(kept?.ranges?.[0]?.startRowIndex).toBe(1);
    expect(kept?.booleanRule?.condition?.values).toEqual([{ userEnteredValue: "=$C2<>$C$1" }]);
  });

  it("are replaced, moved and deleted by index", () => {
    const desk = book();
    for (const [index, type] of ["BLANK", "NOT_BLANK", "DATE_IS_VALID"].entries())
      desk.batch({ addConditionalFormatRule: { rule: rule(type), index } });
    desk.batch({ updateConditionalFormatRule: { sheetId: 0, index: 2, newIndex: 0 } });
    expect(types(desk)).toEqual(["DATE_IS_VALID", "BLANK", "NOT_BLANK"]);
    desk.batch({ updateConditionalFormatRule: { index: 1, rule: rule("TEXT_IS_EMAIL") } });
    const [reply] = desk.batch({ deleteConditionalFormatRule: { sheetId: 0, index: 0 } });
    expect(reply?.deleteConditionalFormatRule?.rule?.booleanRule?.condition?.type).toBe("DATE_IS_VALID");
    expect(types(desk)).toEqual(["TEXT_IS_EMAIL", "NOT_BLANK"]);
  });
});

describe("charts", () => {
  const spec = { title: "在庫", basicChart: { chartType: "COLUMN" } };

  it("are added, changed and deleted", () => {
    const desk = book();
    const [reply] = desk.batch({
      addChart: { chart: { spec, position: { overlayPosition: { anchorCell: { sheetId: 0, columnIndex: 2 } } } } },
    });
    const { chartId, position } = reply!.addChart!.chart!;
    expect(position).toEqual({
      overlayPosition: { anchorCell: { columnIndex: 2 }, widthPixels: 600, heightPixels: 371 },
    });
    desk.batch({ updateChartSpec: { chartId: chartId!, spec: { ...spec, title: "出荷" } } });
    expect(desk.sheet().charts?.[0]?.spec?.title).toBe("出荷");
    desk.batch({ deleteEmbeddedObject: { objectId: chartId! } });
    expect(desk.sheet().charts).toBeUndefined();
  });
});

describe("banding", () => {
  it("is refused where there is some already, and can be changed and taken off", () => {
    const desk = book();
    const bandedRange = { range: range(0, 5, 0, 5), rowProperties: { firstBandColor: { red: 1 } } };
    const [reply] = desk.batch({ addBanding: { bandedRange } });
    const bandedRangeId = reply!.addBanding!.bandedRange!.bandedRangeId!;
    expect(desk.tryBatch([{ addBanding: { bandedRange } }]).status).toBe(400);
    desk.batch({ updateBanding: { bandedRange: { bandedRangeId, range: range(0, 3, 0, 5) }, fields: "range" } });
    expect(desk.sheet().bandedRanges?.[0]).toMatchObject({
      range: { endRowIndex: 3 },
      rowProperties: { firstBandColorStyle: { rgbColor: { red: 1 } } },
    });
    desk.batch({ deleteBanding: { bandedRangeId } });
    expect(desk.sheet().bandedRanges).toBeUndefined();
  });
});

describe("filter views", () => {
  it("are added with a title, changed and deleted", () => {
    const desk = book();
    const [reply] = desk.batch({ addFilterView: { filter: { range: { sheetId: 0 } } } });
    const { filterViewId, title } = reply!.addFilterView!.filter!;
    expect(title).toBe("Filter 1");
    desk.batch({ updateFilterView: { filter: { filterViewId: filterViewId!, title: "未発送" }, fields: "title" } });
    expect(desk.sheet().filterViews?.[0]).toMatchObject({ title: "未発送", range: { endRowIndex: 10 } });
    desk.batch({ deleteFilterView: { filterId: filterViewId! } });
    expect(desk.sheet().filterViews).toBeUndefined();
  });
});

describe("the basic filter", () => {
  it("keeps its criteria on their columns when columns are inserted or deleted", () => {
    const desk = book();
    const hidden = { filterCriteria: { hiddenValues: ["済"] } };
    const filterSpecs = [
      { columnIndex: 0, ...hidden },
      { columnIndex: 2, ...hidden },
    ];
    desk.batch({
      setBasicFilter: { filter: { range: { sheetId: 0 }, filterSpecs, sortSpecs: [{ dimensionIndex: 2 }] } },
    });
    const columns = () => desk.sheet().basicFilter?.filterSpecs?.map(({ columnIndex }) => columnIndex);
    expect(columns()).toEqual([0, 2]);
    desk.batch({ insertDimension: { range: { sheetId: 0, dimension: "COLUMNS", startIndex: 1, endIndex: 2 } } });
    expect(columns()).toEqual([0, 3]);
    desk.batch({ deleteDimension: { range: { sheetId: 0, dimension: "COLUMNS", startIndex: 0, endIndex: 1 } } });
    expect(columns()).toEqual([2]);
    desk.batch({ clearBasicFilter: { sheetId: 0 } });
    expect(desk.sheet().basicFilter).toBeUndefined();
  });
});

describe("merged cells", () => {
  it("keep only the value of their first cell", () => {
    const desk = book();
    desk.batch(write(0, 0, ["a", "b"], ["c", "d"]), {
      mergeCells: { range: range(0, 2, 0, 2), mergeType: "MERGE_ROWS" },
    });
    expect(desk.values("A1:B2")).toEqual([["a"], ["c"]]);
  });

  it("cannot be merged again in part", () => {
    const desk = book();
    desk.batch({ mergeCells: { range: range(0, 2, 0, 2) } });
    expect(desk.tryBatch([{ mergeCells: { range: range(1, 3, 0, 1) } }]).body).toMatchObject({
      error: {
        message:
          "Invalid requests[0].mergeCells: You must select all cells in a merged range to merge or unmerge them.",
      },
    });
  });
});

describe("pasting", () => {
  it("fills a destination that is a multiple of the source, references following", () => {
    const desk = book();
    desk.batch(write(0, 0, [1, "=A1*10"], [2, null], [3, null]));
    desk.batch({ copyPaste: { source: range(0, 1, 1, 2), destination: range(1, 3, 1, 2) } });
    expect(desk.values("B1:B3")).toEqual([["10"], ["20"], ["30"]]);
  });

  it("of values only leaves formulas and formats behind", () => {
    const desk = book();
    desk.batch(write(0, 0, [2, "=A1+1"]));
    desk.batch({ copyPaste: { source: range(0, 1, 1, 2), destination: range(0, 1, 2, 3), pasteType: "PASTE_VALUES" } });
    expect(desk.values("C1", "valueRenderOption=FORMULA")).toEqual([[3]]);
  });

  it("turns rows into columns when told to", () => {
    const desk = book();
    desk.batch(write(0, 0, [1, 2, 3]));
    desk.batch({
      copyPaste: { source: range(0, 1, 0, 3), destination: range(2, 3, 0, 1), pasteOrientation: "TRANSPOSE" },
    });
    expect(desk.values("A3:A5")).toEqual([["1"], ["2"], ["3"]]);
  });

  it("of what was cut empties the source, also where both overlap", () => {
    const desk = book();
    desk.batch(write(0, 0, ["a"], ["b"]));
    desk.batch({ cutPaste: { source: range(0, 2, 0, 1), destination: { sheetId: 0, rowIndex: 1 } } });
    expect(desk.values("A1:A3")).toEqual([[], ["a"], ["b"]]);
  });
});

describe("groups of rows", () => {
  it("nest and join as Google describes", () => {
    const desk = book();
    desk.batch({ addDimensionGroup: { range: rowsAt(1, 4) } }, { addDimensionGroup: { range: rowsAt(2, 5) } });
    expect(desk.sheet().rowGroups?.map(({ range, depth }) => [range?.startIndex, range?.endIndex, depth])).toEqual([
      [1, 5, 1],
      [2, 4, 2],
    ]);
    desk.batch({ deleteDimensionGroup: { range: rowsAt(1, 5) } });
    expect(desk.sheet().rowGroups?.map(({ range }) => [range?.startIndex, range?.endIndex])).toEqual([[2, 4]]);
  });

  it("hide their rows when they are closed and show all of them when they are opened, also those that were hidden before", () => {
    const desk = book();
    const group = (closed: boolean, range = rowsAt(1, 4)) => ({
      updateDimensionGroup: { dimensionGroup: { range, depth: 1, collapsed: closed }, fields: "collapsed" },
    });
    const hidden = () =>
      desk
        .get("includeGridData=true")
        .sheets?.[0]?.data?.[0]?.rowMetadata?.flatMap(({ hiddenByUser }, row) => (hiddenByUser ? [row] : []));
    const collapsed = () => desk.sheet().rowGroups?.map((each) => each.collapsed ?? false);
    desk.batch(
      { addDimensionGroup: { range: rowsAt(1, 4) } },
      {
        updateDimensionProperties: { range: rowsAt(2, 3), properties: { hiddenByUser: true }, fields: "hiddenByUser" },
      },
      group(true),
    );
    expect([collapsed(), hidden()]).toEqual([[true], [1, 2, 3]]);
    desk.batch(group(false));
    expect([collapsed(), hidden()]).toEqual([[false], []]);
    expect(refusal(desk.tryBatch([group(true, rowsAt(1, 3))]))).toContain("400");
  });
});
