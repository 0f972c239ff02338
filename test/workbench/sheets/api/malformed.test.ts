import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { messageType } from "../../../../workbench/sheets/api/message-types.ts";
import type { ApiResponse } from "../../../../workbench/sheets/engine.ts";
import { requestKinds } from "../../../../workbench/sheets/requests/registry.ts";
import { book, refusal } from "../book.ts";
import { payload } from "./payloads.ts";

const ROUTES = [
  ["POST", ":batchUpdate", "BatchUpdateSpreadsheetRequest"],
  ["POST", ":getByDataFilter", "GetSpreadsheetByDataFilterRequest"],
  ["PUT", "/values/A1:B2?valueInputOption=USER_ENTERED&includeValuesInResponse=true", "ValueRange"],
  ["POST", "/values/A1:append?valueInputOption=RAW", "ValueRange"],
  ["POST", "/values/A1:B2:clear", "ClearValuesRequest"],
  ["POST", "/values:batchUpdate", "BatchUpdateValuesRequest"],
  ["POST", "/values:batchClear", "BatchClearValuesRequest"],
  ["POST", "/values:batchGetByDataFilter", "BatchGetValuesByDataFilterRequest"],
  ["POST", "/values:batchUpdateByDataFilter", "BatchUpdateValuesByDataFilterRequest"],
  ["POST", "/values:batchClearByDataFilter", "BatchClearValuesByDataFilterRequest"],
  ["POST", "/developerMetadata:search", "SearchDeveloperMetadataRequest"],
  ["POST", "/sheets/0:copyTo", "CopySheetToAnotherSpreadsheetRequest"],
] as const;

/** Served, or refused in Google's envelope. */
function expectGoogles({ status, body }: ApiResponse): void {
  expect([200, 400, 403, 404, 501]).toContain(status);
  if (status === 200) return;
  const error = { code: status, message: expect.any(String), status: expect.stringMatching(/^[A-Z_]+$/) };
  expect(body).toEqual({ error: expect.objectContaining(error) });
}

describe("whatever a client sends, the engine serves it or refuses it in Google's words", () => {
  it("as a body of any method", () => {
    const call = fc
      .constantFrom(...ROUTES)
      .chain(([method, path, message]) => fc.tuple(fc.constant(method), fc.constant(path), payload(message)));
    fc.assert(
      fc.property(call, ([method, path, body]) => {
        const desk = book();
        desk.put("A1", [["a", 1]]);
        expectGoogles(desk.call(method, path, body));
        expect(desk.get("includeGridData=true").spreadsheetId).toBe(desk.id);
      }),
      { numRuns: 400 },
    );
  });

  it("as a request of any kind in a batch", () => {
    const types = messageType("Request");
    const request = fc
      .constantFrom(...Object.keys(requestKinds))
      .chain((kind) => payload(types.get(kind)!.message!).map((given) => ({ [kind]: given })));
    fc.assert(
      fc.property(request, (one) => {
        const desk = book();
        desk.put("A1", [["a", 1]]);
        expectGoogles(desk.tryBatch([one as object]));
        expect(desk.get("includeGridData=true").spreadsheetId).toBe(desk.id);
      }),
      { numRuns: 600 },
    );
  });

  it("as a body for a new spreadsheet", () => {
    const { engine } = book();
    const create = (body: unknown) => engine.handle({ method: "POST", path: "/v4/spreadsheets", body, user: "a@b.c" });
    fc.assert(
      fc.property(payload("Spreadsheet"), (body) => expectGoogles(create(body))),
      { numRuns: 200 },
    );
  });

  it("as a path or a query", () => {
    const desk = book();
    const part = fc.oneof(fc.constantFrom("/", ":", "values", "A1", "%", "%zz", "?", "ranges=", "&", "!"), fc.string());
    fc.assert(
      fc.property(fc.constantFrom("GET", "POST", "PUT", "DELETE"), fc.array(part), (method, parts) =>
        expectGoogles(desk.call(method, parts.join(""))),
      ),
      { numRuns: 1000 },
    );
  });
});

