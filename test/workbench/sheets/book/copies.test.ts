import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fileStore } from "../../../../workbench/sheets/book/store.ts";
import { createSheetsEngine } from "../../../../workbench/sheets/engine.ts";
import { answerOf, book, OPERATOR, range, refusal, STAFF, write } from "../book.ts";

type Desk = ReturnType<typeof book>;

const mark = (key: string, visibility: string, location: object) => ({
  createDeveloperMetadata: { developerMetadata: { metadataKey: key, metadataValue: "v", visibility, location } },
});
const WHOLE = { spreadsheet: true };
const COLUMN = { dimensionRange: { sheetId: 0, dimension: "COLUMNS", startIndex: 0, endIndex: 1 } };

/** A sheet with all that a copy must bring along. */
function filled(): Desk {
  const desk = book();
  desk.batch(
    write(0, 0, ["007", 2], ["=B1*2", "=Sheet1!B1"]),
    mark("seen", "DOCUMENT", WHOLE),
    mark("seen", "DOCUMENT", COLUMN),
    mark("own", "PROJECT", WHOLE),
    mark("own", "PROJECT", COLUMN),
    { addProtectedRange: { protectedRange: { range: range(0, 1, 0, 5) } } },
    { addFilterView: { filter: { title: "今日", range: range(0, 5, 0, 2) } } },
    {
      updateSheetProperties: {
        properties: { sheetId: 0, gridProperties: { frozenRowCount: 1 } },
        fields: "gridProperties.frozenRowCount",
      },
    },
  );
  return desk;
}

const keys = (desk: Desk): string[] =>
  (
    answerOf(desk.call("POST", "/developerMetadata:search", { dataFilters: [{ developerMetadataLookup: {} }] }))
      .matchedDeveloperMetadata as { developerMetadata: { metadataKey: string } }[] | undefined
  )?.map(({ developerMetadata }) => developerMetadata.metadataKey) ?? [];

const opened = (desk: Desk, id: string, user = OPERATOR): Desk => ({ ...desk, id, ...handles(desk, id, user) }) as Desk;

function handles(desk: Desk, id: string, user: string) {
  const call: Desk["call"] = (method, path, body, who = user) =>
    desk.engine.handle({
      method,
      path: `/v4/spreadsheets/${id}${path}`,
      ...(body === undefined ? {} : { body }),
      user: who,
    });
  return {
    call,
    get: (query = "") => answerOf(call("GET", `?${query}`)),
    values: (cells: string, query = "") =>
      (answerOf(call("GET", `/values/${encodeURIComponent(cells)}?${query}`)).values ?? []) as unknown[][],
  };
}

describe("a copy of a spreadsheet", () => {
  it("holds the cells, formats and sheets of the original under an id and a title of its own", () => {
    const desk = filled();
    const copy = opened(desk, desk.engine.copy(desk.id, OPERATOR, "写し"));
    expect(copy.id).not.toBe(desk.id);
    expect(copy.get().properties).toMatchObject({ title: "写し", locale: "ja_JP", timeZone: "Asia/Tokyo" });
    expect(copy.values("A1:B2", "valueRenderOption=UNFORMATTED_VALUE")).toEqual([
      ["007", 2],
      [4, 2],
    ]);
    const { developerMetadata: _marks, data: _cells, ...rest } = desk.get("includeGridData=true").sheets![0]!;
    const { sheets } = copy.get("includeGridData=true") as { sheets: object[] };
    expect(sheets[0]).toMatchObject(rest);
  });

  it("shows nothing of the metadata that the project of the original keeps to itself", () => {
    const desk = filled();
    expect(keys(opened(desk, desk.engine.copy(desk.id, OPERATOR)))).toEqual(["seen", "seen"]);
    expect(keys(desk)).toEqual(["seen", "seen", "own", "own"]);
  });

  it("goes its own way: a change of one does not show in the other", () => {
    const desk = filled();
    const copy = opened(desk, desk.engine.copy(desk.id, OPERATOR));
    copy.call("PUT", "/values/A1?valueInputOption=RAW", { values: [["changed"]] });
    expect([desk.values("A1"), copy.values("A1")]).toEqual([[["007"]], [["changed"]]]);
  });

  it("belongs to who made it, who must be able to read the original", () => {
    const desk = filled();
    expect(() => desk.engine.copy(desk.id, STAFF)).toThrow(/permission/);
    desk.engine.share(desk.id, STAFF, "reader");
    const copy = opened(desk, desk.engine.copy(desk.id, STAFF), STAFF);
    expect(copy.call("PUT", "/values/A1?valueInputOption=RAW", { values: [["mine"]] }).status).toBe(200);
    expect(copy.call("GET", "", undefined, OPERATOR).status).toBe(403);
  });

  it("is there again after a restart, as is a sheet copied into it", () => {
    const folder = mkdtempSync(join(tmpdir(), "copies-"));
    const desk = book({ store: fileStore(folder) });
    desk.put("A1", [["x"]]);
    const id = desk.engine.copy(desk.id, OPERATOR);
    desk.call("POST", "/sheets/0:copyTo", { destinationSpreadsheetId: id });
    const path = `/v4/spreadsheets/${id}?includeGridData=true`;
    const read = (engine: Desk["engine"]) => engine.handle({ method: "GET", path, user: OPERATOR }).body;
    expect(read(createSheetsEngine({ store: fileStore(folder) }))).toEqual(read(desk.engine));
    rmSync(folder, { recursive: true });
  });
});

