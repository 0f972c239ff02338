import type { sheets_v4 } from "@googleapis/sheets";
import { describe, expect, it } from "vitest";
import { book, refusal, rowsAt } from "../book.ts";

type Metadata = sheets_v4.Schema$DeveloperMetadata;

const entry = (metadataKey: string, more: Metadata = {}) => ({
  createDeveloperMetadata: {
    developerMetadata: { metadataKey, location: { spreadsheet: true }, visibility: "PROJECT", ...more },
  },
});

function search(
  desk: ReturnType<typeof book>,
  developerMetadataLookup: sheets_v4.Schema$DeveloperMetadataLookup,
): string[] {
  const { body } = desk.call("POST", "/developerMetadata:search", { dataFilters: [{ developerMetadataLookup }] });
  const { matchedDeveloperMetadata = [] } = body as sheets_v4.Schema$SearchDeveloperMetadataResponse;
  return matchedDeveloperMetadata.map(({ developerMetadata }) => developerMetadata!.metadataKey!);
}

function tagged() {
  const desk = book();
  desk.batch(
    entry("cursor", { metadataValue: "1" }),
    entry("sheet", { location: { sheetId: 0 }, visibility: "DOCUMENT" }),
    entry("row", { location: { dimensionRange: rowsAt(2, 3) } }),
    entry("column", { location: { dimensionRange: { ...rowsAt(1, 2), dimension: "COLUMNS" } } }),
  );
  return desk;
}

describe("developer metadata", () => {
  it("is answered with its id and the kind of its place", () => {
    const desk = book();
    const [reply] = desk.batch(entry("sheet", { metadataId: 7, location: { sheetId: 0 } }));
    expect(reply).toEqual({
      createDeveloperMetadata: {
        developerMetadata: {
          metadataId: 7,
          metadataKey: "sheet",
          location: { locationType: "SHEET", sheetId: 0 },
          visibility: "PROJECT",
        },
      },
    });
    expect(desk.call("GET", "/developerMetadata/7").body).toMatchObject({ metadataKey: "sheet" });
    expect(desk.call("GET", "/developerMetadata/8").status).toBe(404);
  });

  it.each([
    [{ metadataKey: "cursor" }, ["cursor"]],
    [{ metadataKey: "cursor", metadataValue: "2" }, []],
    [{ visibility: "DOCUMENT" }, ["sheet"]],
    [{ locationType: "ROW" }, ["row"]],
    [{ metadataLocation: { sheetId: 0 } }, ["sheet"]],
    [{ metadataLocation: { dimensionRange: rowsAt(2, 3) } }, ["row"]],
    [
      { metadataLocation: { sheetId: 0 }, locationMatchingStrategy: "INTERSECTING_LOCATION" },
      ["cursor", "sheet", "row", "column"],
    ],
    [
      { metadataLocation: { dimensionRange: rowsAt(0, 2) }, locationMatchingStrategy: "INTERSECTING_LOCATION" },
      ["cursor", "sheet", "column"],
    ],
  ])("is found by %j", (lookup, keys) => {
    expect(search(tagged(), lookup)).toEqual(keys);
  });

  it("is changed where a filter matches, and only in the fields named", () => {
    const desk = tagged();
    const [reply] = desk.batch({
      updateDeveloperMetadata: {
        dataFilters: [{ developerMetadataLookup: { metadataKey: "cursor" } }],
        developerMetadata: { metadataKey: "other", metadataValue: "2" },
        fields: "metadataValue",
      },
    });
    expect(reply?.updateDeveloperMetadata?.developerMetadata).toMatchObject([
      { metadataKey: "cursor", metadataValue: "2" },
    ]);
    expect(desk.get("fields=developerMetadata(metadataKey,metadataValue)")).toEqual({
      developerMetadata: [{ metadataKey: "cursor", metadataValue: "2" }],
    });
  });

  it("is deleted where a filter matches, and answered", () => {
    const desk = tagged();
    const dataFilter = { developerMetadataLookup: { locationType: "ROW" } };
    const [reply] = desk.batch({ deleteDeveloperMetadata: { dataFilter } });
    expect(reply?.deleteDeveloperMetadata?.deletedDeveloperMetadata).toMatchObject([{ metadataKey: "row" }]);
    expect(search(desk, { locationType: "ROW" })).toEqual([]);
  });

  it("of columns is read with the sheet's column metadata, and moves and goes with its column", () => {
    const desk = tagged();
    const keys = () =>
      desk
        .get("fields=sheets.data.columnMetadata.developerMetadata")
        .sheets![0]!.data![0]!.columnMetadata!.map(({ developerMetadata }) => developerMetadata?.[0]?.metadataKey);
    const columns = (startIndex: number, endIndex: number) => ({
      ...rowsAt(startIndex, endIndex),
      dimension: "COLUMNS",
    });
    const none = undefined;
    expect(keys()).toEqual([none, "column", none, none, none]);
    desk.batch({ moveDimension: { source: columns(1, 2), destinationIndex: 4 } });
    expect(keys()).toEqual([none, none, none, "column", none]);
    desk.batch({ insertDimension: { range: columns(0, 1) } });
    expect(keys()).toEqual([none, none, none, none, "column", none]);
    desk.batch({ deleteDimension: { range: columns(4, 5) } });
    expect(keys()).toEqual([none, none, none, none, none]);
  });

  it("goes with the row it is on", () => {
    const desk = tagged();
    desk.batch({ deleteDimension: { range: rowsAt(2, 3) } });
    expect(search(desk, { metadataKey: "row" })).toEqual([]);
  });

  it.each([
    [
      entry("k", { location: { dimensionRange: rowsAt(0, 2) } }),
      "DimensionRange must represent a single row or column.",
    ],
    [entry("k", { location: { sheetId: 9 } }), "No sheet with id: 9"],
    [entry("k", { visibility: "" }), "Developer metadata must always have visibility specified."],
    [
      entry("k", { metadataValue: "x".repeat(30_000) }),
      "Developer metadata is limited to 30000 characters per spreadsheet and per sheet.",
    ],
  ])("is refused when it cannot be", (request, message) => {
    expect(refusal(book().tryBatch([request]))).toBe(`400 Invalid requests[0].createDeveloperMetadata: ${message}`);
  });
});
