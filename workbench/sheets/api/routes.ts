import { dateOption, isTrue, type ReadOptions, readRange, renderOption } from "../cells/values-read.ts";
import { batchUpdate } from "../requests/batch-update.ts";
import { notFound, unimplemented } from "./api-error.ts";
import { parseMask } from "./field-mask.ts";
import { metadataById, searchMetadata } from "./metadata-methods.ts";
import type { Call, ReadMethod, Target, WriteMethod } from "./method.ts";
import { type GetOptions, getSpreadsheet } from "./spreadsheet-get.ts";
import { majorOf } from "./value-range.ts";
import { appendOne, clearMany, clearOne, updateMany, updateOne } from "./values-methods.ts";

const read = (answer: string, run: ReadMethod, body?: string): Target => ({
  kind: "read",
  answer,
  run,
  ...(body === undefined ? {} : { body }),
});

const write = (body: string, answer: string, run: WriteMethod): Target => ({ kind: "write", body, answer, run });

/** Every method by HTTP verb and path; `{id}` and `{name}` stand for the spreadsheet and what is named in it. */
const targets: Readonly<Record<string, Target>> = {
  "POST /v4/spreadsheets": { kind: "create", body: "Spreadsheet", answer: "Spreadsheet" },
  "GET /v4/spreadsheets/{id}": read("Spreadsheet", (book, user, { query }) =>
    getSpreadsheet(book, user, getOptions(query)),
  ),
  "POST /v4/spreadsheets/{id}:batchUpdate": write(
    "BatchUpdateSpreadsheetRequest",
    "BatchUpdateSpreadsheetResponse",
    (context, { body, query }) => batchUpdate(body ?? {}, context, parseMask(query.get("fields") ?? "*")),
  ),
  "GET /v4/spreadsheets/{id}/values/{name}": read("ValueRange", (book, _, { name, query }) =>
    readRange(book, name, readOptions(query)),
  ),
  "GET /v4/spreadsheets/{id}/values:batchGet": read("BatchGetValuesResponse", (book, _, { query }) => ({
    spreadsheetId: book.spreadsheetId,
    valueRanges: query.getAll("ranges").map((range) => readRange(book, range, readOptions(query))),
  })),
  "PUT /v4/spreadsheets/{id}/values/{name}": write("ValueRange", "UpdateValuesResponse", updateOne),
  "POST /v4/spreadsheets/{id}/values/{name}:append": write("ValueRange", "AppendValuesResponse", appendOne),
  "POST /v4/spreadsheets/{id}/values/{name}:clear": write("ClearValuesRequest", "ClearValuesResponse", clearOne),
  "POST /v4/spreadsheets/{id}/values:batchUpdate": write(
    "BatchUpdateValuesRequest",
    "BatchUpdateValuesResponse",
    updateMany,
  ),
  "POST /v4/spreadsheets/{id}/values:batchClear": write(
    "BatchClearValuesRequest",
    "BatchClearValuesResponse",
    clearMany,
  ),
  "GET /v4/spreadsheets/{id}/developerMetadata/{name}": read("DeveloperMetadata", (book, _, { name }) =>
    metadataById(book, Number(name)),
  ),
  "POST /v4/spreadsheets/{id}/developerMetadata:search": read(
    "SearchDeveloperMetadataResponse",
    (book, _, { body }) => searchMetadata(book, body ?? {}),
    "SearchDeveloperMetadataRequest",
  ),
};

/** Methods Google has and this engine has not. */
const missing = [
  "POST /v4/spreadsheets/{id}:getByDataFilter",
  "POST /v4/spreadsheets/{id}/values:batchGetByDataFilter",
  "POST /v4/spreadsheets/{id}/values:batchUpdateByDataFilter",
  "POST /v4/spreadsheets/{id}/values:batchClearByDataFilter",
  "POST /v4/spreadsheets/{id}/sheets/{name}:copyTo",
];

/** The method behind a call; throws 404 for a path Google does not know either. */
export function routeOf(
  method: string,
  path: string,
  body: unknown,
): { readonly spreadsheetId: string; readonly target: Target; readonly call: Call } {
  const [pathname = "", search = ""] = path.split("?");
  const parts =
    /^\/v4\/spreadsheets(?:\/([^/:]+))?(?:\/(values|developerMetadata|sheets))?(?:\/(.+?))?(:[a-zA-Z]+)?$/.exec(
      pathname,
    );
  const [, id, collection, name, rawVerb] = parts ?? [];
  const { tail, verb } = verbOf(name, rawVerb);
  const pattern =
    `${method} /v4/spreadsheets${id ? "/{id}" : ""}${collection ? `/${collection}` : ""}` +
    `${tail ? "/{name}" : ""}${verb ?? ""}`;
  if (missing.includes(pattern)) throw unimplemented(pattern);
  const target = parts ? targets[pattern] : undefined;
  if (target === undefined) throw notFound();
  const call = { name: decodeURIComponent(tail ?? ""), query: new URLSearchParams(search), body };
  return { spreadsheetId: decodeURIComponent(id ?? ""), target, call };
}

/** "A1:B2" ends in a part of the range, "A1:append" in a verb. */
function verbOf(name: string | undefined, suffix: string | undefined): { tail?: string; verb?: string } {
  if (name === undefined || suffix === undefined)
    return { ...(name === undefined ? {} : { tail: name }), ...(suffix === undefined ? {} : { verb: suffix }) };
  return [":append", ":clear", ":copyTo"].includes(suffix) ? { tail: name, verb: suffix } : { tail: name + suffix };
}

/** A field mask alone decides about grid data; `includeGridData` counts only where there is none. */
function getOptions(query: URLSearchParams): GetOptions {
  const ranges = query.getAll("ranges");
  const fields = query.get("fields");
  return {
    ...(ranges.length > 0 ? { ranges } : {}),
    mask: fields ? parseMask(fields) : true,
    includeGridData: fields !== null || isTrue(query.get("includeGridData")),
  };
}

const readOptions = (query: URLSearchParams): ReadOptions => ({
  major: majorOf(query.get("majorDimension")),
  render: renderOption(query.get("valueRenderOption")),
  dates: dateOption(query.get("dateTimeRenderOption")),
});