describe("a sheet copied to another spreadsheet", () => {
  const other = (desk: Desk) =>
    opened(
      desk,
      (
        desk.engine.handle({
          method: "POST",
          path: "/v4/spreadsheets",
          body: { properties: { locale: "en_US" } },
          user: OPERATOR,
        }).body as { spreadsheetId: string }
      ).spreadsheetId,
    );

  it("stands at the end there, with its cells, looks and protections, and formulas that follow it", () => {
    const desk = filled();
    const there = other(desk);
    const properties = answerOf(desk.call("POST", "/sheets/0:copyTo", { destinationSpreadsheetId: there.id }));
    expect(properties).toMatchObject({ title: "Copy of Sheet1", index: 1, gridProperties: { frozenRowCount: 1 } });
    expect(there.values("'Copy of Sheet1'!A1:B2", "valueRenderOption=FORMULA")).toEqual([
      ["007", 2],
      ["=B1*2", "='Copy of Sheet1'!B1"],
    ]);
    const { sheets } = there.get() as { sheets: { protectedRanges: { range: object }[]; filterViews: object[] }[] };
    const { sheetId } = properties;
    expect(sheets[1]).toMatchObject({
      protectedRanges: [{ range: { sheetId } }],
      filterViews: [{ range: { sheetId } }],
    });
    expect(keys(there)).toEqual(["seen"]);
  });

  it.each([
    ["a sheet that is not there", "/sheets/9:copyTo", (id: string) => id, "400 No sheet with id: 9"],
    ["no spreadsheet", "/sheets/0:copyTo", () => "nowhere", "404 Requested entity was not found."],
  ])("is refused for %s", (_, path, to, message) => {
    const desk = filled();
    expect(refusal(desk.call("POST", path, { destinationSpreadsheetId: to(other(desk).id) }))).toBe(message);
  });
});

describe("a sheet duplicated in its spreadsheet", () => {
  it("comes where it is asked to, under new ids, with what lies on it marked as before", () => {
    const desk = filled();
    const [reply] = desk.batch({
      duplicateSheet: { sourceSheetId: 0, insertSheetIndex: 1, newSheetName: "控え", newSheetId: 5 },
    });
    expect(reply!.duplicateSheet!.properties).toMatchObject({ sheetId: 5, title: "控え", index: 1 });
    expect(desk.values("控え!A1:B2")).toEqual(desk.values("Sheet1!A1:B2"));
    expect(keys(desk)).toEqual(["seen", "seen", "own", "own", "seen", "own"]);
    const ids = desk.get().sheets!.map(({ protectedRanges }) => protectedRanges![0]!.protectedRangeId);
    expect(new Set(ids).size).toBe(2);
  });

  it("takes the first free title, and none that is taken", () => {
    const desk = book({ locale: "en_US" });
    desk.batch({ duplicateSheet: { sourceSheetId: 0 } }, { duplicateSheet: { sourceSheetId: 0 } });
    expect(desk.get().sheets!.map(({ properties }) => properties!.title)).toEqual([
      "Copy of Sheet1 2",
      "Copy of Sheet1",
      "Sheet1",
    ]);
    expect(refusal(desk.tryBatch([{ duplicateSheet: { sourceSheetId: 0, newSheetName: "sheet1" } }]))).toContain(
      "already exists",
    );
  });
});