describe("a body is read as Google reads it", () => {
  const add = (title: unknown) => [{ addSheet: { properties: { title } } }];

  it.each([
    ["null in place of a request", [null], "400 Must specify at least one request."],
    ["an empty request", [{}], "400 Invalid requests[0]: No request set."],
    [
      "a number in place of a request",
      [1],
      /^400 Invalid value at 'requests\[0\]' \(type\.googleapis\.com\/.*Request\), 1$/,
    ],
    [
      "a text that is a list",
      add(["a"]),
      /Unknown name "title" at 'requests\[0\]\.add_sheet\.properties': Proto field is not/,
    ],
    [
      "a text that is an object",
      add({}),
      /'requests\[0\]\.add_sheet\.properties' \(title\), Starting an object on a scalar/,
    ],
    [
      "half a row",
      [{ appendDimension: { sheetId: 0, dimension: "ROWS", length: 1.5 } }],
      /length' \(TYPE_INT32\), 1\.5$/,
    ],
  ])("%s is refused", (_, requests, message) => {
    expect(refusal(book().call("POST", ":batchUpdate", { requests }))).toMatch(message);
  });

  it("a body that is no object is refused", () => {
    for (const body of [[], "x", 1])
      expect(refusal(book().call("POST", ":batchUpdate", body))).toContain("Root element must be a message.");
  });

  it("names in snake case, digits and words for true as text, and one request without its list are taken", () => {
    const desk = book();
    const requests = {
      update_sheet_properties: { properties: { sheet_id: "0", hidden: "no", index: "0" }, fields: "index" },
    };
    expect(desk.call("POST", ":batchUpdate", { requests, include_spreadsheet_in_response: "TRUE" }).body).toMatchObject(
      {
        replies: [{}],
        updatedSpreadsheet: { spreadsheetId: desk.id },
      },
    );
  });
});

describe("a query is read as Google reads it", () => {
  const invalid = (field: string, type: string, value: string) =>
    `400 Invalid value at '${field}' (${type}), "${value}"`;

  it.each([
    ["?alt=proto", "400 Invalid value \"proto\" for query parameter 'alt'"],
    ["?alt=media", '400 Unsupported alt type "media" for non byte stream request.'],
    ["?includeGridData=maybe", invalid("include_grid_data", "TYPE_BOOL", "maybe")],
    ["?includeGridData=", invalid("include_grid_data", "TYPE_BOOL", "")],
    [
      "/values/A1:append?valueInputOption=RAW&includeValuesInResponse=2",
      invalid("include_values_in_response", "TYPE_BOOL", "2"),
    ],
    [
      "?pageSize=1",
      /^400 .*Unknown name "pageSize": Cannot bind query parameter\. Field 'pageSize' could not be found/,
    ],
    ["/developerMetadata/x", invalid("metadata_id", "TYPE_INT32", "x")],
  ])("%s is refused", (path, message) => {
    const method = path.includes(":append") ? "POST" : "GET";
    expect(refusal(book().call(method, path, method === "POST" ? { values: [["1"]] } : undefined))).toMatch(message);
  });

  it.each([
    "alt=json",
    "alt=JSON",
    "alt=",
    "prettyPrint=false",
    "key=k",
    "$.xgafv=2",
    "quotaUser=me",
    "includeGridData=1",
  ])("?%s is taken", (query) => {
    expect(book().call("GET", `?${query}`).status).toBe(200);
  });

  it("includeGridData counts where no field mask says more than everything", () => {
    const desk = book();
    desk.put("A1", [["x"]]);
    const hasCells = (query: string) => desk.get(query).sheets![0]!.data !== undefined;
    expect(["", "fields=*", "fields=sheets.properties", "includeGridData=no"].map(hasCells)).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(
      ["includeGridData=yes", "fields=*&includeGridData=T", "fields=sheets", "fields=sheets.data"].map(hasCells),
    ).toEqual([true, true, true, true]);
  });
});

describe("a path is read as Google reads it", () => {
  it("with a slash before its verb or at its end", () => {
    const desk = book();
    expect(desk.call("GET", "/").status).toBe(200);
    const requests = [{ addSheet: { properties: { title: "在庫" } } }];
    expect(desk.call("POST", "/:batchUpdate", { requests }).status).toBe(200);
    expect(desk.call("PUT", "/values/A1/?valueInputOption=RAW", { values: [["1"]] }).status).toBe(200);
    expect(desk.values("A1")).toEqual([["1"]]);
  });
});
