import { describe, expect, it } from "vitest";
import type { DrawnChange } from "../../../workbench/sheets/drawing/change.ts";
import { book, OPERATOR, range, rowsAt, STAFF, write } from "./book.ts";

type Desk = ReturnType<typeof book>;

/** What a page would be told of each change from now on. */
function changes(desk: Desk): (DrawnChange | undefined)[] {
  const heard: (DrawnChange | undefined)[] = [];
  desk.engine.onChange(({ drawn }) => heard.push(drawn));
  return heard;
}
const rows = (...spans: readonly [number, number][]) => [{ sheetId: 0, spans }];
const frame = (desk: Desk, user = OPERATOR) => desk.engine.frames(desk.id, user).sheets[0]!;

describe("a change tells", () => {
  it("the rows of the cells that were written, and of no others", () => {
    const desk = book({ rows: 1000 });
    const heard = changes(desk);
    desk.put("B4:C5", [["a"], ["b"]]);
    desk.put("A900", [["c"]]);
    expect(heard).toEqual([
      { frames: false, rows: rows([3, 5]) },
      { frames: false, rows: rows([899, 900]) },
    ]);
  });

  it("the rows that moved when a row was inserted, and that the sheet grew", () => {
    const desk = book();
    desk.put("A1:A4", [["a"], ["b"], ["c"], ["d"]]);
    const heard = changes(desk);
    desk.batch({ insertDimension: { range: rowsAt(2, 3) } });
    expect(heard).toEqual([{ frames: true, rows: rows([2, 5], [10, 11]) }]);
  });

  it("the rows whose formula reads beyond them, as their value may be another", () => {
    const desk = book();
    desk.type("A1:B2", [
      ["=SUM(B1:B2)", 1],
      ["=B2*2", 2],
    ]);
    const heard = changes(desk);
    desk.put("C9", [["x"]]);
    expect(heard).toEqual([{ frames: false, rows: rows([0, 1], [8, 9]) }]);
  });

  it("every row when a highlight comes, and none when only the frame is another", () => {
    const desk = book();
    desk.put("A1", [["a"]]);
    const heard = changes(desk);
    const booleanRule = { condition: { type: "NOT_BLANK" }, format: { backgroundColor: { red: 1 } } };
    desk.batch({ addConditionalFormatRule: { rule: { ranges: [range(0, 10, 0, 5)], booleanRule } } });
    desk.batch({
      updateSheetProperties: {
        properties: { sheetId: 0, gridProperties: { frozenRowCount: 1 } },
        fields: "gridProperties.frozenRowCount",
      },
    });
    expect(heard).toEqual([
      { frames: false, rows: rows([0, 10]) },
      { frames: true, rows: [] },
    ]);
  });

  it.each([
    ["a drop-down", { setDataValidation: { range: range(1, 2, 0, 1), rule: { condition: { type: "BOOLEAN" } } } }],
    ["a note", { repeatCell: { range: range(1, 2, 0, 1), cell: { note: "注" }, fields: "note" } }],
    ["a sheet", { addSheet: { properties: { sheetId: 7 } } }],
  ])("that the frame is another when %s comes", (_, request) => {
    const desk = book();
    const heard = changes(desk);
    desk.batch(request);
    expect(heard[0]?.frames).toBe(true);
  });
});

describe("a page is told", () => {
  it("the cells of the rows it asks for, equal looks once", () => {
    const desk = book();
    const bold = { userEnteredFormat: { textFormat: { bold: true } } };
    desk.batch(write(0, 0, ["007", 1, true], ["=1+1", null, "x"]), {
      repeatCell: { range: range(0, 2, 0, 2), cell: bold, fields: "userEnteredFormat" },
    });
    expect(desk.engine.rows(desk.id, OPERATOR, 0, [[0, 3]])).toMatchObject({
      looks: [bold.userEnteredFormat],
      stripes: [[0, 0], []],
      rows: [
        { row: 0, values: ["007", 1, true], stripe: 0 },
        { row: 1, values: [2, null, "x"], stripe: 0, formulas: { 0: "=1+1" } },
        { row: 2, values: [], stripe: 1 },
      ],
    });
  });

  it("what protects cells from this person, and what only warns", () => {
    const desk = book();
    desk.engine.share(desk.id, STAFF, "writer");
    const [lock, warning] = [range(0, 10, 0, 2), range(0, 1, 0, 5)];
    desk.batch(
      { addProtectedRange: { protectedRange: { range: lock, editors: { users: [OPERATOR] } } } },
      { addProtectedRange: { protectedRange: { range: warning, warningOnly: true } } },
    );
    const seen = (user: string) =>
      frame(desk, user).protections.map(({ area, editable }) => [area.endColumn, editable]);
    expect(seen(STAFF)).toEqual([
      [2, false],
      [5, true],
    ]);
    expect(seen(OPERATOR)).toEqual([
      [2, true],
      [5, true],
    ]);
  });

  it("the filter views of a sheet, and the rows that one hides where somebody looks through it", () => {
    const desk = book();
    const filter = { title: "未のみ", range: range(0, 4, 0, 1), criteria: { 0: { hiddenValues: ["済"] } } };
    desk.batch(write(0, 0, ["状態"], ["済"], ["未"], ["済"]), { addFilterView: { filter } });
    const [view] = frame(desk).filterViews;
    expect(view).toEqual({ id: view?.id, title: "未のみ" });
    expect(desk.engine.frames(desk.id, OPERATOR, [view!.id]).sheets[0]).toMatchObject({
      filtered: [],
      filterViews: [
        {
          title: "未のみ",
          filtered: [
            [1, 2],
            [3, 4],
          ],
        },
      ],
    });
  });
});
