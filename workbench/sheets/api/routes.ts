import { dateOption, type ReadOptions, readRange, renderOption } from "../cells/values-read.ts";
import { batchUpdate } from "../requests/batch-update.ts";
import { badPayload, invalid, notFound, unimplemented } from "./api-error.ts";
import { parseMask } from "./field-mask.ts";
import { metadataById, searchMetadata } from "./metadata-methods.ts";
import type { Call, ReadMethod, Target, WriteMethod } from "./method.ts";
import { isSet } from "./query.ts";
import { numberOf } from "./scalar.ts";
import { type GetOptions, getSpreadsheet } from "./spreadsheet-get.ts";
import { majorOf } from "./value-range.ts";
import { appendOne, clearMany, clearOne, updateMany, updateOne } from "./values-methods.ts";

const read = (method: string, answer: string, run: ReadMethod, body?: string): Target => ({
  kind: "read",
  method,
  answer,
  run,
  ...(body === undefined ? {} : { body }),
});

const write = (method: string, body: string, answer: string, run: WriteMethod): Target => ({
  kind: "write",
  method,
  body,
  answer,
  run,
});

const create: Target = {
  kind: "create",
  method: "Spreadsheets$Create",
  body: "Spreadsheet",
  answer: "Spreadsheet",
};

/** Every method by HTTP verb and path; `{id}` and `{name}` stand for the spreadsheet and what is named in it. */
const targets: Readonly<Record<string, Target>> = {
  "POST /v4/spreadsheets": create,
  "GET /v4/spreadsheets/{id}": read("Spreadsheets$Get", "Spreadsheet", (book, user, { query }) =>
    getSpreadsheet(book, user, getOptions(query)),
  ),
  "POST /v4/spreadsheets/{id}:batchUpdate": write(
    "Spreadsheets$Batchupdate",
    "BatchUpdateSpreadsheetRequest",
    "BatchUpdateSpreadsheetResponse",
    (context, { body, query }) => batchUpdate(body ?? {}, context, parseMask(query.get("fields") || "*")),
  ),
  "GET /v4/spreadsheets/{id}/values/{name}": read("Spreadsheets$Values$Get", "ValueRange", (book, _, { name, query }) =>
    readRange(book, name, readOptions(query)),
  ),
  "GET /v4/spreadsheets/{id}/values:batchGet": read(
    "Spreadsheets$Values$Batchget",
    "BatchGetValuesResponse",
    (book, _, { query }) => ({
      spreadsheetId: book.spreadsheetId,
      valueRanges: query.getAll("ranges").map((range) => readRange(book, range, readOptions(query))),
    }),
  ),
  "PUT /v4/spreadsheets/{id}/values/{name}": write(
    "Spreadsheets$Values$Update",
    "ValueRange",
    "UpdateValuesResponse",
    updateOne,
  ),
  "POST /v4/spreadsheets/{id}/values/{name}:append": write(
    "Spreadsheets$Values$Append",
    "ValueRange",
    "AppendValuesResponse",
    appendOne,
  ),
  "POST /v4/spreadsheets/{id}/values/{name}:clear": write(
    "Spreadsheets$Values$Clear",
    "ClearValuesRequest",
    "ClearValuesResponse",
    clearOne,
  ),
  "POST /v4/spreadsheets/{id}/values:batchUpdate": write(
    "Spreadsheets$Values$Batchupdate",
    "BatchUpdateValuesRequest",
    "BatchUpdateValuesResponse",
    updateMany,
  ),
  "POST /v4/spreadsheets/{id}/values:batchClear": write(
    "Spreadsheets$Values$Batchclear",
    "BatchClearValuesRequest",
    "BatchClearValuesResponse",
    clearMany,
  ),
  "GET /v4/spreadsheets/{id}/developerMetadata/{name}": read(
    "Spreadsheets$Developermetadata$Get",
    "DeveloperMetadata",
    (book, _, { name }) => metadataById(book, metadataId(name)),
  ),
  "POST /v4/spreadsheets/{id}/developerMetadata:search": read(
    "Spreadsheets$Developermetadata$Search",
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
): { readonly spreadsheetId: string; readonly target: Target; readonly call: Omit<Call, "body"> } {
  const [pathname = "", search = ""] = path.split("?");
  const parts =
    /^\/v4\/spreadsheets(?:\/([^/:]+))?(?:\/(values|developerMetadata|sheets))?(?:\/(.+?))?(:[a-zA-Z]+)?$/.exec(
      withoutSlash(pathname),
    );
  const [, id, collection, name, rawVerb] = parts ?? [];
  const { tail, verb } = verbOf(name, rawVerb);
  const pattern =
    `${method} /v4/spreadsheets${id ? "/{id}" : ""}${collection ? `/${collection}` : ""}` +
    `${tail ? "/{name}" : ""}${verb ?? ""}`;
  if (missing.includes(pattern)) throw unimplemented(pattern);
  const target = parts ? targets[pattern] : undefined;
  if (target === undefined) throw notFound();
  const call = { name: decoded(tail ?? ""), query: new URLSearchParams(search) };
  return { spreadsheetId: decoded(id ?? ""), target, call };
}

/** Clients that join a base and a path write `ID/` and `ID/:batchUpdate`; Google serves both. */
const withoutSlash = (pathname: string): string => pathname.replace(/\/(?=:[a-zA-Z]+$|$)/, "");

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw invalid("Request contains an invalid argument.");
  }
}

function metadataId(name: string): number {
  const id = numberOf(name, "metadataId");
  if (id === undefined)
    throw badPayload("metadata_id", `Invalid value at 'metadata_id' (TYPE_INT32), ${JSON.stringify(name)}`);
  return id;
}

/** "A1:B2" ends in a part of the range, "A1:append" in a verb. */
function verbOf(name: string | undefined, suffix: string | undefined): { tail?: string; verb?: string } {
  if (name === undefined || suffix === undefined)
    return { ...(name === undefined ? {} : { tail: name }), ...(suffix === undefined ? {} : { verb: suffix }) };
  return [":append", ":clear", ":copyTo"].includes(suffix) ? { tail: name, verb: suffix } : { tail: name + suffix };
}

/** A field mask that names more than "*" decides alone about grid data; `includeGridData` counts only where there is none. */
function getOptions(query: URLSearchParams): GetOptions {
  const ranges = query.getAll("ranges");
  const mask = parseMask(query.get("fields") || "*");
  return {
    ...(ranges.length > 0 ? { ranges } : {}),
    mask,
    includeGridData: mask === true ? isSet(query, "includeGridData") : true,
  };
}

const readOptions = (query: URLSearchParams): ReadOptions => ({
  major: majorOf(query.get("majorDimension")),
  render: renderOption(query.get("valueRenderOption")),
  dates: dateOption(query.get("dateTimeRenderOption")),
});
