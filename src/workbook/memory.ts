import * as z from "zod/mini";
import { parsedJson } from "../core/json.ts";

type Request = GoogleAppsScript.Sheets.Schema.Request;
type Metadata = GoogleAppsScript.Sheets.Schema.DeveloperMetadata;

const KEY = "shukka-sheet";

const memorySchema = z.object({ commit: z.string(), cursors: z.record(z.string(), z.string()) });

/**
 * What the spreadsheet remembers of our work, beside its cells and in the same commit: which commit came last
 * (so that one whose answer was lost can be recognised) and how far each job has come.
 */
export type Memory = z.infer<typeof memorySchema>;

export interface StoredMemory {
  readonly metadataId: number | undefined;
  readonly memory: Memory;
}

export function storedMemory(metadata: readonly Metadata[] | undefined): StoredMemory {
  const found = metadata?.find((entry) => entry.metadataKey === KEY);
  return { metadataId: found?.metadataId, memory: parsed(found?.metadataValue) };
}

function parsed(value: string | undefined): Memory {
  const read = z.safeParse(memorySchema, parsedJson(value ?? ""));
  return read.success ? read.data : { commit: "", cursors: {} };
}

/** PROJECT: only this add-on reads it. */
export function memoryRequest(metadataId: number | undefined, memory: Memory): Request {
  const metadataValue = JSON.stringify(memory);
  if (metadataId === undefined) {
    const developerMetadata = {
      metadataKey: KEY,
      metadataValue,
      location: { spreadsheet: true },
      visibility: "PROJECT",
    };
    return { createDeveloperMetadata: { developerMetadata } };
  }
  return {
    updateDeveloperMetadata: {
      dataFilters: [{ developerMetadataLookup: { metadataId } }],
      developerMetadata: { metadataValue },
      fields: "metadataValue",
    },
  };
}
