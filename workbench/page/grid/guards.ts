import type { SheetsClient } from "../sheets-client.ts";
import { type SheetGuard, unguarded } from "./guarded-cells.ts";

export interface Guards {
  of(sheetId: string): SheetGuard;
  refresh(): Promise<void>;
}

/** What is guarded, known before it is needed: a question must come before the next key. */
export function createGuards(client: SheetsClient): Guards {
  let known: ReadonlyMap<string, SheetGuard> = new Map();
  return {
    of: (sheetId) => known.get(sheetId) ?? unguarded,
    async refresh() {
      known = await client.guards();
    },
  };
}
