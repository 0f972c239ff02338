import {
  GoogleSpreadsheet,
  GoogleSpreadsheetCellErrorValue,
  type GoogleSpreadsheetWorksheet,
} from "google-spreadsheet";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { serveSheets } from "../../workbench/sheets/api/server.ts";
import { createSheetsEngine } from "../../workbench/sheets/engine.ts";
import { serveGoogleHosts } from "./google-hosts.ts";

const auth = { token: "any-token-will-do" };

let server: Awaited<ReturnType<typeof serveSheets>>;
let leave: () => void;
let doc: GoogleSpreadsheet;
let sheet: GoogleSpreadsheetWorksheet;

beforeAll(async () => {
  server = await serveSheets(createSheetsEngine(), { port: 0 });
  leave = serveGoogleHosts(server.url);
});
afterAll(async () => {
  leave();
  await server.close();
});
beforeEach(async () => {
  doc = await GoogleSpreadsheet.createNewSpreadsheetDocument(auth, { title: "出荷" });
  sheet = doc.sheetsByIndex[0]!;
});

/** What another client sees, which loads everything anew. */
async function reloaded(): Promise<GoogleSpreadsheet> {
  const fresh = new GoogleSpreadsheet(doc.spreadsheetId, auth);
  await fresh.loadInfo();
  return fresh;
}

const shown = (at: GoogleSpreadsheetWorksheet, range: string) =>
  at.getCellsInRange(range) as Promise<string[][] | undefined>;

/** Header and two rows, as most of its users begin. */
async function withRows(): Promise<GoogleSpreadsheetWorksheet> {
  const stock = await doc.addSheet({ title: "在庫", headerValues: ["code", "on hand", "price"] });
  await stock.addRows([{ code: "'007", "on hand": 3, price: "=B2*100" }, ["008", 4, 250]], { insert: false });
  return stock;
}

