import { invalid } from "../../api/api-error.ts";
import { cloned } from "../../api/message.ts";
import { checkMetadataSize, checkVisibility, locationOf, type Metadata } from "../../book/developer-metadata.ts";
import { newId, type RequestKind } from "../request-kind.ts";

/** Attaches a key and value to the spreadsheet, a sheet, a row or a column. */
export const createDeveloperMetadata: RequestKind<"createDeveloperMetadata"> = (request, context) => {
  const { book } = context;
  const given = request.developerMetadata ?? {};
  if (!given.metadataKey) throw invalid("Developer metadata must always have a key specified.");
  checkVisibility(given.visibility);
  const taken = (id: number) => book.metadata.some(({ metadataId }) => metadataId === id);
  if (given.metadataId && taken(given.metadataId))
    throw invalid(
      `Cannot add developer metadata with ID [${given.metadataId}] because developer metadata with that ID already exists.`,
    );
  const entry: Metadata = {
    metadataId: given.metadataId || newId(context, taken),
    metadataKey: given.metadataKey,
    ...(given.metadataValue ? { metadataValue: given.metadataValue } : {}),
    location: locationOf(book, given.location),
    visibility: given.visibility!,
  };
  book.metadata.push(entry);
  checkMetadataSize(book);
  return { developerMetadata: cloned(entry) };
};
