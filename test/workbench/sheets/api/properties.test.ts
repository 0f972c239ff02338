import { describe, expect, it } from "vitest";
import { book, range, refusal, write } from "../book.ts";

describe("a spreadsheet's properties", () => {
  it("change in the fields named, and decide how what is typed is read", () => {
    const desk = book({ locale: "ja_JP" });
    desk.batch({
      updateSpreadsheetProperties: { properties: { title: "Desk", locale: "en_US" }, fields: "title,locale" },
    });
    expect(desk.get("fields=properties(title,locale,timeZone)").properties).toEqual({
      title: "Desk",
      locale: "en_US",
      timeZone: "Asia/Tokyo",
    });
    desk.type("A1", [["2026年11月24日", "11/24/2026"]]);
    expect(desk.values("A1:B1", "valueRenderOption=UNFORMATTED_VALUE")).toEqual([["2026年11月24日", 46350]]);
  });

  it.each([
    [{ properties: { title: "" }, fields: "title" }, "The spreadsheet title cannot be empty."],
    [{ properties: { locale: "Japan" }, fields: "locale" }, "Unsupported locale: Japan"],
    [{ properties: { defaultFormat: {} }, fields: "defaultFormat" }, "Field defaultFormat cannot be updated."],
  ])("are not changed by %j", (updateSpreadsheetProperties, message) => {
    expect(refusal(book().tryBatch([{ updateSpreadsheetProperties }]))).toBe(
      `400 Invalid requests[0].updateSpreadsheetProperties: ${message}`,
    );
  });
});

describe("a named range", () => {
  const named = (name: string, endRowIndex = 2) => ({ name, range: range(0, endRowIndex, 0, 1) });

  it("is read by its name, renamed, moved and forgotten", () => {
    const desk = book();
    desk.put("A1", [["a"], ["b"], ["c"]]);
    const [reply] = desk.batch({ addNamedRange: { namedRange: named("Codes") } });
    const { namedRangeId } = reply!.addNamedRange!.namedRange!;
    expect(desk.values("Codes")).toEqual([["a"], ["b"]]);

    const namedRange = { namedRangeId: namedRangeId!, ...named("品番", 3) };
    desk.batch({ updateNamedRange: { namedRange, fields: "name,range" } });
    expect(desk.values("品番")).toEqual([["a"], ["b"], ["c"]]);
    expect(refusal(desk.call("GET", "/values/Codes"))).toBe("400 Unable to parse range: Codes");

    desk.batch({ deleteNamedRange: { namedRangeId: namedRangeId! } });
    expect(desk.get().namedRanges).toBeUndefined();
    expect(desk.values("A1")).toEqual([["a"]]);
  });

  it("keeps its place when only its name is changed", () => {
    const desk = book();
    const [reply] = desk.batch({ addNamedRange: { namedRange: named("Old") } });
    const { namedRangeId } = reply!.addNamedRange!.namedRange!;
    desk.batch({ updateNamedRange: { namedRange: { namedRangeId: namedRangeId!, name: "New" }, fields: "name" } });
    expect(desk.get().namedRanges).toMatchObject([{ name: "New", range: { startRowIndex: 0, endRowIndex: 2 } }]);
  });

  it.each(["A1", "R1C1", "1st", "with space", "true"])("cannot be called %s", (name) => {
    expect(refusal(book().tryBatch([{ addNamedRange: { namedRange: named(name) } }]))).toContain(
      `Invalid named range name: ${name}`,
    );
  });

  it("cannot take the name of another", () => {
    const desk = book();
    desk.batch({ addNamedRange: { namedRange: named("Codes") } });
    expect(refusal(desk.tryBatch([{ addNamedRange: { namedRange: named("codes") } }]))).toContain("already exists");
  });
});

describe("rows and columns", () => {
  const columns = (startIndex: number, endIndex: number) => ({
    sheetId: 0,
    dimension: "COLUMNS",
    startIndex,
    endIndex,
  });
  const widths = (desk: ReturnType<typeof book>) =>
    desk
      .get("fields=sheets.data.columnMetadata.pixelSize")
      .sheets![0]!.data![0]!.columnMetadata!.map(({ pixelSize }) => pixelSize!);

  it("are appended at the end of the grid", () => {
    const desk = book({ rows: 10, columns: 5 });
    desk.batch(
      { appendDimension: { sheetId: 0, dimension: "ROWS", length: 3 } },
      { appendDimension: { sheetId: 0, dimension: "COLUMNS", length: 2 } },
    );
    expect(desk.sheet().properties!.gridProperties).toEqual({ rowCount: 13, columnCount: 7 });
    desk.put("G13", [["corner"]]);
    expect(desk.values("G13")).toEqual([["corner"]]);
  });

  it("get the width they are given, and lose it where the mask names it and nothing is given", () => {
    const desk = book({ columns: 3 });
    const set = (properties: object) =>
      desk.batch({ updateDimensionProperties: { range: columns(1, 2), properties, fields: "pixelSize" } });
    set({ pixelSize: 40 });
    expect(widths(desk)).toEqual([100, 40, 100]);
    set({});
    expect(widths(desk)).toEqual([100, 100, 100]);
  });

  it("fit themselves to the longest text, a Japanese character counting more than a Latin one", () => {
    const desk = book({ columns: 3 });
    desk.batch(write(0, 0, ["wwwwwwwwww", "出荷出荷出荷出荷出荷"], ["w", "出"]), {
      autoResizeDimensions: { dimensions: columns(0, 3) },
    });
    const [latin, japanese, empty] = widths(desk);
    expect(japanese).toBeGreaterThan(latin!);
    expect(empty).toBe(100);
  });
});
