import { expect, test } from "vitest";
import { evaluate, OPERATOR, openEngine, openHost, STAFF } from "../script-host.ts";

const id = "const id = SpreadsheetApp.getActiveSpreadsheet().getId();";

test("cells are written and read through the advanced service", async () => {
  const body = `${id}
    Sheets.Spreadsheets.Values.update({ values: [["007", 1]] }, id, "出荷リスト!A1", { valueInputOption: "RAW" });
    Sheets.Spreadsheets.Values.append({ values: [["008"]] }, id, "出荷リスト!A1", { valueInputOption: "RAW" });
    Sheets.Spreadsheets.Values.batchUpdate({ valueInputOption: "RAW", data: [{ range: "C1", values: [[true]] }] }, id);
    Sheets.Spreadsheets.Values.clear({}, id, "出荷リスト!B1");
    Sheets.Spreadsheets.Values.batchClear({ ranges: ["出荷リスト!D1:D2"] }, id);
    return [
      Sheets.Spreadsheets.Values.get(id, "出荷リスト!A1:C2", { valueRenderOption: "UNFORMATTED_VALUE" }).values,
      Sheets.Spreadsheets.Values.batchGet(id, { ranges: ["A1", "C1"] }).valueRanges.map((range) => range.values),
      Sheets.Spreadsheets.get(id, { fields: "sheets.properties.title" }).sheets.map((sheet) => sheet.properties.title),
    ];`;
  expect(await evaluate(body)).toEqual([[["007", "", true], ["008"]], [[["007"]], [["TRUE"]]], ["出荷リスト"]]);
});

test("a commit carries several requests and shows in metadata searches", async () => {
  const body = `${id}
    const metadata = { metadataKey: "cursor", metadataValue: "7", location: { spreadsheet: true }, visibility: "PROJECT" };
    const reply = Sheets.Spreadsheets.batchUpdate({ requests: [
      { addSheet: { properties: { title: "在庫" } } },
      { createDeveloperMetadata: { developerMetadata: metadata } },
    ] }, id);
    const metadataId = reply.replies[1].createDeveloperMetadata.developerMetadata.metadataId;
    const found = Sheets.Spreadsheets.DeveloperMetadata.search(
      { dataFilters: [{ developerMetadataLookup: { metadataKey: "cursor" } }] }, id);
    return [found.matchedDeveloperMetadata[0].developerMetadata.metadataValue,
      Sheets.Spreadsheets.DeveloperMetadata.get(id, metadataId).metadataValue];`;
  expect(await evaluate(body)).toEqual(["7", "7"]);
});

test("a failed call throws the API's message behind the method's name", async () => {
  const body = `${id}
    try { Sheets.Spreadsheets.Values.get(id, "ない!A1"); }
    catch (error) { return [error.name, error.message, error.details.code]; }`;
  expect(await evaluate(body)).toEqual([
    "GoogleJsonResponseException",
    "API call to sheets.spreadsheets.values.get failed with error: Unable to parse range: ない!A1",
    400,
  ]);
});

test("calls are made as the person who runs the script", async () => {
  const users: string[] = [];
  const { sheets, spreadsheetId } = openEngine();
  const watched = {
    ...sheets,
    handle: (request: Parameters<typeof sheets.handle>[0]) => {
      users.push(request.user);
      return sheets.handle(request);
    },
  };
  await using host = openHost(`function f() { ${id} Sheets.Spreadsheets.get(id); }`, {
    sheets: watched,
    spreadsheetId,
  });
  await host.run({ fn: "f", user: OPERATOR, source: "menu" });
  await host.run({ fn: "f", user: STAFF, source: "menu" });
  expect(users).toEqual([OPERATOR, STAFF]);
});

test("more than 60 reads a minute and user are refused with 429, and allowed again a minute later", async () => {
  const body = `${id}
    const read = () => Sheets.Spreadsheets.get(id, { fields: "spreadsheetId" });
    for (let n = 0; n < 60; n++) read();
    let code;
    try { read(); } catch (error) { code = error.details.code; }
    Utilities.sleep(60000);
    return [code, read().spreadsheetId === id];`;
  expect(await evaluate(body)).toEqual([429, true]);
});

test("reads and writes have quotas of their own", async () => {
  const limits = { sheetsPerMinuteAndUser: 1 };
  const body = `${id} Sheets.Spreadsheets.get(id); Sheets.Spreadsheets.Values.clear({}, id, "A1");
    Sheets.Spreadsheets.Values.clear({}, id, "A1");`;
  await expect(evaluate(body, { limits })).rejects.toThrow("Quota exceeded for quota metric 'Write requests'");
});

test("all users together have a quota, too", async () => {
  await using host = openHost(`function f() { ${id} Sheets.Spreadsheets.get(id); }`, {
    limits: { sheetsPerMinute: 1 },
  });
  await host.run({ fn: "f", user: OPERATOR, source: "menu" });
  const { error } = await host.run({ fn: "f", user: STAFF, source: "menu" });
  expect(error?.message).toContain("limit 'Read requests per minute' of service");
});

test("a manifest that does not enable the service has no Sheets", async () => {
  await expect(
    evaluate("Sheets.Spreadsheets.get('x')", { bundle: { manifest: { timeZone: "Asia/Tokyo" } } }),
  ).rejects.toThrow("ReferenceError: Sheets is not defined");
});

test("SpreadsheetApp answers the few questions the API cannot be asked", async () => {
  const body = `const book = SpreadsheetApp.getActive();
    const sheet = book.getSheetByName("出荷リスト");
    SpreadsheetApp.flush();
    return [book.getName(), book.getSpreadsheetLocale(), book.getSpreadsheetTimeZone(), sheet.getSheetId(), sheet.activate().getName(),
      sheet.getIndex(), book.getSheetByName("ない"), String(book)];`;
  expect(await evaluate(body)).toEqual(["出荷シート", "ja_JP", "Asia/Tokyo", 0, "出荷リスト", 1, null, "Spreadsheet"]);
});
