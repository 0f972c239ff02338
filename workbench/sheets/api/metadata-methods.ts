import type { sheets_v4 } from "@googleapis/sheets";
import { matchingAny } from "../book/developer-metadata.ts";
import type { Workbook } from "../book/workbook.ts";
import { invalid, notFound } from "./api-error.ts";

export function metadataById(book: Workbook, id: number): sheets_v4.Schema$DeveloperMetadata {
  const entry = book.metadata.find(({ metadataId }) => metadataId === id);
  if (entry === undefined) throw notFound();
  return entry;
}

export function searchMetadata(book: Workbook, body: sheets_v4.Schema$SearchDeveloperMetadataRequest): object {
  if (!body.dataFilters?.length) throw invalid("Must specify at least one data filter");
  const found = matchingAny(book, body.dataFilters);
  if (found.length === 0) return {};
  return {
    matchedDeveloperMetadata: found.map((developerMetadata) => ({
      developerMetadata,
      dataFilters: body.dataFilters!.filter((filter) => matchingAny(book, [filter]).includes(developerMetadata)),
    })),
  };
}
