import { invalid } from "../../api/api-error.ts";
import { updateMask } from "../../api/checked-mask.ts";
import { overlay } from "../../api/field-mask.ts";
import { cloned } from "../../api/message.ts";
import {
  checkMetadataSize,
  checkVisibility,
  locationOf,
  type Metadata,
  matchingAny,
} from "../../book/developer-metadata.ts";
import type { RequestKind } from "../request-kind.ts";

/** Changes every entry that a data filter matches, and answers them. */
export const updateDeveloperMetadata: RequestKind<"updateDeveloperMetadata"> = (request, { book }) => {
  const mask = updateMask(request.fields, "DeveloperMetadata");
  const entries = matchingAny(book, request.dataFilters ?? []);
  if (entries.length === 0) throw invalid("No developer metadata matched the data filters.");
  const changed = entries.map((entry) => {
    const next = overlay(entry, request.developerMetadata ?? {}, mask) as Metadata;
    checkVisibility(next.visibility);
    const complete: Metadata = {
      ...next,
      metadataId: entry.metadataId!,
      metadataKey: next.metadataKey || entry.metadataKey!,
      location: locationOf(book, next.location),
    };
    book.metadata[book.metadata.indexOf(entry)] = complete;
    return complete;
  });
  checkMetadataSize(book);
  return { developerMetadata: cloned(changed) };
};
