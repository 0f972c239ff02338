import type { ArchiveKind } from "../../core/archive-choices.ts";
import type { ArchiveStore, StoreSource } from "./archive-store.ts";
import { bigQueryStore } from "./bigquery/bigquery-store.ts";
import { sheetsStore } from "./sheets-store.ts";

/** One of the places that orders may be kept in. Throws Problem where the settings lack what it needs. */
export const storeFor = (kind: ArchiveKind, source: StoreSource): ArchiveStore =>
  kind === "sheets" ? sheetsStore(source) : bigQueryStore(source);

/** All that may hold something: a shop may have changed from one to the other. */
export const usedStores = (source: StoreSource): readonly ArchiveStore[] => [
  sheetsStore(source),
  ...(source.settings.bigQueryProject === null ? [] : [bigQueryStore(source)]),
];
