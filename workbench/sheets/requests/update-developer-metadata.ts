import { checkMetadataSize, checkVisibility, locationOf, type Metadata, matchingAny } from "../developer-metadata.ts";
import { overlay } from "../field-mask.ts";
import { cloned } from "../message.ts";
import { updateMask } from "../payload.ts";
import type { RequestKind } from "../request-kind.ts";

/** Changes every entry that a data filter matches, and answers them. */
export const updateDeveloperMetadata: RequestKind<"updateDeveloperMetadata"> = (request, { book }) => {
  const mask = updateMask(request.fields, "DeveloperMetadata");
  const entries = matchingAny(book, request.dataFilters ?? []);
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
  return changed.length === 0 ? {} : { developerMetadata: cloned(changed) };
};
