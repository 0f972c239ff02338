import { dateOption, type ReadOptions, readRange, renderOption } from "../cells/values-read.ts";
import { batchUpdate } from "../requests/batch-update.ts";
import { badPayload } from "./api-error.ts";
import {
  batchClearByDataFilter,
  batchGetByDataFilter,
  batchUpdateByDataFilter,
  getByDataFilter,
} from "./data-filter-methods.ts";
import { parseMask } from "./field-mask.ts";
import { metadataById, searchMetadata } from "./metadata-methods.ts";
import type { ReadMethod, Target, WriteMethod } from "./method.ts";
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

const copySheet: Target = {
  kind: "copySheet",
  method: "Spreadsheets$Sheets$Copyto",
  body: "CopySheetToAnotherSpreadsheetRequest",
  answer: "SheetProperties",
};

const create: Target = {
  kind: "create",
  method: "Spreadsheets$Create",
  body: "Spreadsheet",
  answer: "Spreadsheet",
};

/** Every method by HTTP verb and path; `{id}` and `{name}` stand for the spreadsheet and what is named in it. */
export const targets: Readonly<Record<string, Target>> = {
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
  "POST /v4/spreadsheets/{id}/sheets/{name}:copyTo": copySheet,
  "POST /v4/spreadsheets/{id}:getByDataFilter": read(
    "Spreadsheets$Getbydatafilter",
    "Spreadsheet",
    getByDataFilter,
    "GetSpreadsheetByDataFilterRequest",
  ),
  "POST /v4/spreadsheets/{id}/values:batchGetByDataFilter": read(
    "Spreadsheets$Values$Batchgetbydatafilter",
    "BatchGetValuesByDataFilterResponse",
    batchGetByDataFilter,
    "BatchGetValuesByDataFilterRequest",
  ),
  "POST /v4/spreadsheets/{id}/values:batchUpdateByDataFilter": write(
    "Spreadsheets$Values$Batchupdatebydatafilter",
    "BatchUpdateValuesByDataFilterRequest",
    "BatchUpdateValuesByDataFilterResponse",
    batchUpdateByDataFilter,
  ),
  "POST /v4/spreadsheets/{id}/values:batchClearByDataFilter": write(
    "Spreadsheets$Values$Batchclearbydatafilter",
    "BatchClearValuesByDataFilterRequest",
    "BatchClearValuesByDataFilterResponse",
    batchClearByDataFilter,
  ),
};

function metadataId(name: string): number {
  const id = numberOf(name, "metadataId");
  if (id === undefined)
    throw badPayload("metadata_id", `Invalid value at 'metadata_id' (TYPE_INT32), ${JSON.stringify(name)}`);
  return id;
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
