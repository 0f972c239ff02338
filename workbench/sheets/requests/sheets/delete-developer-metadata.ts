import { matching } from "../../book/developer-metadata.ts";
import type { RequestKind } from "../request-kind.ts";

/** Deletes every entry that the data filter matches, and answers them. */
export const deleteDeveloperMetadata: RequestKind<"deleteDeveloperMetadata"> = ({ dataFilter }, { book }) => {
  const gone = matching(book, dataFilter ?? {});
  book.metadata = book.metadata.filter((entry) => !gone.includes(entry));
  return gone.length === 0 ? {} : { deletedDeveloperMetadata: gone };
};
