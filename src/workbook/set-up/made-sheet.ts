import type { Table } from "../declare/table.ts";
import type { Layout } from "../read/layout.ts";
import type { SheetFacts } from "./look.ts";
import { rowsAfterSeeds } from "./seed.ts";

/** A sheet of ours as set-up leaves it. */
export interface MadeSheet {
  readonly table: Table;
  readonly sheetId: number;
  readonly layout: Layout;
  readonly rowCount: number;
  /** Undefined where it is new. */
  readonly facts: SheetFacts | undefined;
}

/** Where each row stands once the seeds are there. */
export const rowsOf = ({ table, layout, facts }: MadeSheet): ReadonlyMap<string, number> =>
  rowsAfterSeeds(table, layout, facts?.rows ?? []);

export function madeOf(made: readonly MadeSheet[], table: Table): MadeSheet {
  const found = made.find((sheet) => sheet.table === table);
  if (found === undefined) throw new Error(`${table.sheet} is not set up`);
  return found;
}