describe("google-spreadsheet", () => {
  it("creates a document, loads it and changes its properties", async () => {
    expect(doc.title).toBe("出荷");
    await doc.updateProperties({ title: "出荷シート" });
    expect((await reloaded()).title).toBe("出荷シート");
  });

  it("adds, renames, moves, resizes and deletes sheets", async () => {
    const added = await doc.addSheet({ title: "在庫", gridProperties: { rowCount: 20, columnCount: 4 } });
    await added.updateProperties({ title: "在庫表", index: 0 });
    await added.resize({ rowCount: 30, columnCount: 5 });
    const fresh = await reloaded();
    expect(fresh.sheetsByIndex.map(({ title }) => title)).toEqual(["在庫表", "Sheet1"]);
    expect([fresh.sheetsByTitle.在庫表!.rowCount, fresh.sheetsByTitle.在庫表!.columnCount]).toEqual([30, 5]);
    await sheet.delete();
    expect((await reloaded()).sheetCount).toBe(1);
  });

  it("sets and loads header rows, also below the first row", async () => {
    await sheet.setHeaderRow(["code", "on hand"]);
    await sheet.loadHeaderRow();
    expect(sheet.headerValues.slice(0, 2)).toEqual(["code", "on hand"]);
    await sheet.setHeaderRow(["番号", "数"], 4);
    expect(await shown((await reloaded()).sheetsByIndex[0]!, "A4:B4")).toEqual([["番号", "数"]]);
  });

  it("refuses a header row without headers and one with doubles", async () => {
    await expect(sheet.getRows()).rejects.toThrow("No values in the header row");
    await expect(sheet.setHeaderRow(["a", "a"])).rejects.toThrow("Duplicate header");
  });

  it("adds rows and reads them with an offset and a limit", async () => {
    const stock = await withRows();
    const rows = await stock.getRows();
    expect(rows.map((row) => row.toObject())).toEqual([
      { code: "007", "on hand": "3", price: "300" },
      { code: "8", "on hand": "4", price: "250" },
    ]);
    expect((await stock.getRows({ offset: 1, limit: 1 })).map((row) => row.get("code"))).toEqual(["8"]);
  });

  it("adds rows as they are, and rows that push others down", async () => {
    const stock = await withRows();
    const raw = await stock.addRow({ code: "=1+1", "on hand": "0001" }, { raw: true });
    expect([raw.rowNumber, raw.get("code"), raw.get("on hand")]).toEqual([4, "=1+1", "0001"]);
    const before = stock.rowCount;
    await stock.addRow({ code: "x" }, { insert: true });
    expect((await reloaded()).sheetsByTitle.在庫!.rowCount).toBe(before + 1);
  });

  it("changes, saves and deletes rows, and those below move up", async () => {
    const stock = await withRows();
    const [first, second] = await stock.getRows();
    second!.set("on hand", 9);
    await second!.save();
    await first!.delete();
    expect(await shown(stock, "A2:C3")).toEqual([["8", "9", "250"]]);
    expect(second!.rowNumber).toBe(2);
    await expect(first!.save()).rejects.toThrow("has been deleted");
  });

  it("clears rows and whole sheets", async () => {
    const stock = await withRows();
    await stock.clearRows({ start: 3 });
    expect(await shown(stock, "A1:C3")).toEqual([
      ["code", "on hand", "price"],
      ["007", "3", "300"],
    ]);
    await stock.clear();
    expect(await shown(stock, "A1:C3")).toBeUndefined();
  });

  it("loads cells by A1 ranges and by grid ranges, and refuses those beyond the grid", async () => {
    const stock = await withRows();
    await stock.loadCells(["A1:A2", { startRowIndex: 1, endRowIndex: 3, startColumnIndex: 1, endColumnIndex: 3 }]);
    expect(stock.cellStats).toMatchObject({ loaded: 6, nonEmpty: 6 });
    expect(stock.getCellByA1("C2").value).toBe(300);
    expect(() => stock.getCellByA1("B1")).toThrow("not been loaded");
    for (const beyond of ["NOT-A-RANGE", "A2000:B2001", { startRowIndex: 5000 }])
      await expect(stock.loadCells(beyond as string)).rejects.toThrow("Google API error - [400]");
  });

  it("reads a shared document with an API key alone, by A1 ranges", async () => {
    const stock = await withRows();
    const reader = new GoogleSpreadsheet(doc.spreadsheetId, { apiKey: "any-key" });
    await reader.loadInfo();
    const there = reader.sheetsById[stock.sheetId]!;
    await there.loadCells("A1:C2");
    expect(there.getCell(1, 2).value).toBe(300);
  });

  it("saves values of every type, formulas, notes and formats, and clears them", async () => {
    await sheet.loadCells("A1:E2");
    const at = (address: string) => sheet.getCellByA1(address);
    at("A1").value = 1.5;
    at("B1").value = "007";
    at("C1").value = true;
    at("D1").formula = "=A1*2";
    at("D1").numberFormat = { type: "NUMBER", pattern: "#.00" };
    at("E1").note = "要確認";
    at("E1").backgroundColor = { red: 1, green: 0, blue: 0, alpha: 1 };
    at("E1").textFormat = { bold: true };
    await sheet.saveUpdatedCells();
    expect([at("A1"), at("B1"), at("C1"), at("D1")].map(({ value, valueType }) => [value, valueType])).toEqual([
      [1.5, "numberValue"],
      ["007", "stringValue"],
      [true, "boolValue"],
      [3, "numberValue"],
    ]);
    expect(at("D1").formattedValue).toBe("3.00");

    const there = (await reloaded()).sheetsByIndex[0]!;
    await there.loadCells("E1");
    const noted = there.getCellByA1("E1");
    expect([noted.note, noted.backgroundColor, noted.textFormat]).toMatchObject(["要確認", { red: 1 }, { bold: true }]);

    at("A1").value = null;
    at("E1").clearAllFormatting();
    await sheet.saveUpdatedCells();
    expect(at("A1").value).toBeNull();
    expect(at("E1").userEnteredFormat).toBeUndefined();
  });

  it("tells errors and links of formulas in Google's words", async () => {
    await sheet.loadCells("A1:C1");
    const [error, unknown, link] = ["A1", "B1", "C1"].map((address) => sheet.getCellByA1(address));
    error!.formula = "=1/0";
    unknown!.formula = "=NOTAFORMULA";
    link!.formula = '=HYPERLINK("https://example.com", "見る")';
    await sheet.saveUpdatedCells();
    expect(error!.errorValue).toEqual(
      new GoogleSpreadsheetCellErrorValue({
        type: "DIVIDE_BY_ZERO",
        message: "Function DIVIDE parameter 2 cannot be zero.",
      }),
    );
    expect(unknown!.valueType).toBe("errorValue");
    expect([link!.value, link!.hyperlink]).toEqual(["見る", "https://example.com"]);
  });

  it("inserts, moves and deletes rows and columns, and cells within them", async () => {
    const stock = await withRows();
    await stock.insertDimension("COLUMNS", { startIndex: 1, endIndex: 2 });
    await stock.moveDimension("ROWS", { startIndex: 1, endIndex: 2 }, 3);
    expect(await shown(stock, "A1:D3")).toEqual([
      ["code", "", "on hand", "price"],
      ["8", "", "4", "250"],
      ["007", "", "3", "300"],
    ]);
    await stock.deleteColumns(1, 2);
    await stock.insertRange({ startRowIndex: 1, endRowIndex: 2, startColumnIndex: 0, endColumnIndex: 1 }, "ROWS");
    expect(await shown(stock, "A1:A4")).toEqual([["code"], [], ["8"], ["007"]]);
    await stock.deleteRange({ startRowIndex: 1, endRowIndex: 2, startColumnIndex: 0, endColumnIndex: 1 }, "ROWS");
    await stock.deleteRows(2, 3);
    expect(await shown(stock, "A1:C3")).toEqual([
      ["code", "on hand", "price"],
      ["8", "4", "250"],
    ]);
  });

  it("copies and merges cells, sorts, and takes duplicates out", async () => {
    await sheet.loadCells("A1:A4");
    ["b", "a", "b", "a"].forEach((value, row) => {
      sheet.getCell(row, 0).value = value;
    });
    await sheet.saveUpdatedCells();
    const column = { startRowIndex: 0, endRowIndex: 4, startColumnIndex: 0, endColumnIndex: 1 };
    await sheet.deleteDuplicates(column);
    await sheet.sortRange({ ...column, endRowIndex: 2 }, [{ dimensionIndex: 0, sortOrder: "ASCENDING" }]);
    expect(await shown(sheet, "A1:A4")).toEqual([["a"], ["b"]]);
    await sheet.copyPaste(
      { ...column, endRowIndex: 2 },
      { startRowIndex: 0, endRowIndex: 2, startColumnIndex: 2, endColumnIndex: 3 },
    );
    await sheet.mergeCells({ startRowIndex: 5, endRowIndex: 7, startColumnIndex: 0, endColumnIndex: 2 });
    await sheet.unmergeCells({ startRowIndex: 5, endRowIndex: 7, startColumnIndex: 0, endColumnIndex: 2 });
    expect(await shown(sheet, "C1:C2")).toEqual([["a"], ["b"]]);
  });

  it("protects ranges and gives them free again", async () => {
    await sheet.addProtectedRange({
      range: { sheetId: sheet.sheetId, startRowIndex: 0, endRowIndex: 1 },
      description: "見出し",
    });
    const [protection] = (await reloaded()).sheetsByIndex[0]!.protectedRanges ?? [];
    expect(protection).toMatchObject({ description: "見出し", range: { startRowIndex: 0, endRowIndex: 1 } });
    await sheet.deleteProtectedRange(protection!.protectedRangeId!);
    expect((await reloaded()).sheetsByIndex[0]!.protectedRanges).toBeNull();
  });

  it("names ranges, and forgets the names", async () => {
    const range = { sheetId: sheet.sheetId, startRowIndex: 0, endRowIndex: 2, startColumnIndex: 0, endColumnIndex: 1 };
    const { namedRange } = (await doc.addNamedRange("codes", range)) as { namedRange: { namedRangeId: string } };
    await sheet.updateNamedRange(namedRange.namedRangeId, { name: "品番" }, "name");
    await doc.deleteNamedRange(namedRange.namedRangeId);
    await expect(doc.deleteNamedRange(namedRange.namedRangeId)).rejects.toThrow("Google API error - [400]");
  });

  it("attaches developer metadata, finds cells by it, and is told of what is not there", async () => {
    const dimensionRange = { sheetId: sheet.sheetId, dimension: "COLUMNS" as const, startIndex: 1, endIndex: 2 };
    await sheet.createDeveloperMetadata({
      metadataKey: "column",
      metadataValue: "code",
      location: { dimensionRange },
      visibility: "DOCUMENT",
    });
    const lookup = { developerMetadataLookup: { metadataKey: "column" } };
    expect(await doc.searchDeveloperMetadata([lookup])).toMatchObject([
      { metadataKey: "column", metadataValue: "code" },
    ]);
    await sheet.loadCells(lookup);
    expect(sheet.cellStats.loaded).toBe(sheet.rowCount);
    await sheet.updateDeveloperMetadata([lookup], { metadataKey: "column", metadataValue: "品番" }, "metadataValue");
    await sheet.deleteDeveloperMetadata(lookup);
    expect(await doc.searchDeveloperMetadata([lookup])).toEqual([]);
    await expect(
      sheet.updateDeveloperMetadata([lookup], { metadataKey: "column", metadataValue: "x" }, "metadataValue"),
    ).rejects.toThrow("Google API error - [400]");
  });

  it("filters, validates, colours and resizes", async () => {
    const stock = await withRows();
    const range = { sheetId: stock.sheetId, startRowIndex: 0, endRowIndex: 3, startColumnIndex: 0, endColumnIndex: 3 };
    await stock.setBasicFilter({ range });
    await stock.clearBasicFilter();
    const view = (await stock.addFilterView({ title: "今日", range })) as { filter: { filterViewId: number } };
    await stock.duplicateFilterView(view.filter.filterViewId);
    await stock.deleteFilterView(view.filter.filterViewId);
    await stock.setDataValidation(range, {
      condition: { type: "ONE_OF_LIST", values: [{ userEnteredValue: "7" }] },
      strict: true,
      showCustomUi: true,
    });
    await stock.updateDimensionProperties("COLUMNS", { pixelSize: 40 }, { startIndex: 0, endIndex: 1 });
    await stock.autoResizeDimensions("COLUMNS", { startIndex: 1, endIndex: 2 });
    await stock.repeatCell(
      range,
      { userEnteredFormat: { textFormat: { bold: true } } },
      "userEnteredFormat.textFormat.bold",
    );
    await stock.loadCells("A2");
    expect(stock.getCell(1, 0).textFormat).toMatchObject({ bold: true });
  });

  it("duplicates a sheet, and copies it to another document", async () => {
    const stock = await withRows();
    const duplicate = await stock.duplicate({ title: "控え", index: 1 });
    expect(await shown(duplicate, "A2:C2")).toEqual([["007", "3", "300"]]);
    const other = await GoogleSpreadsheet.createNewSpreadsheetDocument(auth, { title: "別" });
    await stock.copyToSpreadsheet(other.spreadsheetId);
    await other.loadInfo();
    expect(await shown(other.sheetsByTitle["Copy of 在庫"]!, "A2:C2")).toEqual([["007", "3", "300"]]);
  });

  it("downloads a sheet as CSV and TSV, and is told that other formats are not there", async () => {
    const stock = await withRows();
    await stock.addRow(['say "hi", all', "line\nbreak", ""], { raw: true });
    await doc.loadInfo();
    const text = (file: ArrayBuffer) => new TextDecoder().decode(file);
    expect(text(await stock.downloadAsCSV())).toBe(
      'code,on hand,price\r\n007,3,300\r\n8,4,250\r\n"say ""hi"", all","line\nbreak",',
    );
    expect(text(await stock.downloadAsTSV())).toBe(
      'code\ton hand\tprice\r\n007\t3\t300\r\n8\t4\t250\r\nsay "hi", all\tline break\t',
    );
    await expect(doc.downloadAsXLSX()).rejects.toThrow('an export as "xlsx" is not implemented');
  });

  it("is refused where it has no access, with Google's status and words", async () => {
    const nowhere = new GoogleSpreadsheet("nowhere", auth);
    await expect(nowhere.loadInfo()).rejects.toThrow("Google API error - [404] Requested entity was not found.");
    await expect(doc.deleteSheet(12345)).rejects.toThrow(
      "Google API error - [400] Invalid requests[0].deleteSheet: No sheet with id: 12345",
    );
  });
});
