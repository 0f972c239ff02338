import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { deflateSync, gzipSync } from "node:zlib";
import { sheets } from "@googleapis/sheets";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serveSheets } from "../../../../workbench/sheets/api/server.ts";
import { createSheetsEngine } from "../../../../workbench/sheets/engine.ts";
import { STAFF } from "../book.ts";

let server: Awaited<ReturnType<typeof serveSheets>>;

beforeAll(async () => {
  server = await serveSheets(createSheetsEngine(), { port: 0 });
});

afterAll(() => server.close());

const client = () => sheets({ version: "v4", auth: "any-key-will-do", rootUrl: `${server.url}/` });

describe("Google's own client for Node", () => {
  it("creates, writes, formats and reads a spreadsheet", async () => {
    const { spreadsheets } = client();
    const requestBody = { properties: { title: "出荷" }, sheets: [{ properties: { title: "在庫", sheetId: 7 } }] };
    const { data: created } = await spreadsheets.create({ requestBody });
    const spreadsheetId = created.spreadsheetId!;
    expect(created.properties).toMatchObject({ title: "出荷", locale: "en_US", timeZone: "Etc/GMT" });

    await spreadsheets.values.update({
      spreadsheetId,
      range: "在庫!A1:C2",
      valueInputOption: "USER_ENTERED",
      requestBody: {
        values: [
          ["code", "on hand", "total"],
          ["'007", "3", "=B2*2"],
        ],
      },
    });
    await spreadsheets.values.append({
      spreadsheetId,
      range: "在庫!A1",
      valueInputOption: "RAW",
      requestBody: { values: [["008", 4]] },
    });
    await spreadsheets.batchUpdate({
      spreadsheetId,
      requestBody: {
        requests: [
          {
            repeatCell: {
              range: { sheetId: 7, startRowIndex: 0, endRowIndex: 1 },
              cell: { userEnteredFormat: { textFormat: { bold: true } } },
              fields: "userEnteredFormat.textFormat.bold",
            },
          },
          {
            updateSheetProperties: {
              properties: { sheetId: 7, gridProperties: { frozenRowCount: 1 } },
              fields: "gridProperties.frozenRowCount",
            },
          },
        ],
      },
    });

    const values = await spreadsheets.values.get({
      spreadsheetId,
      range: "在庫",
      valueRenderOption: "UNFORMATTED_VALUE",
    });
    expect(values.data).toEqual({
      range: "'在庫'!A1:Z1000",
      majorDimension: "ROWS",
      values: [
        ["code", "on hand", "total"],
        ["007", 3, 6],
        ["008", 4],
      ],
    });
    const read = await spreadsheets.get({
      spreadsheetId,
      ranges: ["在庫!A1"],
      fields: "sheets(properties.gridProperties.frozenRowCount,data.rowData.values.userEnteredFormat)",
    });
    expect(read.data).toEqual({
      sheets: [
        {
          properties: { gridProperties: { frozenRowCount: 1 } },
          data: [{ rowData: [{ values: [{ userEnteredFormat: { textFormat: { bold: true } } }] }] }],
        },
      ],
    });
    const cleared = await spreadsheets.values.batchClear({ spreadsheetId, requestBody: { ranges: ["在庫!A3:B3"] } });
    expect(cleared.data.clearedRanges).toEqual(["'在庫'!A3:B3"]);
    const many = await spreadsheets.values.batchGet({ spreadsheetId, ranges: ["在庫!A2", "在庫!A3"] });
    expect(many.data.valueRanges?.map((range) => range.values)).toEqual([[["007"]], undefined]);
  });

  it("gets Google's error with its status and message", async () => {
    const { spreadsheets } = client();
    const { data } = await spreadsheets.create({ requestBody: {} });
    const call = spreadsheets.values.get({ spreadsheetId: data.spreadsheetId!, range: "Nowhere!A1" });
    await expect(call).rejects.toMatchObject({ status: 400, message: "Unable to parse range: Nowhere!A1" });
  });
});

describe("the server", () => {
  it("takes the caller from a header, and the owner where there is none", async () => {
    const created = await fetch(`${server.url}/v4/spreadsheets`, { method: "POST" });
    const { spreadsheetId } = (await created.json()) as { spreadsheetId: string };
    const read = (headers: Record<string, string>) =>
      fetch(`${server.url}/v4/spreadsheets/${spreadsheetId}`, { headers });
    expect([(await read({})).status, (await read({ "X-Workbench-User": STAFF })).status]).toEqual([200, 403]);
  });

  it.each([
    ["gzip", gzipSync],
    ["deflate", deflateSync],
  ])("unpacks bodies that clients send as %s, and refuses what is none", async (encoding, pack) => {
    const send = (body: Uint8Array<ArrayBuffer>) =>
      fetch(`${server.url}/v4/spreadsheets`, { method: "POST", headers: { "content-encoding": encoding }, body });
    const created = await send(new Uint8Array(pack(JSON.stringify({ properties: { title: "出荷" } }))));
    expect(await created.json()).toMatchObject({ properties: { title: "出荷" } });
    const refused = await send(new Uint8Array([1, 2, 3]));
    expect([refused.status, await refused.json()]).toMatchObject([400, { error: { status: "INVALID_ARGUMENT" } }]);
  });

  it("reads a long query from the body, as Java's client sends it", async () => {
    const { spreadsheetId } = await (await fetch(`${server.url}/v4/spreadsheets`, { method: "POST" })).json();
    const response = await fetch(`${server.url}/v4/spreadsheets/${spreadsheetId}/values:batchGet?alt=json`, {
      method: "POST",
      headers: { "x-http-method-override": "GET", "content-type": "application/x-www-form-urlencoded; charset=UTF-8" },
      body: "ranges=Sheet1!A1&ranges=Sheet1!B2:C3",
    });
    const ranges = [{ range: "Sheet1!A1" }, { range: "Sheet1!B2:C3" }];
    expect(await response.json()).toMatchObject({ valueRanges: ranges });
  });

  it("serves the paths and queries that clients in Go, Ruby and Python write", async () => {
    const { spreadsheetId: id } = await (await fetch(`${server.url}/v4/spreadsheets/`, { method: "POST" })).json();
    const send = async (method: string, path: string, body?: object) => {
      const sent = body === undefined ? {} : { body: JSON.stringify(body) };
      return (await fetch(`${server.url}/v4/spreadsheets/${id}${path}`, { method, ...sent })).json();
    };
    const go = "alt=json&prettyPrint=false";
    const values = { range: "Sheet1!A1:B1", majorDimension: "ROWS", values: [["x", "y"]] };
    await send("PUT", `/values/Sheet1%21A1%3AB1?${go}&valueInputOption=RAW`, values);
    expect(await send("GET", `/values/Sheet1!A1%3AB1?${go}`)).toEqual(values);
    expect(await send("GET", `?${go}&includeGridData=true&ranges=Sheet1%21A1`)).toHaveProperty("sheets.0.data");
    const ruby =
      "insertDataOption=INSERT_ROWS&valueInputOption=USER_ENTERED&fields=updates%2FupdatedRange&quotaUser=me";
    const appended = await send("POST", `/values/Sheet1%21A1:append?${ruby}`, {
      majorDimension: "COLUMNS",
      values: [["z"]],
    });
    expect(appended).toEqual({ updates: { updatedRange: "Sheet1!A2" } });
    const python = "includeGridData=False&fields=sheets.properties.title&alt=json";
    expect(await send("GET", `?${python}`)).toEqual({ sheets: [{ properties: { title: "Sheet1" } }] });
    expect(await send("POST", "/values/%27Sheet1%27:clear")).toMatchObject({ clearedRange: "Sheet1!A1:Z1001" });
  });

  it("copies a spreadsheet and exports a sheet as Drive does, for gspread", async () => {
    const { spreadsheetId } = await (await fetch(`${server.url}/v4/spreadsheets`, { method: "POST" })).json();
    const drive = `${server.url}/drive/v3/files`;
    const copied = await fetch(`${drive}/${spreadsheetId}/copy`, {
      method: "POST",
      body: JSON.stringify({ name: "写し" }),
    });
    const file = await copied.json();
    expect(file).toMatchObject({ name: "写し", mimeType: "application/vnd.google-apps.spreadsheet" });
    const cells = { values: [["a", "b,c"], ["d"]] };
    await fetch(`${server.url}/v4/spreadsheets/${file.id}/values/A1?valueInputOption=RAW`, {
      method: "PUT",
      body: JSON.stringify(cells),
    });
    const exported = await fetch(`${drive}/${file.id}/export?mimeType=text/csv`);
    expect([exported.headers.get("content-type"), await exported.text()]).toEqual([
      "text/csv; charset=utf-8",
      'a,"b,c"\r\nd,',
    ]);
    expect((await fetch(`${drive}/${file.id}/export?mimeType=application/pdf`)).status).toBe(404);
    expect((await fetch(`${drive}/nowhere/copy`, { method: "POST" })).status).toBe(404);
  });

  it("refuses a body that is not JSON", async () => {
    const response = await fetch(`${server.url}/v4/spreadsheets`, { method: "POST", body: "{" });
    expect([response.status, await response.json()]).toMatchObject([400, { error: { status: "INVALID_ARGUMENT" } }]);
  });

  it("runs alone from the command line and tells where it listens", async () => {
    const main = join(import.meta.dirname, "../../../../workbench/cli/sheets.ts");
    const child = spawn(process.execPath, ["--import", "tsx", main, "--port", "0"]);
    try {
      const [line] = (await createInterface({ input: child.stdout })
        [Symbol.asyncIterator]()
        .next()
        .then(({ value }) => [value])) as [string];
      const url = /http:\/\/127\.0\.0\.1:\d+\/v4\/spreadsheets/.exec(line)?.[0];
      expect((await fetch(url!, { method: "POST" })).status).toBe(200);
    } finally {
      child.kill();
    }
  });
});
